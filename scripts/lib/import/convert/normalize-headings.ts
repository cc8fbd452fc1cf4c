import GithubSlugger, { slug } from 'github-slugger';
import type { Heading, Image, Nodes, Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { anchorsAt } from './anchor-marks.ts';
import type { AddNote } from './conversion.ts';

/**
 * Drops a first heading that repeats the title, moves the others right below the title's level, and lists the anchors:
 * those that headings will have, and those that were set elsewhere (`<a id="x">`) with the heading above them.
 * A heading that repeats the title further down stays where readers saw it.
 */
export function normalizeHeadings(tree: Root, title: string, note: AddNote): Record<string, string> {
  const dropped = dropTitle(tree, title, note);
  const headings = tree.children.length > 0 ? collect(tree) : [];
  const raised = (dropped?.depth ?? 1) - 1;
  if (headings.some((heading) => heading.depth === 1)) {
    for (const heading of headings) heading.depth = Math.min(6, heading.depth + 1) as Heading['depth'];
    note('changed', 'headings-lowered', 'headings moved one level down, below the title');
  } else if (raised > 0 && headings.length > 0) {
    for (const heading of headings) heading.depth = Math.max(2, heading.depth - raised) as Heading['depth'];
    note('changed', 'headings-raised', 'headings moved up, right below the title');
  }
  const anchors = anchorsOf(tree);
  for (const anchor of dropped?.anchors ?? []) anchors[anchor] ??= '';
  return anchors;
}

/**
 * Takes away the heading that repeats the title if readers saw nothing above it: one of the first level, or one that all
 * others are below. Links to it lead to the top then; its pictures stay, and a link in it is named.
 */
function dropTitle(tree: Root, title: string, note: AddNote): { depth: number; anchors: string[] } | undefined {
  const index = tree.children.findIndex(shows);
  const first = tree.children[index];
  if (first?.type !== 'heading' || !repeats(first, title)) return undefined;
  const others = collect(tree).filter((heading) => heading !== first);
  if (first.depth > 1 && !others.every((heading) => heading.depth > first.depth)) return undefined;
  const anchors = [...(first.data?.anchor ? [first.data.anchor] : []), slug(textOf(first))];
  const images: Image[] = [];
  for (const node of tree.children.slice(0, index + 1))
    visit(node, (inner) => {
      anchors.push(...(anchorsAt(inner) ?? []));
      if (inner.type === 'image') images.push(inner);
      if (inner.type === 'link' && !inner.url.startsWith('#'))
        note('lost', 'link-in-title-dropped', `its title led to ${inner.url}; here a title is no link`);
    });
  tree.children.splice(0, index + 1, ...images.map((image) => ({ type: 'paragraph' as const, children: [image] })));
  return { depth: first.depth, anchors };
}

function shows(node: RootContent): boolean {
  let found = false;
  visit(node, (inner) => {
    found ||= isVisible(inner);
    return found ? EXIT : undefined;
  });
  return found;
}

function repeats(heading: Heading, title: string): boolean {
  return [toText(heading), textOf(heading)].some((text) => same(text, title));
}

function collect(tree: Root): Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (heading) => void headings.push(heading));
  return headings;
}

/**
 * Anchors right before a heading are the heading's; those amid text lead to the heading above. Slugs are made
 * as src/markdown makes them: anchors that are written out come first, then the headings in order.
 */
function anchorsOf(tree: Root): Record<string, string> {
  const { headings, strays } = gather(tree);
  const slugger = new GithubSlugger();
  const anchors: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { node, wished } of headings) {
    const explicit = wished.map(writable).find((anchor) => anchor && !(anchor in anchors));
    node.data = {
      ...node.data,
      anchor: explicit !== undefined && explicit !== slug(textOf(node)) ? explicit : undefined,
    };
    if (node.data.anchor === undefined) continue;
    anchors[node.data.anchor] = node.data.anchor;
    slugger.slug(node.data.anchor);
  }
  const places = headings.map(({ node, wished }) => {
    const place = node.data?.anchor ?? (slugger.slug(textOf(node)) || slugger.slug('section'));
    anchors[place] = place;
    for (const other of [...wished, slug(textOf(node))]) anchors[other] ??= place;
    return place;
  });
  for (const { anchor, below } of strays) anchors[anchor] ??= places[below] ?? '';
  return anchors;
}

/** What `{#…}` can hold: no white space and no braces. */
function writable(anchor: string): string {
  return anchor.replace(/[\s{}]+/g, '-').replace(/^-|-$/g, '');
}

interface Gathered {
  headings: { node: Heading; wished: string[] }[];
  /** Anchors amid text, with the index of the heading above them; -1 for none. */
  strays: { anchor: string; below: number }[];
}

function gather(tree: Root): Gathered {
  const found: Gathered = { headings: [], strays: [] };
  let waiting: string[] = [];
  const flush = (): void => {
    found.strays.push(...waiting.map((anchor) => ({ anchor, below: found.headings.length - 1 })));
    waiting = [];
  };
  visit(tree, (node) => {
    if (node.type === 'heading') {
      found.headings.push({ node, wished: [...(node.data?.anchor ? [node.data.anchor] : []), ...waiting] });
      waiting = [];
      return SKIP;
    }
    waiting.push(...(anchorsAt(node) ?? []));
    if (isVisible(node)) flush();
    return;
  });
  flush();
  return found;
}

function textOf(node: Heading): string {
  return toText(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}

function isVisible(node: Nodes): boolean {
  if (node.type === 'text' || node.type === 'html') return node.value.trim() !== '';
  return ['image', 'code', 'inlineCode', 'thematicBreak'].includes(node.type);
}

function same(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
