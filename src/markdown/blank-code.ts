import { visitSource } from './visit-source.ts';

/** Markdown in which spaces stand for code, HTML and addresses, so that all the rest stands where it stood. */
export function blankCode(markdown: string): string {
  const ranges: [start: number, end: number][] = [];
  visitSource(markdown, ['code', 'inlineCode', 'html', 'definition', 'link', 'image'], (node, start, end) => {
    if (node.type === 'link') {
      // Without a bracket, or between two: the text is the address itself.
      const textEnd = node.children.at(-1)?.position?.end.offset ?? start + 1;
      const isAddress = markdown[start] !== '[' || URL.canParse(markdown.slice(start + 1, textEnd));
      ranges.push([isAddress ? start : textEnd, end]);
    } else if (node.type === 'image') ranges.push([start + markdown.slice(start, end).lastIndexOf(']('), end]);
    else ranges.push([start, end]);
  });
  return ranges.reduce(
    (text, [start, end]) => text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
    markdown,
  );
}
