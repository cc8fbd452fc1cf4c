import { memoize } from '../cache/memoize.ts';
import { KANJI, SYMBOLS } from '../i18n/initials.ts';
import { rangeNames } from '../i18n/range-names.ts';
import { paginate, WHOLE_ALPHABET } from '../site/list-pages.ts';
import { type KeyedArticle, letterName, titlesByLetter } from './article-groups.ts';
import { type ArticleSummary, listArticles } from './articles.ts';
import { defaultLocale, locales, urls } from './site.ts';
import { translator } from './strings.ts';

/** A letter of a list of all articles that is too long for one page, with pages of its own. */
export interface LetterPages {
  /** As readers see it. */
  letter: string;
  /** How many titles it has. */
  count: number;
  pages: LetterPage[];
}

/** Some titles under a letter. */
interface LetterPage {
  href: string;
  /** From where to where they reach, `Ca – Ch`; '' where the letter has one page. */
  range: string;
  articles: ArticleSummary[];
}

/** A page of titles with what its letter and the others have. */
export interface AlphabetPart {
  locale: string;
  letters: LetterPages[];
  letter: LetterPages;
  /** From 1. */
  number: number;
}

/** The letters of all articles of a locale, where these are more than one page can hold; else undefined. */
export const alphabetPages = memoize(async (locale: string): Promise<LetterPages[] | undefined> => {
  const articles = await listArticles(locale);
  if (articles.length <= WHOLE_ALPHABET) return undefined;
  const letters = await titlesByLetter(articles, locale, defaultLocale);
  return withoutSingleSigns(letters).map(([letter, members]) => pagesOf(letter, members, locale));
});

/** Every page of titles under a letter, as `getStaticPaths` has them. */
export async function alphabetParts(): Promise<{ path: string; part: AlphabetPart }[]> {
  const all = await Promise.all(
    locales.map(async ({ code: locale }) => {
      const letters = (await alphabetPages(locale)) ?? [];
      return letters.flatMap((letter) =>
        letter.pages.map(({ href }, place) => ({
          path: href.slice(urls.az(locale).length, -1),
          part: { locale, letters, letter, number: place + 1 },
        })),
      );
    }),
  );
  return all.flat();
}

function pagesOf(letter: string, members: readonly KeyedArticle[], locale: string): LetterPages {
  const parts = paginate([{ articles: members }]).flat();
  const ranges = rangeNames(
    parts.map(({ articles }) => articles.map(({ key }) => key)),
    locale,
  );
  return {
    letter: letter === SYMBOLS ? translator(locale)('az.symbols') : letter,
    count: members.length,
    pages: parts.map(({ articles }, place) => ({
      href: urls.letter(locale, letterName(letter), place + 1),
      range: ranges[place]!,
      articles: articles.map(({ article }) => article),
    })),
  };
}

/**
 * Chinese titles in a language that has no letters for them would be a page for each sign; they are one group, `漢字`, as
 * in Japanese. It stands where the first of them stood.
 */
function withoutSingleSigns(letters: [letter: string, members: KeyedArticle[]][]): typeof letters {
  const merged = new Map<string, KeyedArticle[]>();
  for (const [letter, members] of letters) {
    const name = /^\p{Script=Han}$/u.test(letter) ? KANJI : letter;
    merged.set(name, [...(merged.get(name) ?? []), ...members]);
  }
  return [...merged];
}
