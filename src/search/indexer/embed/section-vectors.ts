import type { ProgressSink } from '../../../terminal/progress.ts';
import type { IndexSection } from '../index-document.ts';
import { addShare, withoutCommon } from './centre.ts';
import { embedParts, type PartVectors, textBelowTitles, unitSum } from './section-parts.ts';
import type { Teacher } from './teacher.ts';
import { SectionWindows, type WindowOptions } from './windows.ts';

/**
 * How much the parts count. Questions are short: they sound like titles and ask for one clause; the text as a whole
 * adds what both leave out. Where what all have in common is taken off, titles that `alike` sections of an article
 * share push them together: there they count less, the more share them.
 */
const WEIGHTS: Record<'plain' | 'centred', (alike: number) => Record<keyof PartVectors, number>> = {
  plain: () => ({ text: 1, titles: 1, clauses: 0.5 }),
  centred: (alike) => ({ text: 1, titles: 1 / Math.sqrt(alike), clauses: 1 }),
};

const KINDS = ['text', 'titles', 'clauses'] as const;

/** The vectors of a site's sections, each of length 1, for those that are asked for. */
export interface SectionVectors<Common> {
  /** What all sections have in common, which is taken off; undefined where it is not. */
  common: Common | undefined;
  /** Of a few sections. */
  of(sections: readonly IndexSection[]): Promise<Float32Array[]>;
  /** Goes through sections in their order, some thousand at a time. */
  each(
    sections: readonly IndexSection[],
    see: (vectors: Float32Array[], window: readonly IndexSection[], from: number) => void | Promise<void>,
  ): Promise<void>;
}

/** How sections are embedded. */
export interface SectionVectorsOptions<Common> {
  teacher: Teacher;
  progress: ProgressSink;
  /** What they have in common, where it is known from before. */
  common?: Common | undefined;
  /** Whether that is taken off; as the teacher has it unless given. */
  centred?: boolean;
  /** For tests: how many sections are embedded at a time, and how many kept. */
  windows?: Pick<WindowOptions, 'window' | 'kept'>;
}

/**
 * Embeds sections, each as the weighted mean of its parts.
 * @param sections All of them: what they have in common is taken off where the teacher is centred.
 */
export async function sectionVectors(
  sections: readonly IndexSection[],
  { teacher, progress, common: known, centred = teacher.centred, windows }: SectionVectorsOptions<PartVectors>,
): Promise<SectionVectors<PartVectors>> {
  const parts = new SectionWindows((some, onProgress) => embedParts(some, teacher, onProgress), {
    title: 'Embedding sections',
    progress,
    ...windows,
  });
  const alike = new Map<string, number>();
  for (const section of sections) alike.set(titlesKey(section), (alike.get(titlesKey(section)) ?? 0) + 1);
  const zeros = () => new Float32Array(teacher.dimensions);
  const common: PartVectors = { text: zeros(), titles: zeros(), clauses: zeros() };
  await parts.each(sections, (some) => {
    for (const of of some) for (const kind of KINDS) addShare(common[kind], of[kind], sections.length);
  });
  const taken = centred ? (known ?? common) : undefined;
  const combined = (some: readonly PartVectors[], of: readonly IndexSection[]): Float32Array[] =>
    some.map((one, place) => combineParts(one, alike.get(titlesKey(of[place]!)) ?? 1, taken));
  return {
    common: taken,
    of: async (some) => combined(await parts.of(some), some),
    each: (some, see) => parts.each(some, (of, window, from) => see(combined(of, window), window, from)),
  };
}

/**
 * Embeds the sections' texts below their titles alone: for questions in other languages the other parts add nothing.
 * @param sections As of `sectionVectors`.
 */
export async function sectionTextVectors(
  sections: readonly IndexSection[],
  { teacher, progress, common: known, windows }: SectionVectorsOptions<Float32Array>,
): Promise<SectionVectors<Float32Array>> {
  const texts = new SectionWindows(
    (some, onProgress) => teacher.embed(some.map(textBelowTitles), { kind: 'passage', onProgress }),
    { title: 'Embedding sections for questions in other languages', progress, ...windows },
  );
  const common = new Float32Array(teacher.dimensions);
  await texts.each(sections, (some) => {
    for (const vector of some) addShare(common, vector, sections.length);
  });
  const taken = teacher.centred ? (known ?? common) : undefined;
  const centred = (some: Float32Array[]) => (taken ? some.map((vector) => withoutCommon(vector, taken)) : some);
  return {
    common: taken,
    of: async (some) => centred(await texts.of(some)),
    each: (some, see) => texts.each(some, (of, window, from) => see(centred(of), window, from)),
  };
}

/**
 * One vector of length 1, the weighted mean of a section's parts.
 * @param alike How many sections of the article have its titles: a long text is cut into several.
 * @param common Is taken off the parts; nothing is unless given.
 */
export function combineParts(parts: PartVectors, alike: number, common?: PartVectors): Float32Array {
  const weights = WEIGHTS[common ? 'centred' : 'plain'](alike);
  return unitSum(
    KINDS.map((kind) => {
      const own = common ? withoutCommon(parts[kind], common[kind]) : parts[kind];
      return weights[kind] === 1 ? own : own.map((value) => weights[kind] * value);
    }),
  );
}

function titlesKey({ document, headings }: IndexSection): string {
  return JSON.stringify([document.id, headings]);
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
