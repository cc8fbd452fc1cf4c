import { mergeLanguages } from '../search/core/merge-languages.ts';
import type { LanguageHits, Outcome } from '../search/core/types.ts';
import { OWN_PAGE_ID } from '../site/urls.ts';
import type { AnsweredQuestion } from './answered-question.ts';

/** So many answers are given to the only question of a message, to each of several, and where none of them is sure. */
const ALONE = 6;
const AMONG_SEVERAL = 3;
const UNSURE = 3;
/** So many of them may be articles that only the default language has. */
const BESIDE = 3;

/** The index of one locale, however it is read. */
export interface AnswerSource {
  locale: string;
  /** Tells which articles it has. */
  ids(): Promise<{ has(article: string): boolean }>;
  /** @param question `askedIn`: its locale where that is not the source's; `said`: what was said with it; `without`: articles to leave out. */
  ask(question: {
    text: string;
    limit: number;
    askedIn: string | undefined;
    said?: string;
    without?: (article: string) => boolean;
  }): Promise<Outcome>;
}

export interface Asking {
  /** The locale to answer in. */
  locale: string;
  /** The locale that the questions are in; undefined when it is none of the site's, or could not be told. */
  askedIn: string | undefined;
  /** The locale of the page that is asked from, whose own articles stand beside those in the question's; `locale` unless said. */
  page?: string | undefined;
  /** The locale that has every article. */
  defaultLocale: string;
  /** Answers to each question at most; as many as an agent looks through unless said. */
  limit?: number;
  /** The message that the questions are of, which may say for whom they are asked. */
  said?: string | undefined;
  /** Whether pages of the owner's own count, too; for a reply to a customer they do not. */
  ownPages?: boolean;
}

/**
 * Answers each question of a message as the site's search does: by the index of the wanted language and, where that is
 * not sure, by what the default language alone has beside it; by the default language where the wanted one has no articles.
 * @param open Gives a locale's source; undefined for one without articles.
 * @throws whatever `open` and `ask` throw.
 */
export function answerQuestions(
  questions: readonly string[],
  asking: Asking,
  open: (locale: string) => Promise<AnswerSource | undefined>,
): Promise<AnsweredQuestion[]> {
  const limit = asking.limit ?? (questions.length === 1 ? ALONE : AMONG_SEVERAL);
  return Promise.all(questions.map((question) => answerQuestion(question, { ...asking, limit }, open)));
}

async function answerQuestion(
  question: string,
  { locale, askedIn, page = locale, defaultLocale, limit, said, ownPages = false }: Asking & { limit: number },
  open: (locale: string) => Promise<AnswerSource | undefined>,
): Promise<AnsweredQuestion> {
  const own = await open(locale);
  const source = own ?? (await open(defaultLocale));
  if (!source) return { question, locale, verdict: undefined, hits: [] };
  const outcome = await ask(source, { text: question, limit, said }, askedIn);
  const found = { question, locale: source.locale, verdict: outcome.verdict, hits: outcome.hits };
  const besides = outcome.verdict === 'confident' && source.locale === page ? [] : [page, defaultLocale];
  const opened = await Promise.all([...new Set(besides)].map(open));
  const others = opened.filter((other) => other !== undefined).filter((other) => other.locale !== source.locale);
  if (others.length === 0) return shown(found, limit, ownPages);
  const merged = mergeLanguages(outcome, await Promise.all(others.map((other) => askBeside(other, source))));
  const all = shown({ ...found, verdict: merged.verdict, hits: merged.hits }, limit, ownPages);
  return { ...all, hits: [...all.hits, ...(merged.others ?? []).flatMap((group) => group.hits)] };

  /** What an index has of the question, and that of the question's language has not. */
  async function askBeside(other: AnswerSource, main: AnswerSource): Promise<LanguageHits> {
    const ids = await main.ids();
    const without = (id: string): boolean => ids.has(id);
    const beside = { text: question, limit: Math.min(limit, BESIDE), said };
    const { verdict, hits } = await ask(other, beside, askedIn ?? locale, without);
    return { locale: other.locale, verdict, hits: hits.map((hit) => ({ ...hit, locale: other.locale })) };
  }
}

/** @param askedIn The locale of the question, where it is known. */
async function ask(
  source: AnswerSource,
  { text, limit, said }: { text: string; limit: number; said: string | undefined },
  askedIn: string | undefined,
  without?: (article: string) => boolean,
): Promise<Outcome> {
  const foreign = askedIn === source.locale ? undefined : askedIn;
  return source.ask({ text, limit, askedIn: foreign, ...(said && { said }), ...(without && { without }) });
}

function shown(found: AnsweredQuestion, limit: number, ownPages: boolean): AnsweredQuestion {
  // A page of the owner's own answers no customer, and has no permalink.
  const articles = found.hits.filter(({ article }) => ownPages || !article.startsWith(OWN_PAGE_ID));
  return { ...found, hits: articles.slice(0, found.verdict === 'none' ? Math.min(limit, UNSURE) : limit) };
}
