import { codeRanges } from '../dialect/code-ranges.ts';

/** `<div data-gb-custom-block data-tag="hint" data-style='info'>`, and any other `div` that may stand in one. */
const mark = /<div\b([^<>]{0,2000})>|<\/div>/g;
const own = /\bdata-tag=["']([\w@/-]{1,60})["']/;

/** Writes blocks that some versions of GitBook put into `div` elements as the tags that they were. */
export function customBlocksToTags(body: string): string {
  if (!body.includes('data-gb-custom-block')) return body;
  const code = codeRanges(body);
  const open: string[] = [];
  let range = 0;
  return body.replace(mark, (written, attributes: string | undefined, at: number) => {
    while (range < code.length && code[range]!.end <= at) range += 1;
    if ((code[range]?.start ?? Number.POSITIVE_INFINITY) <= at) return written;
    if (attributes === undefined) {
      const name = open.pop();
      return name ? `{% end${name} %}` : written;
    }
    const name = attributes.includes('data-gb-custom-block') ? (own.exec(attributes)?.[1] ?? '') : '';
    open.push(name);
    if (!name) return written;
    const rest = attributes
      .replace('data-gb-custom-block', '')
      .replace(own, '')
      .replace(/\bdata-(?=[\w-]{1,60}=)/g, '');
    return `{% ${name}${rest.trimEnd()} %}`;
  });
}
