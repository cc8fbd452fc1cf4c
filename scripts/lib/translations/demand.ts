import type { Translation } from '../../../src/content/translations.ts';
import type { Counts } from '../insights/count/tally.ts';

/** How many visits opened an article: on pages of the translation's language, where it is shown untranslated, and on all. */
export interface Demand {
  own: number;
  all: number;
}

/** How often an article was asked for by those who would read this translation. */
export function demandFor({ locale, source }: Translation, { articles }: Counts): Demand {
  const row = articles.get(source.id);
  return { own: row?.locales.get(locale) ?? 0, all: row?.visits ?? 0 };
}

/**
 * The translations of each locale with the missing ones last, those first that most visits asked for: in the locale, and
 * where that is equal, in any. The others stay in their order.
 */
export function byDemand(translations: readonly Translation[], counts: Counts): Translation[] {
  const missing = ({ state }: Translation): number => Number(state === 'missing');
  return [...Map.groupBy(translations, ({ locale }) => locale).values()].flatMap((own) =>
    own.sort((a, b) => {
      if (missing(a) === 0 || missing(b) === 0) return missing(a) - missing(b);
      const [first, second] = [demandFor(a, counts), demandFor(b, counts)];
      return second.own - first.own || second.all - first.all;
    }),
  );
}

/** `asked for by 12 visits in ko, 340 in all languages`. */
export function demandText({ own, all }: Demand, locale: string): string {
  return `asked for by ${visits(own)} in ${locale}, ${all} in all languages`;
}

/** How much was searched in a locale: `120 searches, 31 unanswered`. */
export function searchesText(locale: string, { locales }: Counts): string {
  const { searches, unanswered } = locales.get(locale) ?? { searches: 0, unanswered: 0 };
  return `${searches} ${searches === 1 ? 'search' : 'searches'}, ${unanswered} unanswered`;
}

function visits(count: number): string {
  return count === 1 ? '1 visit' : `${count} visits`;
}
