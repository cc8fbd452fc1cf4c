import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { type PageTypes, pageTypes } from '../browser/page-types.ts';

/** What is asked of a site in one of its languages. */
export interface BenchLocale {
  locale: string;
  pages: PageTypes;
  queries: string[];
  /** What rows of this locale are called by: nothing for the default locale, `ko: ` for another. */
  label: string;
}

/** How many queries a measurement makes. */
const QUERIES = 12;

/**
 * The locales of a built site that have articles, the default one first.
 * @param content The content folder.
 * @param folder What it was built into.
 * @throws Error when the default locale has no article.
 */
export async function benchLocales(content: string, folder: string): Promise<[BenchLocale, ...BenchLocale[]]> {
  const { site, articles } = await readHelpCenter(content);
  const standard = site?.defaultLocale ?? 'en';
  const published = articles.filter(({ draft, unlisted }) => !draft && !unlisted);
  const measured = async (locale: string): Promise<BenchLocale[]> => {
    const titles = published.filter((article) => article.locale === locale).map(({ title }) => title);
    if (titles.length === 0) return [];
    const label = locale === standard ? '' : `${locale}: `;
    return [{ locale, pages: await pageTypes(folder, locale), queries: queriesFrom(titles), label }];
  };
  const [first] = await measured(standard);
  if (first === undefined)
    throw new Error(`No article of the locale ${standard} in ${content}. Name a content folder with --content.`);
  const others = (site?.locales ?? []).map(({ code }) => code).filter((code) => code !== standard);
  return [first, ...(await Promise.all(others.map(measured))).flat()];
}

/** Titles, spread evenly over all of them, in lower case and without the question mark, as people type them. */
function queriesFrom(titles: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(titles.length / QUERIES));
  return titles
    .filter((_, index) => index % step === 0)
    .slice(0, QUERIES)
    .map((title) => title.toLowerCase().replace(/[?？]/gu, '').replace(/\s+/gu, ' ').trim());
}
