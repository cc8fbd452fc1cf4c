import { type Code, codesIn, codesOfTitle } from '../text/codes.ts';
import { plainText } from '../text/plain-text.ts';
import type { SearchIndex } from './search-index.ts';
import { type MakeTable, tableOf } from './title-keys.ts';

const LETTERS_THEN_DIGITS = /^(\p{L}+)(\p{N}+)$/u;

/** Whether two codes are of one kind: the same letters, and as many digits behind them, as in `e1042` and `e2001`. */
export function isLike(one: string, other: string): boolean {
  const [, letters, digits = ''] = LETTERS_THEN_DIGITS.exec(one) ?? [];
  const [, otherLetters, otherDigits = ''] = LETTERS_THEN_DIGITS.exec(other) ?? [];
  return letters !== undefined && letters === otherLetters && digits.length === otherDigits.length;
}

/** A code in more titles is the name of a product. */
const MOST_TITLES = 2;
/** What such a code has at its end in the table: it names none of them. */
const OF_MANY = '*';

/** The codes that name an article in its title: `E-1042`, `(exit status 74)`. */
export const byCode: MakeTable = (titles, language) => {
  const named = tableOf(titles, ({ title }) => codesOfTitle(title, language));
  const everywhere = tableOf(titles, ({ title }) =>
    codesIn(plainText(title), language).flatMap(({ number, joined }) => [number, ...joined]),
  );
  return new Map(
    [...named].map(([key, articles]) => [
      (everywhere.get(key)?.length ?? 0) <= MOST_TITLES ? key : key + OF_MANY,
      articles,
    ]),
  );
};

/** The numbers of the articles that all of these codes name. */
export async function namedByCodes({ titleTables }: SearchIndex, codes: readonly Code[]): Promise<number[]> {
  const namedBy = async (key: string): Promise<readonly number[]> =>
    (await titleTables.between('codes', byCode, key)).flatMap((table) => table.get(key) ?? []);
  const [first, ...others] = await Promise.all(
    codes.map(async ({ number, joined, prefixed }) => {
      const articles = await Promise.all((prefixed ? joined : [number, ...joined]).map(namedBy));
      return new Set(articles.flat());
    }),
  );
  return [...(first ?? [])].filter((article) => others.every((one) => one.has(article)));
}

/** The codes of one kind with another one that name articles, with the numbers of these; of very many the first ones. */
export async function codesLike({ titleTables }: SearchIndex, code: string): Promise<[string, readonly number[]][]> {
  const [, letters] = LETTERS_THEN_DIGITS.exec(code) ?? [];
  if (letters === undefined) return [];
  const tables = await titleTables.between('codes', byCode, letters, `${letters}\uffff`);
  const like = tables.flatMap((table) =>
    [...table].flatMap(([key, articles]): [string, readonly number[]][] => {
      const its = key.replace(OF_MANY, '');
      return isLike(its, code) ? [[its, articles]] : [];
    }),
  );
  // In the order of the articles, wherever they were found.
  return like.sort(([, [one = 0]], [, [other = 0]]) => one - other);
}
