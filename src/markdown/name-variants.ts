import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isLabel, remarkDirectives } from './remark-directives.ts';
import { nameAudience, readAudience, type SiteVariants } from './variants.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirectives);

/**
 * Markdown for those who know no site.yaml: a text for some begins with whom it is for, `**Android:**`, instead of
 * `:::for{device=android}`, and so does what is in a tab. Lines stay as many, but for those that such a name needs.
 */
export function nameVariants(markdown: string, locale: string, variants: SiteVariants): string {
  if (!/:::(?:for|tabs?)/i.test(markdown)) return markdown;
  const edits: { start: number; end: number; text: string }[] = [];
  const tree: Root = parser.parse(markdown);
  visit(tree, 'containerDirective', (node) => {
    const kind = node.name.toLowerCase();
    const { start, end } = node.position ?? {};
    if (!['for', 'tabs', 'tab'].includes(kind) || start?.offset === undefined || end?.offset === undefined) return;
    const line = markdown.lastIndexOf('\n', start.offset) + 1;
    const first = markdown.indexOf('\n', start.offset);
    const opening = { start: start.offset, end: first === -1 ? markdown.length : Math.min(first, end.offset) };
    // What is around it, a quote or a list, goes on in the line below.
    const around = markdown
      .slice(line, start.offset)
      .replace(/[^>\s]/g, ' ')
      .trimEnd();
    const name = kind === 'tabs' ? '' : nameOf(node, markdown, locale, variants);
    const content = node.children[node.children.some(isLabel) ? 1 : 0];
    edits.push({ ...opening, text: name && content?.type !== 'paragraph' ? `${name}\n${around}` : name });
    const last = markdown.lastIndexOf('\n', end.offset - 1) + 1;
    const fence = markdown
      .slice(last, end.offset)
      .trimEnd()
      .search(/(?<!:):{3,}$/);
    if (last > line && fence !== -1) edits.push({ start: last + fence, end: end.offset, text: '' });
  });
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), markdown);
}

function nameOf(node: ContainerDirective, markdown: string, locale: string, variants: SiteVariants): string {
  const [first, last] = (node.children.find(isLabel)?.children ?? []).flatMap((child, index, all) =>
    index === 0 || index === all.length - 1 ? child.position : [],
  );
  const own = markdown.slice(first?.start.offset ?? 0, (last ?? first)?.end.offset ?? 0).replaceAll('*', '');
  const name = own || nameAudience(readAudience(node.attributes ?? {}), locale, variants);
  return name && `**${name}:**`;
}
