import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';

/** What `#Heading`, `#Heading#Below` or `#^block` of a link means in a note; undefined when it is not there. */
export function partOf(body: string, part: string): string | undefined {
  const names = part.split('#').filter(Boolean);
  const wanted = names.at(-1) ?? '';
  return wanted.startsWith('^') ? blockOf(body, wanted) : sectionOf(body, wanted);
}

/** From a heading to the next one of its level or above. */
function sectionOf(body: string, wanted: string): string | undefined {
  const outside = new Set<number>();
  mapLinesOutsideCode(body, (line, index) => {
    outside.add(index);
    return line;
  });
  const lines: string[] = [];
  let depth = 0;
  for (const [index, line] of body.split('\n').entries()) {
    const heading = outside.has(index) ? /^(#{1,6})[ \t](.*)$/.exec(line) : null;
    const level = heading?.[1]?.length ?? 0;
    if (depth === 0 && heading && bare(heading[2] ?? '') === bare(wanted)) depth = level;
    else if (depth > 0 && level > 0 && level <= depth) break;
    if (depth > 0) lines.push(line);
  }
  return depth > 0 ? lines.join('\n') : undefined;
}

/** The paragraph or the item of a list that ends with `^id`; alone on its line, `^id` means what is above it. */
function blockOf(body: string, id: string): string | undefined {
  const blocks = body.split(/\n[ \t]*\n/);
  for (const [index, block] of blocks.entries()) {
    const line = block.split('\n').find((one) => one.trimEnd().endsWith(` ${id}`) || one.trim() === id);
    if (line === undefined) continue;
    if (block.trim() === id) return blocks[index - 1];
    if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) return line.trim().slice(0, -id.length);
    return block.replace(id, '');
  }
  return undefined;
}

/** Headings are found whatever signs and letters they have. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
