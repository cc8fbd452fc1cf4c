import GithubSlugger from 'github-slugger';
import { byInitial, SYMBOLS, titleCollator, withoutOpening } from '../i18n/initials.ts';
import { languageTag } from '../schemas/locale.ts';
import { loadLanguage } from '../search/core/text/language.ts';
import type { ArticleSummary } from './articles.ts';

/** Articles of a list that stand below one heading. */
export interface ArticleGroup {
  articles: ArticleSummary[];
  /** True where they go on with those at the end of the page before. */
  continued?: boolean;
  /** Left out by those of a category that have no heading. */
  heading?: GroupHeading;
}

/** Articles below a letter. */
type LetterGroup = ArticleGroup & { heading: GroupHeading };

interface GroupHeading {
  text: string;
  /** The id of the heading, for links to it. */
  anchor: string;
  /** `section` as writers named it, else one letter. */
  kind: 'section' | 'letter';
  /** The language tag of the text, where it is not the page's. */
  lang?: string;
}

/** More articles than this are a list that nobody scrolls through to the end. */
export const LONG = 20;

/**
 * The articles of a category under the headings their writers gave them: in the order of its `sections`, then in that in
 * which the headings first appear; those without a heading come first. More than `LONG` that neither a heading nor an
 * order divides stand under their letters instead.
 * @param defaultLocale The language of the articles that are not translated.
 * @param symbols The heading of titles that begin with a digit or a sign.
 */
export async function groupCategory(
  { articles, sections: headings }: { articles: readonly ArticleSummary[]; sections: readonly string[] },
  locale: string,
  defaultLocale: string,
  symbols: string,
): Promise<ArticleGroup[]> {
  const place = ({ section }: ArticleSummary) => headings.indexOf(section ?? '') + 1 || Infinity;
  const sections = Map.groupBy(
    articles.toSorted((a, b) => place(a) - place(b) || 0),
    (article) => article.section,
  );
  // A single heading over everything says no more than the name of the category.
  const loose = sections.size === 1 && articles.length > LONG ? [...articles] : (sections.get(undefined) ?? []);
  const isOrdered = loose.some(({ order }) => order !== undefined);
  const first =
    loose.length > LONG && !isOrdered
      ? await groupByLetter(loose, locale, defaultLocale, symbols)
      : [{ articles: loose }];
  const named = loose.length === articles.length ? [] : [...sections].filter(([section]) => section !== undefined);
  const slugger = new GithubSlugger();
  return [
    ...(loose.length > 0 ? first : []),
    ...named.map(([section = '', members]): ArticleGroup => {
      const anchor = `section-${slugger.slug(section)}`;
      const written = members[0]?.fallback && { lang: languageTag(defaultLocale) };
      return { heading: { text: section, anchor, kind: 'section', ...written }, articles: members };
    }),
  ];
}

/** Articles under the letters of the words that their titles are about, by these words; parameters as above. */
export async function groupByLetter(
  articles: readonly ArticleSummary[],
  locale: string,
  defaultLocale: string,
  symbols: string,
): Promise<LetterGroup[]> {
  const letters = await titlesByLetter(articles, locale, defaultLocale);
  return letters.map(([letter, members]) => ({
    heading: {
      text: letter === SYMBOLS ? symbols : letter,
      anchor: `letter-${letterName(letter)}`,
      kind: 'letter',
    },
    articles: members.map(({ article }) => article),
  }));
}

/** What stands for a letter in addresses. */
export function letterName(letter: string): string {
  return letter === SYMBOLS ? 'symbols' : letter.toLowerCase();
}

/** An article with the words of its title by which lists have it. */
export interface KeyedArticle {
  article: ArticleSummary;
  key: string;
}

/** Articles by the letters of the words that their titles are about, and by these words; parameters as above. */
export async function titlesByLetter(
  articles: readonly ArticleSummary[],
  locale: string,
  defaultLocale: string,
): Promise<[letter: string, members: KeyedArticle[]][]> {
  const isStopWord = new Map(
    await Promise.all(
      [locale, defaultLocale].map(async (code) => [code, (await loadLanguage(code)).isStopWord] as const),
    ),
  );
  const collator = titleCollator(locale);
  const keyed = articles
    .map((article) => {
      const written = article.fallback ? defaultLocale : locale;
      return { article, key: withoutOpening(article.title, isStopWord.get(written)!, written) };
    })
    .sort((a, b) => collator.compare(a.key, b.key));
  return byInitial(keyed, ({ key }) => key, locale);
}
