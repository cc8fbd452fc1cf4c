import { collectGarbage } from '../../../cache/collect-garbage.ts';
import { asStep, type ProgressSink } from '../../../terminal/progress.ts';
import { loadLanguage } from '../../core/text/language.ts';
import type { IndexedChoice } from '../../core/variants/variants-column.ts';
import { buildForeignIndex, type ForeignIndex } from '../distil/foreign-index.ts';
import { buildSemanticIndex, type SemanticIndex } from '../distil/semantic-index.ts';
import type { StudentReport } from '../distil/student.ts';
import { meanVectors, type Neighbours, nearestDocuments, relatedIds } from '../embed/related.ts';
import { wordVectors } from '../embed/word-vectors.ts';
import { type IndexDocument, indexSections } from '../index-document.ts';
import { type BuiltIndex, writeIndex } from '../write/write-index.ts';
import type { PinnedAnswer } from '../write/write-pins.ts';
import type { ForeignModel, LocaleModel } from './open-models.ts';
import { embedPins } from './pinned-answers.ts';

export interface LocaleInput {
  locale: string;
  documents: readonly IndexDocument[];
  /** Groups of words that mean the same. */
  synonyms: readonly (readonly string[])[];
  /** The site's choices that its texts can be for, in the locale's words. */
  choices?: readonly IndexedChoice[];
  /** Answers that must come first; none where left out. */
  pins?: readonly PinnedAnswer[];
  /** Undefined for a locale that is searched by words alone. */
  model: LocaleModel | undefined;
  /** What questions in other languages are understood with; only for the locale that all others fall back to. */
  foreign?: (ForeignModel & { languages: Readonly<Record<string, readonly IndexDocument[]>> }) | undefined;
  progress: ProgressSink;
  /** From a build before, whose students are kept. */
  previous?: Pick<LocaleBuild, 'semantic' | 'foreign' | 'neighbours'> | undefined;
  /** Whether it is one of many builds of a process; see `IndexInput`. */
  live?: boolean;
  /** Whether it says which articles are related: by words alone that takes longer than all else. */
  related?: boolean;
}

/** The search of one locale. */
export interface LocaleBuild {
  index: BuiltIndex;
  /** By article id: the nearest articles, nearest first. */
  related: Record<string, string[]>;
  /** How well the student learned; undefined for a locale that is searched by words alone. */
  report: StudentReport | undefined;
  /** Undefined for a locale that is searched by words alone. */
  semantic: SemanticIndex | undefined;
  /** Undefined for a locale that only its own language is understood in. */
  foreign: ForeignIndex | undefined;
  /** What `related` is made of, where one of the next builds can use it: by meaning. */
  neighbours: Neighbours | undefined;
}

/** Embeds, distils and writes the index of one locale. */
export async function buildLocale({
  locale,
  documents,
  synonyms,
  choices = [],
  pins = [],
  model,
  foreign: foreignInput,
  progress,
  previous,
  live = false,
  related = true,
}: LocaleInput): Promise<LocaleBuild> {
  const sections = indexSections(documents);
  // What articles came in, and soon what embedding them took: neither is needed for what follows.
  if (!live) collectGarbage();
  const semantic =
    model && (await buildSemanticIndex({ locale, sections, ...model, progress, previous: previous?.semantic }));
  if (semantic && model?.browser) semantic.model.browser = model.browser.copy;
  const foreign =
    foreignInput && sections.length > 0
      ? await buildForeignIndex({
          locale,
          sections,
          ...foreignInput,
          languages: Object.fromEntries(
            Object.entries(foreignInput.languages).map(([language, own]) => [language, indexSections(own)]),
          ),
          progress,
          previous: previous?.foreign,
        })
      : undefined;
  const pinned = await embedPins(pins, model?.teacher, semantic?.common?.questions);
  if (!live) {
    for (const one of [model, foreignInput]) one?.teacher.rest?.();
    collectGarbage();
  }
  const index = await asStep(progress, `Writing the index of ${locale}`, () =>
    writeIndex({ locale, documents, synonyms, choices, pinned, semantic, foreign, live }),
  );
  const vectorsOf = async (): Promise<Float32Array[]> =>
    semantic ? meanVectors(documents, sections, semantic.sections) : wordVectors(documents, await loadLanguage(locale));
  const neighbours: Neighbours = related
    ? await nearestDocuments(documents, await vectorsOf(), semantic && previous?.neighbours)
    : new Map();
  return {
    index,
    related: relatedIds(neighbours),
    report: semantic?.report,
    semantic,
    foreign,
    neighbours: semantic && live ? neighbours : undefined,
  };
}
