import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';

const definition = /^ {0,3}\*\[([^\]\n\\]{1,100})\] ?:[ \t]*(\S.*)$/;
/** More than these nobody defines; a pattern of more takes long. */
const most = 2_000;

/**
 * Takes `*[HTML]: Hyper Text Markup Language` out of a body. What comes back with it marks the first place of each
 * abbreviation, so that readers can still ask what it means.
 */
export function takeAbbreviations(body: string): { body: string; abbreviate: (text: string) => string } {
  const meanings = new Map<string, string>();
  if (!body.includes('*[')) return { body, abbreviate: (text) => text };
  const rest = mapLinesOutsideCode(body, (line) => {
    const [, short = '', meaning = ''] = definition.exec(line) ?? [];
    if (!short.trim() || meanings.size >= most) return line;
    meanings.set(short.trim(), meaning.trim());
    return '';
  });
  const shorts = [...meanings.keys()].sort((one, other) => other.length - one.length);
  if (shorts.length === 0) return { body: rest, abbreviate: (text) => text };
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${shorts.map((short) => short.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}_])`,
    'gu',
  );
  const abbreviate = (text: string): string =>
    text.replace(pattern, (short) => {
      const meaning = meanings.get(short);
      if (meaning === undefined) return short;
      meanings.delete(short);
      return `<abbr title="${meaning.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}">${short}</abbr>`;
    });
  return { body: rest, abbreviate };
}
