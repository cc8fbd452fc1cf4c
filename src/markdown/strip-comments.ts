import { visitSource } from './visit-source.ts';

const COMMENT = /<!--(?:>|->|[\s\S]*?(?:-->|$))/g;

/** Markdown without its HTML comments, which are notes among writers; what looks like one in code stays. */
export function stripComments(markdown: string): string {
  if (!markdown.includes('<!--')) return markdown;
  const cuts: [number, number][] = [];
  visitSource(markdown, ['html'], (_, start, end) => {
    for (const comment of markdown.slice(start, end).matchAll(COMMENT))
      cuts.push([start + comment.index, start + comment.index + comment[0].length]);
  });
  return cuts.toReversed().reduce((text, [start, end]) => text.slice(0, start) + text.slice(end), markdown);
}
