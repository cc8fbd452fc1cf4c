import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** What a reader meets in a text, in a form that two texts can be compared by. */
export interface Outline {
  /** Running words, without white space between Chinese letters. */
  words: string[];
  /** `1.2 Two` for the second item of the list within the first: the depth and kind of each list item. */
  items: string[];
  /** Cells by row. */
  tables: string[][][];
  code: string[];
  headings: string[];
  links: string[];
}

const html = unified().use(rehypeParse, { fragment: true });
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);

/** Reads the outline of an HTML body, or of Markdown by way of the HTML that it makes. */
export function outlineOf(text: string, format: 'html' | 'markdown'): Outline {
  const tree = format === 'html' ? html.parse(text) : (markdown.runSync(markdown.parse(text)) as Root);
  const outline: Outline = { words: [], items: [], tables: [], code: [], headings: [], links: [] };
  walk(tree.children as ElementContent[], outline, 0);
  outline.words = wordsOf(tree, format);
  return outline;
}

/** What the second outline lacks or has too much, in a few words; [] for two that are alike. */
export function differences(one: Outline, other: Outline): string[] {
  return (Object.keys(one) as (keyof Outline)[]).flatMap((part) => {
    const [before, after] = [JSON.stringify(one[part]), JSON.stringify(other[part])];
    return before === after ? [] : [`${part}: ${before.slice(0, 600)} became ${after.slice(0, 600)}`];
  });
}

function walk(nodes: ElementContent[], outline: Outline, depth: number): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const name = node.tagName;
    if (name === 'pre') outline.code.push(plain(node).replace(/^ +/, '').replace(/\s+$/, ''));
    else if (/^h[1-6]$/.test(name)) outline.headings.push(name + squeezed(plain(node).replace(/\{#[^{}]*\}\s*$/, '')));
    else if (name === 'table') outline.tables.push(rows(node));
    else if (name === 'img' && isElsewhere(node)) outline.links.push(String(node.properties.alt));
    else if (name === 'a' && typeof node.properties.href === 'string') outline.links.push(squeezed(plain(node)));
    else if (name === 'li') outline.items.push(`${depth} ${squeezed(ownText(node))}`);
    if (name !== 'pre') walk(node.children, outline, depth + (name === 'ul' || name === 'ol' ? 1 : 0));
  }
}

/** The words of the whole text. */
function wordsOf(tree: Root, format: 'html' | 'markdown'): string[] {
  const text = plain(tree)
    .replace(/\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/g, ' ')
    .replace(format === 'markdown' ? /\{#[^{}]*\}/g : /$^/, ' ');
  return text.split(/\s+/).filter(Boolean);
}

function rows(table: Element): string[][] {
  const found: string[][] = [];
  const visit = (node: Element): void => {
    if (node.tagName === 'tr')
      found.push(
        node.children.filter((cell): cell is Element => cell.type === 'element').map((cell) => squeezed(plain(cell))),
      );
    else node.children.forEach((child) => child.type === 'element' && visit(child));
  };
  visit(table);
  return found.filter((row) => row.some((cell) => cell));
}

function ownText(item: Element): string {
  return item.children
    .filter((child) => !(child.type === 'element' && ['ul', 'ol', 'pre'].includes(child.tagName)))
    .map(plain)
    .join('');
}

function plain(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value;
  // The import shows an image of another site as a link with its alternative text.
  if (node.type === 'element' && isElsewhere(node)) return String(node.properties.alt);
  if (node.type === 'comment' || !('children' in node)) return '';
  const inner = node.children.map((child) => plain(child as ElementContent)).join('');
  return node.type === 'element' &&
    ['p', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'blockquote', 'br', 'pre'].includes(
      node.tagName,
    )
    ? ` ${inner} `
    : inner;
}

function isElsewhere(node: Element): boolean {
  return node.tagName === 'img' && !/^(data:|\.\.\/)/.test(String(node.properties.src));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
