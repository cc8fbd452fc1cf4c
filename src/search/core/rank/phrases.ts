import type { SearchIndex } from '../index/search-index.ts';
import { EXACT } from '../parameters.ts';
import type { ParsedQuery } from '../query/parse-query.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { fold } from '../text/fold.ts';
import { tokenize } from '../text/tokenize.ts';

/** Texts that are read to see whether a phrase stands in them: the best that hold all of its words. */
const READ_AT_MOST = 40;

/**
 * Bonus by section for the quoted phrases of the query that stand in it, word for word, whatever their case and
 * accents. Undefined when the query quotes nothing.
 */
export async function phraseBonus(
  index: SearchIndex,
  query: ParsedQuery,
  words: readonly ResolvedWord[],
  scores: Float32Array,
): Promise<Float32Array | undefined> {
  if (query.phrases.length === 0) return undefined;
  const bonus = new Float32Array(index.sections);
  for (const phrase of query.phrases) {
    const wanted = plain(phrase);
    const candidates = sectionsWithAll(
      tokenize(phrase, index.language).map(({ term }) => term),
      words,
    );
    const likeliest = candidates.sort((one, other) => scores[other]! - scores[one]!).slice(0, READ_AT_MOST);
    await Promise.all(
      likeliest.map(async (section) => {
        const { headings = [], text = '' } = (await index.text(section)) ?? {};
        const name = await index.nameOf(index.articleOf[section]!, section);
        if ([name?.title ?? '', ...headings, text].some((field) => plain(field).includes(wanted)))
          bonus[section] = bonus[section]! + EXACT.short / query.phrases.length;
      }),
    );
  }
  return bonus;
}

function sectionsWithAll(terms: readonly string[], words: readonly ResolvedWord[]): number[] {
  const lists = terms.map(
    (term) =>
      words
        .find(({ word }) => word.terms.includes(term))
        ?.alternatives.find((alternative) => alternative.terms[0]?.term === term)?.terms[0]?.postings.sections ??
      new Uint32Array(),
  );
  const [first, ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return [...(first ?? [])].filter((section) => sets.every((set) => set.has(section)));
}

/** With a space at both ends, so that a phrase ends where its words end. */
function plain(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `;
}
