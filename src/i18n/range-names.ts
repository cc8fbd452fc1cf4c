import { languageTag } from '../schemas/locale.ts';

/** Signs of a title that a name has at most; titles that are alike for longer are not told apart by it. */
const LONGEST = 16;

/**
 * Names for the parts of a sorted list, as the words at the head of a dictionary's page: `Ca – Ch` and `Ci – Cu`. Each end
 * has as many signs as tell it from its neighbour in the next part, two at least in an alphabet. One part alone has no
 * name, ''.
 * @param parts The titles of each part, none of them empty.
 */
export function rangeNames(parts: readonly (readonly string[])[], locale: string): string[] {
  if (parts.length < 2) return parts.map(() => '');
  const tag = languageTag(locale);
  const segmenter = new Intl.Segmenter(tag);
  const collator = new Intl.Collator(tag, { sensitivity: 'base' });
  const signs = (title = '') => [...segmenter.segment(title)].map(({ segment }) => segment);
  const start = (title: string, neighbour: string | undefined): string => {
    const [own, other] = [signs(title), signs(neighbour)];
    const same = own.findIndex((sign, place) => collator.compare(sign, other[place] ?? '') !== 0);
    const least = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Kana}|\p{Script=Hira}/u.test(own[0] ?? '') ? 1 : 2;
    const length = Math.min(LONGEST, Math.max(least, (same === -1 ? own.length : same) + 1));
    const [first = '', ...others] = own.slice(0, length);
    return (first.toLocaleUpperCase(tag) + others.join('')).trim();
  };
  return parts.map((titles, place) => {
    const from = start(titles[0]!, parts[place - 1]?.at(-1));
    const to = start(titles.at(-1)!, parts[place + 1]?.[0]);
    return from === to ? from : `${from} – ${to}`;
  });
}
