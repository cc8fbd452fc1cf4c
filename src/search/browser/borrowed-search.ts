import { articleIn } from '../../site/urls.ts';
import { questionLanguage } from '../core/query/question-language.ts';
import type { Outcome } from '../core/types.ts';
import type { LocaleEngine, Preview, Question, Ranked, SearchEngine } from './engine-types.ts';

/** A page whose language has no articles of its own, and so no index. */
export interface BorrowingPage {
  locale: string;
  /** The locales of the indexes that there are. */
  indexed: readonly string[];
  /** Where permalinks begin, ending in a slash. */
  permanent: string;
}

/**
 * The search of a page whose language has no articles: the index of the default language answers, for questions in the page's
 * language by what it knows of that, and its articles are labelled and shown on the page's side of the site.
 * @param lender The engine of the default locale's index.
 */
export function openBorrowedSearch(lender: LocaleEngine, { locale, indexed, permanent }: BorrowingPage): SearchEngine {
  const asked = async (question: Question): Promise<{ question: Question; language: string }> => {
    const told = await questionLanguage(question.text, [locale, ...indexed], locale).catch(() => undefined);
    const language = told ?? locale;
    return { question: language === lender.locale ? question : { ...question, askedIn: language }, language };
  };
  const labelled = (outcome: Outcome, language: string): Outcome => ({
    ...outcome,
    locale: language === lender.locale ? language : locale,
    hits: outcome.hits.map((hit) => ({ ...hit, locale: lender.locale, href: articleIn(hit.href, permanent, locale) })),
  });
  const relabelled = ({ verdict, outcome }: Ranked, language: string): Ranked => ({
    verdict,
    outcome: async () => labelled(await outcome(), language),
  });
  return {
    preview: async (question): Promise<Preview | undefined> => {
      const { question: its, language } = await asked(question);
      const found = await lender.preview(its);
      return found && { ...found, outcome: labelled(found.outcome, language) };
    },
    prefetch: async (question) => lender.prefetch((await asked(question)).question, false),
    lexical: async (question) => {
      const { question: its, language } = await asked(question);
      return relabelled(await lender.lexical(its), language);
    },
    instant: async (question) => {
      const { question: its, language } = await asked(question);
      const found = await lender.instant(its);
      return found && relabelled(found, language);
    },
    deep: async () => undefined,
  };
}
