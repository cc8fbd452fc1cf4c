import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';

const definition = /^ {0,3}\*\[([^\]\n\\]{1,100})\] ?:[ \t]*(\S.*)$/;
/** More than these nobody defines; of those that are not one word, fewer. */
const most = 2_000;
const mostOthers = 100;

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
  if (meanings.size === 0) return { body: rest, abbreviate: (text) => text };
  // Most are one word, which is looked up; a pattern has to try all that are not at each place.
  const others = [...meanings.keys()].filter((short) => !/^[\p{L}\p{N}_]+$/u.test(short)).slice(0, mostOthers);
  const longestFirst = others.sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    [
      ...longestFirst.map(
        (short) => `(?<![\\p{L}\\p{N}_])${short.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}_])`,
      ),
      '[\\p{L}\\p{N}_]+',
    ].join('|'),
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
