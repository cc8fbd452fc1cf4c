import type { Html, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkGfm);
const COMMENT = /<!--(?:>|->|[\s\S]*?(?:-->|$))/g;

/** Markdown without its HTML comments, which are notes among writers; what looks like one in code stays. */
export function stripComments(markdown: string): string {
  if (!markdown.includes('<!--')) return markdown;
  const cuts: [number, number][] = [];
  const tree: Root = parser.parse(markdown);
  visit(tree, 'html', ({ position }: Html) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return;
    for (const comment of markdown.slice(start, end).matchAll(COMMENT))
      cuts.push([start + comment.index, start + comment.index + comment[0].length]);
  });
  return cuts.toReversed().reduce((text, [start, end]) => text.slice(0, start) + text.slice(end), markdown);
}
