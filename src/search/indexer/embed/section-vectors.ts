import { memoize } from '../../../cache/memoize.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { addTo, normalize } from '../../core/embedding/vectors.ts';
import type { IndexSection } from '../index-document.ts';
import { clausesOf } from './clauses.ts';
import type { Teacher } from './teacher.ts';

/** Clauses of a section that are embedded one by one: the first ones. */
const MOST_CLAUSES = 8;
/** What the clauses together count beside the text and beside the titles. */
const CLAUSES_WEIGHT = 0.5;

/**
 * The teacher's vector of each section, of length 1: the mean of that of its text below its titles, that of its titles
 * alone and, at half weight, the direction of its clauses' mean. Questions are short: they sound like titles and ask
 * for one clause; the text as a whole adds what both leave out.
 */
export async function sectionVectors(
  sections: readonly IndexSection[],
  teacher: Teacher,
  progress: ProgressSink,
): Promise<Float32Array[]> {
  const cache = vectorsOf(teacher);
  const fresh = sections.filter((section) => !cache.has(section));
  const vectors = await embedSections(fresh, teacher, progress);
  fresh.forEach((section, place) => cache.set(section, vectors[place]!));
  return sections.map((section) => cache.get(section)!);
}

const vectorsOf = memoize((_teacher: Teacher) => new WeakMap<IndexSection, Float32Array>());

async function embedSections(
  sections: readonly IndexSection[],
  teacher: Teacher,
  progress: ProgressSink,
): Promise<Float32Array[]> {
  const titles = sections.map(titlesOf);
  const texts = sections.map(({ text }, place) => (text === '' ? titles[place]! : `${titles[place]!}\n${text}`));
  const clauses = sections.map(({ text }) => clausesOf(text).slice(0, MOST_CLAUSES));
  const vectors = await embedWithProgress([...texts, ...titles, ...clauses.flat()], teacher, progress, {
    kind: 'passage',
    title: 'Embedding sections',
  });
  let next = 2 * sections.length;
  return sections.map((_, place) => {
    const from = next;
    next += clauses[place]!.length;
    const clauseSum = next > from ? unitSum(vectors.slice(from, next)) : vectors[place]!;
    return unitSum([
      vectors[place]!,
      vectors[sections.length + place]!,
      clauseSum.map((value) => CLAUSES_WEIGHT * value),
    ]);
  });
}

/** The sum of vectors, at length 1. */
function unitSum(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) addTo(sum, vector);
  return normalize(sum);
}

/** The titles of a section, one a line; keywords, which are customers' words, stand with the section that opens the article. */
function titlesOf({ document: { title, keywords }, headings }: IndexSection): string {
  return [title, ...headings, ...(headings.length === 0 && keywords.length > 0 ? [keywords.join(', ')] : [])].join(
    '\n',
  );
}

export interface EmbedStep {
  /** Which of the model's prefixes the texts get. */
  kind: 'query' | 'passage';
  /** What the terminal shows meanwhile. */
  title: string;
}

/** Embeds texts, showing how many of those that are not cached are done. */
export async function embedWithProgress(
  texts: string[],
  teacher: Teacher,
  progress: ProgressSink,
  { kind, title }: EmbedStep,
): Promise<Float32Array[]> {
  let before = 0;
  let started = false;
  const vectors = await teacher.embed(texts, {
    kind,
    onProgress(done, total) {
      if (!started) progress.start(title, total);
      started = true;
      progress.advance(done - before);
      before = done;
    },
  });
  if (started) progress.stop();
  return vectors;
}
