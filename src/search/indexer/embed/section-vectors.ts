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
export type PartVectors = Record<'text' | 'titles' | 'clauses', Float32Array>;

interface SectionParts extends PartVectors {
  /** How many sections of the article have these titles: a long text is cut into several. */
  alike: number;
}

/**
 * How much the parts count. Questions are short: they sound like titles and ask for one clause; the text as a whole
 * adds what both leave out. Where what all have in common is taken off, titles that `alike` sections of an article
 * share push them together: there they count less, the more share them.
 */
const WEIGHTS: Record<'plain' | 'centred', (alike: number) => Record<keyof PartVectors, number>> = {
  plain: () => ({ text: 1, titles: 1, clauses: 0.5 }),
  centred: (alike) => ({ text: 1, titles: 1 / Math.sqrt(alike), clauses: 1 }),
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
  const alike = new Map<string, number>();
  for (const section of sections) alike.set(titlesKey(section), (alike.get(titlesKey(section)) ?? 0) + 1);
  return sections.map((section) => ({ ...cache.get(section)!, alike: alike.get(titlesKey(section))! }));
}

const partsOf = memoize((_teacher: Teacher) => new WeakMap<IndexSection, PartVectors>());

function titlesKey({ document, headings }: IndexSection): string {
  return JSON.stringify([document.id, headings]);
}

/** What the parts of sections have in common. */
export function commonParts(parts: readonly PartVectors[]): PartVectors {
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
export function combineParts(parts: readonly SectionParts[], common?: PartVectors): Float32Array[] {
  const weightsOf = WEIGHTS[common ? 'centred' : 'plain'];
  return parts.map((of) => {
    const weights = weightsOf(of.alike);
    return unitSum(KINDS.map((kind) => weighted(of[kind], weights[kind], common?.[kind])));
  });
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
): Promise<PartVectors[]> {
  const titles = sections.map(titlesOf);
  const texts = sections.map(textBelowTitles);
  const clauses = sections.map(({ text }) => clausesOf(text).slice(0, MOST_CLAUSES));
  const embed = (of: string[], kind: EmbedStep['kind']) =>
    embedWithProgress(of, teacher, progress, { kind, title: 'Embedding sections' });
  const passages = await embed([...texts, ...clauses.flat()], 'passage');
  // Titles are what customers ask: where a kind of text has a direction of its own, that of questions is theirs.
  const ofTitles = await embed(titles, teacher.centred ? 'query' : 'passage');
  let next = sections.length;
  return sections.map((_, place) => {
    const from = next;
    next += clauses[place]!.length;
    return {
      text: passages[place]!,
      titles: ofTitles[place]!,
      clauses: next > from ? unitSum(passages.slice(from, next)) : passages[place]!,
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
