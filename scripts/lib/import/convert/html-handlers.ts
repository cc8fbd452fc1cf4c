import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type {
  BlockContent,
  Blockquote,
  Heading,
  Html,
  Image,
  InlineCode,
  List,
  ListItem,
  PhrasingContent,
  Root,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { anchorMark } from './anchor-marks.ts';
import { filmOf } from './video-files.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The anchor written behind the heading as `{#anchor}`. */
    anchor?: string | undefined;
  }
  interface InlineCodeData {
    /** True while it stands for HTML within a line. */
    isHtml?: boolean | undefined;
  }
  interface BlockquoteData {
    /** note, tip, important, warning or caution. */
    callout?: string | undefined;
  }
  interface ParagraphData {
    /** True for the first line of a callout that has a title of its own. */
    calloutTitle?: boolean | undefined;
  }
}

/**
 * HTML within a line, as a code span until the tree is whole: HTML may be a block too, and where a list item or a
 * quote has no paragraph its line would be taken apart at it.
 */
function inLine({ value, data }: Html): InlineCode {
  return { type: 'inlineCode', value, data: { ...data, isHtml: true } };
}

/** Makes HTML again of the code spans that stand for it. */
export function restoreInlineHtml(tree: Root): void {
  visit(tree, 'inlineCode', ({ value, data: { isHtml, ...data } = {} }, index, parent) => {
    if (isHtml && parent && index !== undefined) parent.children[index] = { type: 'html', value, data };
  });
}

/** Elements whose Markdown is their own HTML: keys, raised and lowered text, marked text. */
const kept = ['kbd', 'sup', 'sub', 'mark'] as const;

/** Handlers of rehype-remark for what Signpost's Markdown can say and plain Markdown cannot. */
export const handlers: Record<string, Handle> = {
  ...Object.fromEntries(kept.map((name) => [name, keepInline])),
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading])),
  a: link,
  abbr: (state, node) => {
    const title = property(node, 'title').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const children = state.all(node) as PhrasingContent[];
    if (!title || children.length === 0) return children;
    return [{ type: 'html', value: `<abbr title="${title}">` }, ...children, { type: 'html', value: '</abbr>' }];
  },
  u: (state, node) => state.all(node) as PhrasingContent[],
  var: (state, node) => state.all(node) as PhrasingContent[],
  ul: list,
  ol: list,
  li: listItem,
  blockquote,
  details,
  film,
  callouttitle: (state, node) => ({
    type: 'paragraph',
    data: { calloutTitle: true },
    children: state.all(node) as PhrasingContent[],
  }),
  ...Object.fromEntries(['steps', 'tabs', 'tab', 'for'].map((name) => [name, container])),
  tablabel: (state, node) => ({
    type: 'paragraph',
    data: { directiveLabel: true },
    children: state.all(node) as PhrasingContent[],
  }),
  footnote: (_state, node) => ({
    type: 'footnoteReference',
    identifier: property(node, 'dataId'),
    label: property(node, 'dataId'),
  }),
  footnotedefinition: (state, node) => ({
    type: 'footnoteDefinition',
    identifier: property(node, 'dataId'),
    label: property(node, 'dataId'),
    children: state.toFlow(state.all(node)),
  }),
};

function keepInline(state: State, node: Element): ReturnType<Handle> {
  const children = state.all(node) as PhrasingContent[];
  if (children.length === 0) return undefined;
  return [
    inLine({ type: 'html', value: `<${node.tagName}>` }),
    ...children,
    inLine({ type: 'html', value: `</${node.tagName}>` }),
  ];
}

/** `<a id="x">` leaves a mark, so that links to #x can be led to the heading it belongs to. */
function link(state: State, node: Element): ReturnType<Handle> {
  const anchor = property(node, 'id') || property(node, 'name');
  const marks = anchor ? [inLine(anchorMark(anchor))] : [];
  if (!property(node, 'href')) return [...marks, ...(state.all(node) as PhrasingContent[])];
  const content = state.all(node).length > 0 ? [defaultHandlers.a(state, node) as PhrasingContent] : [];
  return [...marks, ...content];
}

function heading(state: State, node: Element): Heading {
  const result = defaultHandlers.h1(state, node) as Heading;
  const anchor = property(node, 'id') || innerAnchor(node);
  if (anchor) result.data = { ...result.data, anchor };
  return result;
}

/** Items are set apart by empty lines only where the HTML has paragraphs. */
/** Words that a list has outside of its items go into one; as bare words there they would be written without escapes. */
function list(state: State, node: Element): List {
  const result = defaultHandlers.ul(state, node) as List;
  for (const item of result.children) item.children = state.toFlow(item.children) as ListItem['children'];
  return result;
}

function listItem(state: State, node: Element): ListItem {
  const result = defaultHandlers.li(state, node) as ListItem;
  result.spread =
    node.children.filter(
      (child) => child.type === 'element' && ['p', 'pre', 'blockquote', 'div'].includes(child.tagName),
    ).length > 0;
  return result;
}

function blockquote(state: State, node: Element): Blockquote {
  const result = defaultHandlers.blockquote(state, node) as Blockquote;
  const callout = property(node, 'dataCallout');
  if (callout) result.data = { ...result.data, callout };
  return result;
}

/** A block of Signpost's own between colons. */
function container(state: State, node: Element): ContainerDirective {
  const audience = property(node, 'dataAudience');
  return {
    type: 'containerDirective',
    name: node.tagName,
    attributes: audience ? (JSON.parse(audience) as Record<string, string>) : {},
    children: state.toFlow(state.all(node)) as BlockContent[],
  };
}

/** A collapsible answer stays one; Markdown inside it needs empty lines around. */
function details(state: State, node: Element): ReturnType<Handle> {
  const summary = node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'summary',
  );
  const rest = { ...node, children: node.children.filter((child) => child !== summary) };
  const title = summary ? (state.all(summary) as PhrasingContent[]) : [];
  return [
    { type: 'html', value: '<details>' },
    {
      type: 'paragraph',
      children: [{ type: 'html', value: '<summary>' }, ...title, { type: 'html', value: '</summary>' }],
    },
    ...(state.toFlow(state.all(rest)) as Root['children']),
    { type: 'html', value: '</details>' },
  ] as ReturnType<Handle>;
}

/** A film that embeds.ts has found; its address is looked up later. */
function film(_state: State, node: Element): Image {
  return { type: 'image', url: property(node, 'src'), alt: property(node, 'title'), data: { video: filmOf(node) } };
}

/** `<h2><a id="step-2"></a>Step 2</h2>` and `<a name>` carry the anchor inside. */
function innerAnchor(node: Element): string {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = property(child, 'id') || (child.tagName === 'a' ? property(child, 'name') : '') || innerAnchor(child);
    if (found) return found;
  }
  return '';
}

function property(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
