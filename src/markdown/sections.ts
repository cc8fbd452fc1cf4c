import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { hasClass, isElement } from './rehype-details-body.ts';
import { isFootnoteTitle, levelOf } from './rehype-headings.ts';
import { textOf } from './section-text.ts';
import { splitText } from './split-text.ts';
import { type Audience, EVERYBODY, narrow, parseAudience } from './variants.ts';

/** A section before it belongs to an article. */
export interface TextSection {
  /** Anchor of the nearest heading; '' for text before the first heading. */
  anchor: string;
  /** Headings from the outermost to this section's own, without the article's title; [] for the lead. */
  headings: string[];
  /** Plain text of the section's body, without its heading: a line for each paragraph, list item and row, see `textOf`. */
  text: string;
  /**
   * Names of the values that the text is for, such as ['ios']; those of one choice are alternatives. Left out when it is
   * for everybody.
   */
  variants?: string[];
}

interface Draft {
  anchor: string;
  headings: string[];
  audience: Audience;
  depth: number;
  blocks: string[];
  hasSubsections: boolean;
}

/** Elements that only group blocks; headings may be inside. */
const GROUPS = new Set([
  'div',
  'section',
  'article',
  'main',
  'aside',
  'blockquote',
  'figure',
  'center',
  'header',
  'footer',
  'address',
]);
const BLOCKS = new Set(['p', 'ul', 'ol', 'dl', 'table', 'pre', 'details', 'hr']);

/**
 * Cuts a page's HTML tree, with anchors on its headings, into sections at its headings and its
 * collapsible questions; long ones become several parts. A heading with nothing below it but other
 * headings gives no section of its own. Always at least one, be it empty.
 */
export function sectionsOf(tree: Root, skip: (element: Element) => boolean = () => false): TextSection[] {
  const lead: Draft = { anchor: '', headings: [], audience: EVERYBODY, depth: 1, blocks: [], hasSubsections: false };
  const drafts = [lead];
  let path = [lead];
  /** Headings inside a collapsible answer stay below its question, whatever their level. */
  let floor = 1;

  const open = (heading: Element, anchor: unknown, depth: number, audience = EVERYBODY): Draft => {
    while (path.length > floor && path.at(-1)!.depth >= depth) path.pop();
    const parent = path.at(-1)!;
    parent.hasSubsections = true;
    const draft = {
      anchor: String(anchor ?? ''),
      headings: [...parent.headings, titleOf(heading)],
      audience: narrow(parent.audience, audience),
      depth,
      blocks: [],
      hasSubsections: false,
    };
    drafts.push(draft);
    path.push(draft);
    return draft;
  };

  const walk = (nodes: (ElementContent | Root['children'][number])[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') {
        add(textOf(node));
        continue;
      }
      const depth = isFootnoteTitle(node) ? undefined : levelOf(node);
      if (depth !== undefined) open(node, node.properties.id, depth);
      else if (node.tagName === 'details') walkDetails(node);
      else if (isFootnoteTitle(node)) continue;
      else if (GROUPS.has(node.tagName) && node.children.some(isBlock) && !skip(node)) walk(node.children);
      else add(textOf(node, skip));
    }
  };

  const walkDetails = (details: Element): void => {
    const summary = details.children.find((child) => isElement(child, 'summary'));
    const body = details.children.find((child) => isElement(child, 'div'));
    if (!summary || !body) return walk(details.children);
    const around = { path: [...path], floor };
    open(summary, body.properties.id, path.at(-1)!.depth + 1, parseAudience(details.properties.dataFor));
    floor = path.length;
    if (hasClass(details, 'transcript')) walkTranscript(body.children);
    else walk(body.children);
    // What comes after it goes on in the section around it.
    ({ path, floor } = around);
  };

  /** Each passage is a place to begin the film at. */
  const walkTranscript = (passages: ElementContent[]): void => {
    const depth = path.at(-1)!.depth + 1;
    for (const passage of passages) {
      if (passage.type !== 'element' || !isElement(passage, 'p')) continue;
      const [time, ...said] = passage.children;
      if (time?.type === 'element' && passage.properties.id) open(time, passage.properties.id, depth);
      add(textOf({ ...passage, children: passage.properties.id ? said : passage.children }));
    }
  };

  const add = (text: string): void => {
    if (text) path.at(-1)!.blocks.push(text);
  };

  walk(tree.children);
  const worth = drafts.filter((draft) => draft.blocks.length > 0 || (draft !== lead && !draft.hasSubsections));
  return (worth.length > 0 ? worth : [lead]).flatMap(({ anchor, headings, audience, blocks }) => {
    const parts = splitText(blocks);
    const variants = [...audience.values()].flat();
    return (parts.length > 0 ? parts : ['']).map((text) => ({
      anchor,
      headings,
      text,
      ...(variants.length > 0 && { variants }),
    }));
  });
}

/** Text between inline elements belongs together; only around blocks is a group opened. */
function isBlock(node: ElementContent): boolean {
  return (
    node.type === 'element' && (GROUPS.has(node.tagName) || levelOf(node) !== undefined || BLOCKS.has(node.tagName))
  );
}

function titleOf(heading: Element): string {
  return toText(heading)
    .replace(/[^\S\ufeff]+/g, ' ')
    .trim();
}
