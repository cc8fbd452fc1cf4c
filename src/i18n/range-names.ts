import { languageTag } from '../schemas/locale.ts';

/** Signs of a title that a name has at most; titles that are alike for longer are not told apart by it. */
const LONGEST = 16;

/**
 * Names for the parts of a sorted list, as the words at the head of a dictionary's page: `Ca – Ch` and `Ci – Cu`. Each end
 * has as many signs as tell it from its neighbour in the next part and from the other end, two at least in an alphabet. One part alone has no
 * name, ''.
 * @param parts The titles of each part, none of them empty.
 */
export function rangeNames(parts: readonly (readonly string[])[], locale: string): string[] {
  if (parts.length < 2) return parts.map(() => '');
  const tag = languageTag(locale);
  const segmenter = new Intl.Segmenter(tag);
  const collator = new Intl.Collator(tag, { sensitivity: 'base' });
  const signs = (title: string) => [...segmenter.segment(title)].map(({ segment }) => segment);
  /** How many signs tell a title from another; 0 where there is no other. */
  const apart = (own: readonly string[], other: string | undefined): number => {
    if (other === undefined) return 0;
    const others = signs(other);
    const first = own.findIndex((sign, place) => collator.compare(sign, others[place] ?? '') !== 0);
    return (first === -1 ? own.length : first) + 1;
  };
  const start = (title: string, neighbour: string | undefined, end: string): string => {
    const own = signs(title);
    const least = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Kana}|\p{Script=Hira}/u.test(own[0] ?? '') ? 1 : 2;
    const length = Math.min(
      LONGEST,
      Math.max(least, apart(own, neighbour), apart(own, end === title ? undefined : end)),
    );
    const [first = '', ...others] = own.slice(0, length);
    return (first.toLocaleUpperCase(tag) + others.join('')).trim();
  };
  return parts.map((titles, place) => {
    const from = start(titles[0]!, parts[place - 1]?.at(-1), titles.at(-1)!);
    const to = start(titles.at(-1)!, parts[place + 1]?.[0], titles[0]!);
    return from === to ? from : `${from} – ${to}`;
  });
}
