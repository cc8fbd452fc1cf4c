import { type Citation, citationOf, PASSAGE } from '../../../src/agents/citation.ts';
import { questionOf } from '../../../src/agents/customer-message.ts';
import { isOld } from '../../../src/agents/review.ts';
import { readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import type { Outcome } from '../../../src/search/core/types.ts';
import { ownValue } from '../../../src/site/own-value.ts';
import type { AnswerIndex } from './build-answer-index.ts';

export interface Suggestion extends Citation {
  id: string;
  /** `2026-05-01`; left out when the article has no date. */
  reviewed?: string;
  old: boolean;
}

export interface Suggestions {
  /** The language that was answered in. */
  locale: string;
  /** `none`: no answer is sure, these come closest. */
  verdict: Outcome['verdict'];
  answers: Suggestion[];
}

/** Finds the sections that answer a message, with permalinks, best first. */
export async function findAnswers(
  { root, defaultLocale, manifests, files, reviews }: AnswerIndex,
  message: string,
  wanted: string,
  limit: number,
): Promise<Suggestions> {
  const locale = Object.hasOwn(manifests, wanted) ? wanted : defaultLocale;
  const name = manifests[locale];
  if (name === undefined) return { locale, verdict: 'none', answers: [] };
  const fetchFile = async (file: string): Promise<Uint8Array> =>
    files.get(file) ?? Promise.reject(new Error(`The index has no file ${file}.`));
  const index = await openIndex({ manifest: readManifest(await fetchFile(name), name), fetchFile });
  const { hits, verdict } = await search(index, questionOf(message), { limit, passageLength: PASSAGE });
  const answers = hits.map((hit) => {
    const review = ownValue(reviews[locale] ?? {}, hit.article) ?? {};
    return {
      id: hit.article,
      ...citationOf(hit, root),
      ...(review.reviewed !== undefined && { reviewed: review.reviewed }),
      old: isOld(review, new Date()),
    };
  });
  return { locale, verdict, answers };
}
