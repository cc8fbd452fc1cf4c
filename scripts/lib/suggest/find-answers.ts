import { answerMessage } from '../../../src/agents/answer-message.ts';
import { type AnswerSource, type Asking, answerQuestions } from '../../../src/agents/answer-questions.ts';
import type { AnsweredQuestion } from '../../../src/agents/answered-question.ts';
import { type Citation, citationOf, PASSAGE } from '../../../src/agents/citation.ts';
import { understandMessage } from '../../../src/agents/message/understand-message.ts';
import { isOld } from '../../../src/agents/review.ts';
import { readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex, type SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import type { Hit, Verdict } from '../../../src/search/core/types.ts';
import { ownValue } from '../../../src/site/own-value.ts';
import { OWN_PAGE_ID } from '../../../src/site/urls.ts';
import type { AnswerIndex } from './build-answer-index.ts';

export interface Suggestion extends Citation {
  id: string;
  /** The locale that it is written in. */
  locale: string;
  /** `2026-05-01`; left out when the article has no date. */
  reviewed?: string;
  old: boolean;
}

/** What answers one question of a message. */
export interface SuggestedAnswers {
  /** The customer's words. */
  question: string;
  /** The locale of the index that was asked. */
  locale: string;
  /** `none`: no answer is sure, these come closest. */
  verdict: Verdict;
  answers: Suggestion[];
}

export interface Suggestions {
  /** The site's locale that the message is in; left out when that is none of them, or cannot be told. */
  locale?: string;
  questions: SuggestedAnswers[];
}

/** In which language, and how much, is answered. */
export interface Wanted {
  /** The locale to answer in; the message's unless said. */
  locale?: string | undefined;
  /** Answers to each question. */
  limit?: number | undefined;
}

/** Finds the sections that answer each question of a message, with permalinks, best first. */
export async function findAnswers(index: AnswerIndex, message: string, wanted: Wanted = {}): Promise<Suggestions> {
  const { defaultLocale, locales } = index;
  const understood = await understandMessage(message, locales, wanted.locale);
  const { locale } = understood;
  const asking = { locale: wanted.locale ?? locale ?? defaultLocale, askedIn: locale, limit: wanted.limit };
  const answered = await answerMessage(understood, { ...asking, defaultLocale }, sourcesOf(index));
  return { ...(locale !== undefined && { locale }), questions: suggested(index, answered) };
}

/** Finds the sections that answer questions whose languages are known, with permalinks, best first. */
export async function answersTo(
  index: AnswerIndex,
  questions: readonly string[],
  asking: Omit<Asking, 'defaultLocale'>,
): Promise<SuggestedAnswers[]> {
  const { defaultLocale } = index;
  return suggested(index, await answerQuestions(questions, { ...asking, defaultLocale }, sourcesOf(index)));
}

function suggested({ root, reviews }: AnswerIndex, answered: readonly AnsweredQuestion[]): SuggestedAnswers[] {
  const suggestion = (hit: Hit, written: string): Suggestion => {
    const review = ownValue(ownValue(reviews, written) ?? {}, hit.article) ?? {};
    return {
      id: hit.article,
      locale: written,
      ...citationOf(hit, root),
      // Their addresses are all that pages of the owner's own have.
      ...(hit.article.startsWith(OWN_PAGE_ID) && { url: new URL(hit.href, root).href }),
      ...(review.reviewed !== undefined && { reviewed: review.reviewed }),
      old: isOld(review, new Date()),
    };
  };
  return answered.map(({ question, locale, verdict = 'none', hits }) => ({
    question,
    locale,
    verdict,
    answers: hits.map((hit) => suggestion(hit, hit.locale ?? locale)),
  }));
}

type OpenSource = (locale: string) => Promise<AnswerSource | undefined>;

const opened = new WeakMap<AnswerIndex, OpenSource>();

/** Opens the sources of an index, each once. */
function sourcesOf(index: AnswerIndex): OpenSource {
  const before = opened.get(index);
  if (before) return before;
  const open = openSources(index);
  opened.set(index, open);
  return open;
}

function openSources({ manifests, files }: AnswerIndex): OpenSource {
  const fetchFile = async (file: string): Promise<Uint8Array> =>
    files.get(file) ?? Promise.reject(new Error(`The index has no file ${file}.`));
  const opened = new Map<string, Promise<AnswerSource>>();
  const open = async (locale: string, name: string): Promise<AnswerSource> =>
    sourceOver(locale, await openIndex({ manifest: readManifest(await fetchFile(name), name), fetchFile }));
  return async (locale) => {
    const name = ownValue(manifests, locale);
    const known = opened.get(locale);
    if (known || name === undefined) return known;
    const opening = open(locale, name);
    opened.set(locale, opening);
    return opening;
  };
}

function sourceOver(locale: string, index: SearchIndex): AnswerSource {
  return {
    locale,
    ids: () => index.ids(),
    ask: ({ text, ...options }) => search(index, text, { ...options, passageLength: PASSAGE, now: Date.now() }),
  };
}
