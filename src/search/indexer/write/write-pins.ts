import { dot } from '../../core/embedding/vectors.ts';
import { IndexFiles } from '../../core/index/index-files.ts';
import type { Manifest } from '../../core/index/manifest.ts';
import { PINNED } from '../../core/parameters.ts';
import type { IndexedPin } from '../../core/pins/pins-file.ts';
import { maskLongNumbers } from '../../core/semantic/long-numbers.ts';
import { SemanticScorer } from '../../core/semantic/semantic-scorer.ts';
import { plainText } from '../../core/text/plain-text.ts';
import type { IndexSection } from '../index-document.ts';
import { writePinsFile } from './format/pins-file.ts';

/** An answer that must come first, as the owner names it. */
export interface PinnedAnswer {
  /** Id of the article; one that the index does not have is left out. */
  article: string;
  /** Anchor of the section that is shown. */
  section?: string | undefined;
  questions: readonly string[];
  words: readonly string[];
  /** When it begins and ends to hold (ms since 1970). */
  from?: number | undefined;
  until?: number | undefined;
  /** The locale that its questions are in, where it is not the index's own: these are compared by meaning, with a lower threshold. */
  askedIn?: string | undefined;
}

/** The pinned answers of a locale, and the teacher's vectors of what they ask, by question; none without a model. */
export interface Pinned {
  answers: readonly PinnedAnswer[];
  vectors?: ReadonlyMap<string, Float32Array> | undefined;
}

const MINUTE = 60_000;

/** Questions of pinned answers as the teacher embeds them, each once. */
export function pinnedQuestions(answers: readonly PinnedAnswer[]): { question: string; read: string }[] {
  const questions = new Set(answers.flatMap((answer) => answer.questions));
  return [...questions].map((question) => ({ question, read: maskLongNumbers(plainText(question)) }));
}

/**
 * The file of the pinned answers of an index; undefined where none is about an article of it. Their questions are brought
 * into the sections' dimensions by the very files that browsers read.
 * @param contents The other files of the index, by name.
 */
export async function pinsFile(
  { answers, vectors }: Pinned,
  about: Pick<Manifest, 'locale' | 'counts' | 'model'>,
  sections: readonly IndexSection[],
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array | undefined> {
  const articles = [...new Set(sections.map(({ document }) => document.id))];
  const known = answers.filter(({ article }) => articles.includes(article));
  const pins = known.map((answer): IndexedPin => {
    const article = articles.indexOf(answer.article);
    const named = sections.findIndex(
      ({ document, anchor }) => document.id === answer.article && anchor === answer.section,
    );
    return {
      article,
      section: named === -1 ? undefined : named,
      from: Math.floor((answer.from ?? 0) / MINUTE),
      until: Math.ceil((answer.until ?? 0) / MINUTE),
      questions: [...answer.questions],
      words: [...answer.words],
    };
  });
  if (pins.length === 0) return undefined;
  const files = new IndexFiles('', async (name) => {
    const content = contents.get(name);
    if (!content) throw new Error(`The index has no file ${name}.`);
    return content;
  });
  const scorer = new SemanticScorer(files, { version: 0, folder: '', ...about });
  const questions = known.flatMap(({ questions: asked, askedIn }) =>
    asked.map((question) => ({ question, isForeign: askedIn !== undefined })),
  );
  return writePinsFile(pins, vectors && questions.length > 0 ? await rowsOf(questions, vectors, scorer) : undefined);
}

/**
 * The vectors of questions in the sections' dimensions; a question that says nothing to the student has none of its length.
 * The student reads its own language alone, so a question in another one has the teacher's vector for both tiers. Two languages are
 * never as near as two questions in one, so it is longer by what its threshold is lower, and has no length where a question in the index's
 * language is as near to it: who pins in the language itself is followed.
 */
async function rowsOf(
  questions: readonly { question: string; isForeign: boolean }[],
  vectors: ReadonlyMap<string, Float32Array>,
  scorer: SemanticScorer,
): Promise<{ instant: Float32Array[]; deep: Float32Array[]; dimensions: number } | undefined> {
  const rows = await Promise.all(
    questions.map(async ({ question, isForeign }) => {
      const [queryVector, text] = [vectors.get(question)!, plainText(question)];
      const deep = await scorer.scores(text, { tier: 'deep', queryVector });
      const instant = isForeign ? deep : await scorer.scores(text, { tier: 'instant' });
      return { isForeign, instant: instant?.vector, deep: deep?.vector };
    }),
  );
  const dimensions = rows.find(({ deep }) => deep)?.deep?.length;
  if (dimensions === undefined) return undefined;
  const own = rows.flatMap(({ isForeign, deep }) => (isForeign || !deep ? [] : [deep]));
  const row = (vector: Float32Array | undefined, isForeign: boolean, tier: 'instant' | 'deep'): Float32Array => {
    if (!vector) return new Float32Array(dimensions);
    if (!isForeign) return vector;
    const isOwn = own.some((other) => dot(vector, other) >= PINNED.foreign.deep);
    return vector.map((value) => (isOwn ? 0 : (value * PINNED.centred[tier]) / PINNED.foreign[tier]));
  };
  return {
    instant: rows.map(({ instant, isForeign }) => row(instant, isForeign, 'instant')),
    deep: rows.map(({ deep, isForeign }) => row(deep, isForeign, 'deep')),
    dimensions,
  };
}
