import type { SearchIndex } from '../index/search-index.ts';
import { loadOnce } from '../load-once.ts';
import { type ParsedQuery, parseQuery, withSubject } from '../query/parse-query.ts';
import { type ResolvedWord, resolve, spellings } from '../query/resolve.ts';
import type { SemanticOptions, SemanticScores } from '../semantic/semantic-scorer.ts';
import { type LexicalScores, scoreWords } from './lexical.ts';
import type { RankOptions } from './ranking.ts';
import { titleBonus } from './titles.ts';

/** Only an index with pinned answers fetches it. */
export const pins = loadOnce(() => import('../pins/match-pins.ts').catch(() => undefined));

/** What a ranking begins with. */
export interface Gathered {
  query: ParsedQuery;
  words: ResolvedWord[];
  lexical: LexicalScores;
  /** What the query means as it is written; undefined where words decide alone. */
  semantic: SemanticScores | undefined;
  /** Bonus by article whose title the query is; undefined where it is none. */
  inTitle: Map<number, number> | undefined;
}

/**
 * Reads what a ranking begins with, and no more: whoever has a part of the index sees by it whether the ranking is worth its time.
 * @throws as `rank`
 */
export async function gather(index: SearchIndex, written: string, options: RankOptions = {}): Promise<Gathered> {
  const parsed = parseQuery(withSubject(written, options.about), index.language, options);
  const inTitles = options.draft ? await unfinishedInTitles(index, parsed) : undefined;
  const query = inTitles ?? parsed;
  const reading = read(index, query, options);
  const [{ words, lexical }, semantic, inTitle] = await Promise.all([
    reading,
    semanticScores(index, query.text, { ...options, byWords: scoresOf(reading) }),
    options.draft ? undefined : titleBonus(index, query, reading, options),
  ]);
  return { query, words, lexical, semantic, inTitle };
}

/** The query with the word that is being typed as one of titles alone; undefined where no title has a word that begins so. */
async function unfinishedInTitles(index: SearchIndex, query: ParsedQuery): Promise<ParsedQuery | undefined> {
  const unfinished = query.words.find(({ partial }) => partial);
  if (!unfinished) return undefined;
  const typed = index.language.fold(query.text.slice(unfinished.start, unfinished.end));
  if (!(await index.titles.beginningWith(typed))) return undefined;
  return { ...query, words: query.words.map((word) => (word === unfinished ? { ...word, titleOnly: true } : word)) };
}

/**
 * Fetches what a ranking of the query reads, so that it is in memory for this query and those that begin with it;
 * for the tier `deep`, what it reads beside the query's vector.
 * @throws as `rank`
 */
export async function prefetch(index: SearchIndex, text: string, options: RankOptions = {}): Promise<void> {
  const query = parseQuery(withSubject(text, options.about), index.language, options);
  const reading = read(index, query, options);
  const meaning = async (spelled?: ReadonlyMap<string, string>) =>
    options.tier === 'deep'
      ? undefined
      : index.semanticFor(options.askedIn).prefetch(query.text, { ...options, spelled, byWords: scoresOf(reading) });
  const [{ words }] = await Promise.all([reading, meaning()]);
  const spelled = spellings(query, words, index.language);
  if (spelled.size > 0) await meaning(spelled);
  if (index.manifest.pins) await (await pins())?.matchingPin(index, { query, words, semantic: undefined, now: 0 });
}

/** The semantic side is an improvement: without it, for whatever reason, words decide alone. */
export async function semanticScores(
  index: SearchIndex,
  text: string,
  options: RankOptions & SemanticOptions,
): Promise<SemanticScores | undefined> {
  try {
    const scores = await index.semanticFor(options.askedIn).scores(text, options);
    if (scores?.lacking?.failure !== undefined) options.onSemanticError?.(scores.lacking.failure);
    return scores;
  } catch (error) {
    options.onSemanticError?.(error);
    return undefined;
  }
}

/** What the words of a query stand for, and how well they match. */
async function read(index: SearchIndex, query: ParsedQuery, options: RankOptions) {
  const words = await resolve(index, query, options);
  return { words, lexical: scoreWords(words, index.sections) };
}

function scoresOf(reading: Promise<{ lexical: LexicalScores }>): () => Promise<Float32Array> {
  return async () => (await reading).lexical.scores;
}
