import type {
  BlockContent,
  Blockquote,
  Heading,
  ListItem,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as toText } from 'mdast-util-to-string';
import { ownValue } from '../../../../src/site/own-value.ts';
import { calloutKinds } from '../sources/dialect/callout-kinds.ts';
import type { AddNote } from './conversion.ts';

/** Names that other systems have for what Signpost has, beside the kinds of callouts. */
const otherNames: Record<string, string> = {
  'code-group': 'tabs',
  'tabs-item': 'tab',
  spoiler: 'details',
  collapse: 'details',
  collapsible: 'details',
  accordion: 'details',
  toggle: 'details',
};
/** Blocks that only lay out what is in them. */
const layout = new Set(['raw', 'center', 'cards', 'columns', 'column', 'grid', 'v-pre']);

/**
 * Makes of each block what Signpost has: callouts and collapsible answers stay such, steps become the numbered list in
 * `:::steps`, tabs become sections below headings where nothing comes after them, else collapsible answers, because
 * what follows would fall under the last heading. A block of an unknown name keeps its text and is named.
 */
export function readBlocks(tree: Root, note: AddNote): void {
  tree.children = readList(tree.children, { depth: 1, top: true, note });
}

interface Place {
  /** Depth of the heading above; 1 for none, which is the title's. */
  depth: number;
  /** True for what stands neither in a list nor in a quote nor in another block. */
  top: boolean;
  note: AddNote;
}

function readList<Node extends RootContent>(children: Node[], place: Place): Node[] {
  let { depth } = place;
  return children.flatMap((child, index) => {
    if (child.type === 'heading') depth = child.depth;
    if (child.type === 'containerDirective') {
      const next = children[index + 1];
      const last = next === undefined || (next.type === 'heading' && next.depth <= depth);
      return blockOf(child, { ...place, depth }, place.top && last) as Node[];
    }
    const parent = child as Partial<Parents>;
    if (parent.children)
      parent.children = readList(parent.children as RootContent[], {
        ...place,
        depth,
        top: false,
      }) as typeof parent.children;
    return [child];
  });
}

/** What a block becomes; `last` is true when its section ends with it. */
function blockOf(node: ContainerDirective, place: Place, last: boolean): RootContent[] {
  const title = titleOf(node);
  const inside = node.children.filter((child) => !isLabel(child));
  const name = nameOf(node);
  if (name === 'tabs') return tabs(inside, place, last);
  const children = readList<BlockContent>(inside as BlockContent[], { ...place, top: false });
  const callout = ownValue(calloutKinds, name);
  if (callout)
    return [
      quote({ callout, hProperties: { dataCallout: callout } }, [
        ...(title.length > 0 ? [calloutTitle(title)] : []),
        ...children,
      ]),
    ];
  if (name === 'details') return [details(title, children)];
  if (name === 'steps') return [steps(inside, place)];
  if (!layout.has(name) && name !== 'tab' && name !== 'step')
    place.note('changed', 'block-unknown', `:::${node.name}, which means nothing here, became the text in it`);
  return [...(title.length > 0 ? [bold(title)] : []), ...children];
}

function tabs(children: RootContent[], place: Place, last: boolean): RootContent[] {
  const panels = children.flatMap((child) => panelOf(child));
  place.note(
    'changed',
    'tabs-to-sections',
    `tabs became ${last ? 'sections below headings' : 'answers that open'}: ${panels.map(({ title }) => toText({ type: 'paragraph', children: title }) || '…').join(', ')}`,
  );
  if (!last) return panels.map(({ title, inside }) => details(title, readList(inside, { ...place, top: false })));
  const depth = Math.min(6, place.depth + 1) as Heading['depth'];
  return panels.flatMap(({ title, inside }): RootContent[] => [
    { type: 'heading', depth, children: title },
    ...readList(lowered(inside, depth), { ...place, depth }),
  ]);
}

interface Panel {
  title: PhrasingContent[];
  inside: BlockContent[];
}

/** A tab; or a block of code in a group of them, whose name stands behind its language: `js [Yarn]`, `js title="Yarn"`. */
function panelOf(child: RootContent): Panel[] {
  if (child.type === 'containerDirective')
    return [{ title: titleOf(child), inside: child.children.filter((one) => !isLabel(one)) as BlockContent[] }];
  if (child.type !== 'code') return [{ title: [], inside: [child as BlockContent] }];
  const name = /\[([^\][]{1,200})\]|title="([^"]{1,200})"/.exec(child.meta ?? '');
  return [{ title: [{ type: 'text', value: name?.[1] ?? name?.[2] ?? child.lang ?? '' }], inside: [child] }];
}

/** Headings in a tab stand below the tab's own. */
function lowered(children: BlockContent[], depth: number): BlockContent[] {
  const headings = children.filter((child) => child.type === 'heading');
  const down = depth + 1 - Math.min(...headings.map((heading) => heading.depth), depth + 1);
  for (const heading of headings) heading.depth = Math.min(6, heading.depth + down) as Heading['depth'];
  return children;
}

/** A numbered list whose items begin with the title of their step; the first heading of a step is its title, too. */
function steps(children: RootContent[], place: Place): RootContent {
  const items = children.map((child): ListItem => {
    const isStep = child.type === 'containerDirective' && nameOf(child) === 'step';
    const inside = isStep ? (child.children.filter((one) => !isLabel(one)) as BlockContent[]) : [child as BlockContent];
    const [first, ...rest] = inside;
    const title = isStep ? titleOf(child) : [];
    const heading = title.length === 0 && first?.type === 'heading' ? first.children : title;
    const body = readList(heading === title ? inside : rest, { ...place, top: false });
    return {
      type: 'listItem',
      spread: body.length > 0,
      children: [...(heading.length > 0 ? [bold(heading)] : []), ...body],
    };
  });
  const only = children.length === 1 ? children[0] : undefined;
  const list: BlockContent =
    only?.type === 'list'
      ? { ...only, ordered: true }
      : { type: 'list', ordered: true, start: 1, spread: true, children: items };
  return quote({ hName: 'steps' }, [list]);
}

function details(title: PhrasingContent[], children: BlockContent[]): Blockquote {
  const summary: Paragraph = {
    type: 'paragraph',
    data: { hName: 'summary' },
    children: title.length > 0 ? title : [{ type: 'text', value: '…' }],
  };
  return quote({ hName: 'details' }, [summary, ...children]);
}

function quote(data: Blockquote['data'], children: BlockContent[]): Blockquote {
  return { type: 'blockquote', data, children };
}

function bold(title: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: title }] };
}

/** The first line of a callout; see write-markdown. */
export function calloutTitle(title: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', data: { calloutTitle: true, hName: 'callouttitle' }, children: title };
}

function nameOf(node: ContainerDirective): string {
  const name = node.name.toLowerCase();
  return ownValue(otherNames, name) ?? name;
}

/** What stands in brackets behind the name, or in its attribute `title` or `label`. */
function titleOf(node: ContainerDirective): PhrasingContent[] {
  const label = node.children.find(isLabel);
  if (label) return label.children;
  const value = node.attributes?.title ?? node.attributes?.label;
  return value ? [{ type: 'text', value }] : [];
}

function isLabel(node: RootContent | BlockContent): node is Paragraph {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}
