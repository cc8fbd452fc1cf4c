import type {
  BlockContent,
  Blockquote,
  Code,
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
import type { ConversionLog } from './conversion.ts';

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
 * Makes of each block what Signpost has: callouts, collapsible answers and tabs stay such, steps become the numbered list
 * in `:::steps`. A block of an unknown name keeps its text and is named.
 */
export function readBlocks(tree: Root, log: ConversionLog): void {
  tree.children = readList(tree.children, log);
}

function readList<Node extends RootContent>(children: Node[], log: ConversionLog): Node[] {
  return children.flatMap((child) => {
    if (child.type === 'containerDirective') return blockOf(child, log) as Node[];
    const parent = child as Partial<Parents>;
    if (parent.children) parent.children = readList(parent.children as RootContent[], log) as typeof parent.children;
    return [child];
  });
}

function blockOf(node: ContainerDirective, log: ConversionLog): RootContent[] {
  const title = titleOf(node);
  const inside = node.children.filter((child) => !isLabel(child));
  const name = nameOf(node);
  if (name === 'tabs') return tabs(node, inside, log);
  const children = readList<BlockContent>(inside as BlockContent[], log);
  const callout = ownValue(calloutKinds, name);
  if (callout)
    return [
      quote({ callout, hProperties: { dataCallout: callout } }, [
        ...(title.length > 0 ? [calloutTitle(title)] : []),
        ...children,
      ]),
    ];
  if (name === 'details') return [details(title, children)];
  if (name === 'steps') return [steps(inside, log)];
  if (name === 'for') return [quote({ hName: 'for', hProperties: audienceOf(node) }, children)];
  if (!layout.has(name) && name !== 'tab' && name !== 'step')
    log.note('changed', 'block-unknown', `:::${node.name}, which means nothing here, became the text in it`);
  return [...(title.length > 0 ? [bold(title)] : []), ...children];
}

/** Tabs stay together; what stood before the first one goes before them all. A single one is its text below its name. */
function tabs(node: ContainerDirective, children: RootContent[], log: ConversionLog): RootContent[] {
  const first = children.findIndex(isPanel);
  const before = readList(first === -1 ? children : children.slice(0, first), log);
  const panels: Panel[] = [];
  for (const child of first === -1 ? [] : children.slice(first)) {
    if (isPanel(child)) panels.push(panelOf(child));
    else panels.at(-1)?.inside.push(child as BlockContent);
  }
  for (const panel of panels) panel.inside = readList(panel.inside, log);
  const [only] = panels;
  if (panels.length < 2) return [...before, ...(only?.title.length ? [bold(only.title)] : []), ...(only?.inside ?? [])];
  const labels = panels.map(({ title }, index) => toText({ type: 'paragraph', children: title }) || String(index + 1));
  for (const [index, audience] of audiencesOf(labels, log).entries()) {
    const panel = panels[index];
    if (panel) Object.assign(panel, { title: [], audience });
  }
  if (panels.every(({ audience }) => audience.dataAudience === undefined))
    log.tabs({ labels, ...(node.attributes?.group && { group: node.attributes.group }) });
  return [
    ...before,
    quote(
      { hName: 'tabs' },
      panels.map(({ title, inside, audience }, index) => {
        const label: Paragraph = {
          type: 'paragraph',
          data: { hName: 'tablabel' },
          children: title.length > 0 ? title : [{ type: 'text', value: labels[index] ?? '' }],
        };
        const isNamed = title.length > 0 || audience.dataAudience === undefined;
        return quote({ hName: 'tab', hProperties: audience }, [...(isNamed ? [label] : []), ...inside]);
      }),
    ),
  ];
}

/** Whom tabs are for that all are values of one choice of the new site, each another; none otherwise. */
function audiencesOf(labels: string[], log: ConversionLog): Panel['audience'][] {
  const found = labels.flatMap((label) => log.choiceOf(label) ?? []);
  const isOneChoice = new Set(found.map(({ choice }) => choice)).size === 1;
  if (!isOneChoice || new Set(found.map(({ value }) => value)).size !== labels.length) return [];
  log.note('info', 'tabs-to-choice', `the tabs ${labels.join(', ')} became those of the choice ${found[0]?.choice}`);
  return found.map(({ choice, value }) => ({ dataAudience: JSON.stringify({ [choice]: value }) }));
}

interface Panel {
  title: PhrasingContent[];
  inside: BlockContent[];
  /** Whom it is for, where it is Signpost's own. */
  audience: { dataAudience?: string };
}

/** A tab, or a block of code in a group of them. */
function isPanel(child: RootContent): child is ContainerDirective | Code {
  return child.type === 'code' || (child.type === 'containerDirective' && nameOf(child) === 'tab');
}

/** What stands behind a language and is no name: marks of lines, properties, switches. */
const noName =
  /\{[^}]{0,200}\}|\[[^\]]{0,200}\]|(?<![\w:-])[\w:-]{1,50}=(?:"[^"]{0,200}"|'[^']{0,200}'|\S+)|(?<!\S)(?::[\w-]+|lines|wrap|expandable|showLineNumbers|copy|nocopy|live|noInline|twoslash)(?!\S)/g;

/** The name of code in a group stands behind its language: `js [Yarn]`, `js title="Yarn"`, `js Yarn`. */
function panelOf(child: ContainerDirective | Code): Panel {
  if (child.type === 'containerDirective') {
    const inside = child.children.filter((one) => !isLabel(one)) as BlockContent[];
    return { title: titleOf(child), inside, audience: audienceOf(child) };
  }
  const name = /\[([^\][]{1,200})\]|title="([^"]{1,200})"/.exec(child.meta ?? '');
  const bare = (child.meta ?? '').replace(noName, ' ').replace(/\s+/g, ' ').trim();
  const value = name?.[1] ?? name?.[2] ?? (bare || (child.lang ?? ''));
  return { title: value ? [{ type: 'text', value }] : [], inside: [child], audience: {} };
}

/** Whom Signpost's own blocks are for; `title`, `label` and `group` say something else elsewhere. */
function audienceOf({ attributes }: ContainerDirective): { dataAudience?: string } {
  const own = Object.entries(attributes ?? {}).filter(
    ([name, value]) => value && !['title', 'label', 'group', 'id', 'class'].includes(name),
  );
  return own.length > 0 ? { dataAudience: JSON.stringify(Object.fromEntries(own)) } : {};
}

/** A numbered list whose items begin with the title of their step; the first heading of a step is its title, too. */
function steps(children: RootContent[], log: ConversionLog): RootContent {
  const items = children.map((child): ListItem => {
    const isStep = child.type === 'containerDirective' && nameOf(child) === 'step';
    const inside = isStep ? (child.children.filter((one) => !isLabel(one)) as BlockContent[]) : [child as BlockContent];
    const [first, ...rest] = inside;
    const title = isStep ? titleOf(child) : [];
    const heading = title.length === 0 && first?.type === 'heading' ? first.children : title;
    const body = readList(heading === title ? inside : rest, log);
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
