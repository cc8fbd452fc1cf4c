import { memoize } from '../../../cache/memoize.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { addTo, normalize } from '../../core/embedding/vectors.ts';
import type { IndexSection } from '../index-document.ts';
import { meanOf, withoutCommon } from './centre.ts';
import { clausesOf } from './clauses.ts';
import type { Teacher } from './teacher.ts';

/** Clauses of a section that are embedded one by one: the first ones. */
const MOST_CLAUSES = 8;

/** What a vector of a section is made of, each of length 1: its text below its titles, its titles alone, the direction of its clauses' mean. */
export interface SectionParts {
  text: Float32Array;
  titles: Float32Array;
  clauses: Float32Array;
}

/**
 * How much the parts count. Questions are short: they sound like titles and ask for one clause; the text as a whole
 * adds what both leave out. Where what all have in common is taken off, titles, of which the sections of an
 * article share most, would push them together.
 */
const WEIGHTS: Record<'plain' | 'centred', Record<keyof SectionParts, number>> = {
  plain: { text: 1, titles: 1, clauses: 0.5 },
  centred: { text: 1, titles: 0.5, clauses: 1 },
};

/** The teacher's vectors of the parts of each section. */
export async function sectionParts(
  sections: readonly IndexSection[],
  teacher: Teacher,
  progress: ProgressSink,
): Promise<SectionParts[]> {
  const cache = partsOf(teacher);
  const fresh = sections.filter((section) => !cache.has(section));
  const parts = await embedSections(fresh, teacher, progress);
  fresh.forEach((section, place) => cache.set(section, parts[place]!));
  return sections.map((section) => cache.get(section)!);
}

const partsOf = memoize((_teacher: Teacher) => new WeakMap<IndexSection, SectionParts>());

/** What the parts of sections have in common. */
export function commonParts(parts: readonly SectionParts[]): SectionParts {
  return {
    text: meanOf(parts.map(({ text }) => text)),
    titles: meanOf(parts.map(({ titles }) => titles)),
    clauses: meanOf(parts.map(({ clauses }) => clauses)),
  };
}

/**
 * One vector of length 1 for each section, the weighted mean of its parts.
 * @param common Is taken off the parts; nothing is unless given.
 */
export function combineParts(parts: readonly SectionParts[], common?: SectionParts): Float32Array[] {
  const weights = WEIGHTS[common ? 'centred' : 'plain'];
  return parts.map((of) => unitSum(KINDS.map((kind) => weighted(of[kind], weights[kind], common?.[kind]))));
}

/** The teacher's vector of each section, of length 1. */
export async function sectionVectors(
  sections: readonly IndexSection[],
  teacher: Teacher,
  progress: ProgressSink,
): Promise<Float32Array[]> {
  const parts = await sectionParts(sections, teacher, progress);
  return combineParts(parts, teacher.centred ? commonParts(parts) : undefined);
}

const KINDS = ['text', 'titles', 'clauses'] as const;

function weighted(part: Float32Array, weight: number, common: Float32Array | undefined): Float32Array {
  const own = common ? withoutCommon(part, common) : part;
  return weight === 1 ? own : own.map((value) => weight * value);
}

/**
 * The teacher's vectors of the sections' texts below their titles alone: for questions in other languages the other
 * parts add nothing.
 */
export function sectionTextVectors(
  sections: readonly IndexSection[],
  teacher: Teacher,
  progress: ProgressSink,
): Promise<Float32Array[]> {
  return embedWithProgress(sections.map(textBelowTitles), teacher, progress, {
    kind: 'passage',
    title: 'Embedding sections for questions in other languages',
  });
}

async function embedSections(
  sections: readonly IndexSection[],
  teacher: Teacher,
  progress: ProgressSink,
): Promise<SectionParts[]> {
  const titles = sections.map(titlesOf);
  const texts = sections.map(textBelowTitles);
  const clauses = sections.map(({ text }) => clausesOf(text).slice(0, MOST_CLAUSES));
  const vectors = await embedWithProgress([...texts, ...titles, ...clauses.flat()], teacher, progress, {
    kind: 'passage',
    title: 'Embedding sections',
  });
  let next = 2 * sections.length;
  return sections.map((_, place) => {
    const from = next;
    next += clauses[place]!.length;
    return {
      text: vectors[place]!,
      titles: vectors[sections.length + place]!,
      clauses: next > from ? unitSum(vectors.slice(from, next)) : vectors[place]!,
    };
  });
}

/** The sum of vectors, at length 1. */
function unitSum(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) addTo(sum, vector);
  return normalize(sum);
}

function textBelowTitles(section: IndexSection): string {
  const titles = titlesOf(section);
  return section.text === '' ? titles : `${titles}\n${section.text}`;
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
