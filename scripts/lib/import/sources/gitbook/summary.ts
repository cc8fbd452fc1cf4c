import { posix } from 'node:path';
import type { Link, List, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { mendLooseLinks } from '../../../../../src/markdown/loose-links.ts';
import { safeDecode } from '../../../../../src/site/safe-decode.ts';
import type { NavigationEntry } from '../markdown/system.ts';

const parser = unified().use(remarkParse);

/** Longer lists are made to exhaust a parser. */
const longest = 2_000_000;

/**
 * Reads the menu that SUMMARY.md is: nested lists of links, in groups below headings. The title of the menu itself, which
 * is its first heading, is none of these. Entries without a page keep their place for what is below them.
 * @param folder where the addresses in it begin.
 * @param outside takes the entries that lead to other sites, which are no pages.
 */
export function readSummary(text: string, folder: string, outside: string[] = []): NavigationEntry[] {
  const menu: NavigationEntry[] = [];
  let group: NavigationEntry | undefined;
  const put = (...entries: NavigationEntry[]): void => void (group?.children ?? menu).push(...entries);
  for (const [index, node] of topOf(text).entries()) {
    if (node.type === 'heading') {
      if (index === 0 && node.depth === 1 && !linkOf(node.children)) continue;
      const title = words(node);
      group = title ? { title, children: [] } : undefined;
      if (group) menu.push(group);
    } else if (node.type === 'thematicBreak') group = undefined;
    else if (node.type === 'list') put(...entriesOf(node, folder, outside));
    // mdBook: pages before and after the chapters.
    else if (node.type === 'paragraph')
      put(
        ...node.children
          .filter((child) => child.type === 'link')
          .map((link) => ({ ...entryOf(link, folder, outside), children: [] })),
      );
  }
  return menu.filter(({ file, children, title }) => file !== undefined || children.length > 0 || title === undefined);
}

function topOf(text: string): RootContent[] {
  try {
    const tree: Root = parser.parse(mendLooseLinks(text.slice(0, longest).replace(/^\uFEFF/, '')));
    return tree.children.filter(({ type }) => type !== 'html' && type !== 'definition');
  } catch {
    return [];
  }
}

function entriesOf(list: List, folder: string, outside: string[]): NavigationEntry[] {
  return list.children.map((item) => {
    const own = item.children.find((child) => child.type === 'paragraph' || child.type === 'heading');
    const link = own && linkOf(own.children);
    const children = item.children.flatMap((child) => (child.type === 'list' ? entriesOf(child, folder, outside) : []));
    return link ? { ...entryOf(link, folder, outside), children } : { title: titleIn(item), children };
  });
}

function titleIn(item: ListItem): string | undefined {
  const own = item.children.find((child) => child.type === 'paragraph');
  return own && words(own);
}

/** Plain text, without the anchors that GitBook writes behind headings. */
function words(node: Nodes): string | undefined {
  return toText(node, { includeHtml: false }).replace(/\s+/g, ' ').trim() || undefined;
}

function linkOf(nodes: PhrasingContent[]): Link | undefined {
  let link: Link | undefined;
  visit({ type: 'paragraph', children: nodes }, 'link', (node) => void (link ??= node));
  return link;
}

/** A page by its file; addresses of other sites are entries without one. */
function entryOf(link: Link, folder: string, outside: string[]): Omit<NavigationEntry, 'children'> {
  const title = words(link);
  const path = safeDecode(link.url.replace(/[?#].*/s, ''));
  const isOutside = /^[a-z][a-z\d+.-]*:|^\/\//i.test(path);
  if (isOutside) outside.push(`${title ?? ''} (${link.url})`);
  if (!path || isOutside) return { title };
  const file = posix.join('/', folder, path).slice(1);
  return {
    title,
    file: /\.\w+$/.test(file) ? file : `${file.replace(/\/$/, '')}${path.endsWith('/') ? '/README' : ''}.md`,
  };
}
