import { asStep, type ProgressSink } from '../../../terminal/progress.ts';
import { loadLanguage } from '../../core/text/language.ts';
import { buildSemanticIndex, type SemanticIndex } from '../distil/semantic-index.ts';
import type { StudentReport } from '../distil/student.ts';
import { meanVectors, nearestDocuments } from '../embed/related.ts';
import { wordVectors } from '../embed/word-vectors.ts';
import { type IndexDocument, indexSections } from '../index-document.ts';
import { type BuiltIndex, writeIndex } from '../write/write-index.ts';
import type { LocaleModel } from './open-models.ts';

export interface LocaleInput {
  locale: string;
  documents: readonly IndexDocument[];
  /** Groups of words that mean the same. */
  synonyms: readonly (readonly string[])[];
  /** Undefined for a locale that is searched by words alone. */
  model: LocaleModel | undefined;
  progress: ProgressSink;
  /** Meaning from a build before, whose student is kept. */
  previous?: SemanticIndex | undefined;
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
}

/** Embeds, distils and writes the index of one locale. */
export async function buildLocale({
  locale,
  documents,
  synonyms,
  model,
  progress,
  previous,
}: LocaleInput): Promise<LocaleBuild> {
  const sections = indexSections(documents);
  const semantic = model && (await buildSemanticIndex({ locale, sections, ...model, progress, previous }));
  if (semantic && model?.browser) semantic.model.browser = model.browser.copy;
  const index = await asStep(progress, `Writing the index of ${locale}`, () =>
    writeIndex({ locale, documents, synonyms, semantic }),
  );
  const vectors = semantic
    ? meanVectors(documents, sections, semantic.sections)
    : wordVectors(documents, await loadLanguage(locale));
  return { index, related: nearestDocuments(documents, vectors), report: semantic?.report, semantic };
}
