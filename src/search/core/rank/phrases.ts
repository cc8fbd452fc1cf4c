import type { Postings } from '../index/postings.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { EXACT } from '../parameters.ts';
import type { ParsedQuery } from '../query/parse-query.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { fold } from '../text/fold.ts';
import { tokenize } from '../text/tokenize.ts';

/** Texts that are read to see whether a phrase stands in them: the best that hold all of its words. */
const READ_AT_MOST = 40;
/** Of a large site, whose texts lie in larger files. */
const READ_OF_LARGE = 12;

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
    const likeliest = candidates
      .sort((one, other) => scores[other]! - scores[one]!)
      .slice(0, index.core.names ? READ_AT_MOST : READ_OF_LARGE);
    await Promise.all(
      likeliest.map(async (section) => {
        const { headings = [], text = '' } = (await index.text(section).catch(() => undefined)) ?? {};
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
        ?.alternatives.find((alternative) => alternative.terms[0]?.term === term)?.terms[0]?.postings ?? NOWHERE,
  );
  // A term of very many sections lists the best of them alone, and says nothing of the others.
  const whole = lists.filter(({ count }) => count === undefined);
  const [first, ...others] = whole.length > 0 ? whole : lists;
  const sets = others.map(({ sections }) => new Set(sections));
  return [...(first?.sections ?? [])].filter((section) => sets.every((set) => set.has(section)));
}

const NOWHERE: Postings = { sections: new Uint32Array(), impacts: new Uint8Array() };

/** With a space at both ends, so that a phrase ends where its words end. */
function plain(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `;
}
