import type { ModelSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import type { EmbeddedBy } from '../../core/index/manifest.ts';
import { sectionTextVectors } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import type { IndexSection } from '../index-document.ts';
import { fitStudent } from './fit-student.ts';
import { phrasesOf } from './phrases/phrases-of.ts';
import type { PriorOptions } from './prior.ts';
import { evenSample, principalComponents } from './project.ts';
import { projectSections, unprojected } from './projected-sections.ts';
import { embeddedBy } from './semantic-index.ts';
import type { PieceVector, StudentReport } from './student.ts';
import { type TaughtOptions, type TaughtTexts, taughtBy } from './taught-texts.ts';

/** What questions of another language are embedded with. */
interface ForeignStudent {
  table: readonly PieceVector[];
  /** What all questions of the language have in common, of the teacher's dimensions; undefined where it is not taken off. */
  common?: Float32Array;
  /** Texts that are like questions of the language. */
  asked: readonly string[];
  report: StudentReport;
}

/**
 * The meaning of a locale's sections to those who ask in the site's other languages: vectors by a model of many languages,
 * whatever the locale's own model is, and a student for each language.
 */
export interface ForeignIndex {
  model: EmbeddedBy;
  /** One vector a section, in the order of `indexSections`. */
  sections: readonly Float32Array[];
  /** Rows that take the teacher's vectors into the sections' dimensions. */
  projection: readonly Float32Array[];
  /** What all sections have in common, of the teacher's dimensions; undefined where it is not taken off. */
  common?: Float32Array;
  /** By language, such as `ko`. */
  students: Readonly<Record<string, ForeignStudent>>;
}

export interface ForeignIndexOptions {
  /** That the sections are written in. */
  locale: string;
  sections: readonly IndexSection[];
  /** By language: what the site says in it, which may be nothing. */
  languages: Readonly<Record<string, readonly IndexSection[]>>;
  teacher: Teacher;
  settings: ModelSettings;
  progress: ProgressSink;
  prior?: Pick<PriorOptions, 'cache' | 'spans'>;
  /** The result for an earlier state of these sections, whose students are kept. */
  previous?: ForeignIndex | undefined;
}

const DIMENSIONS = 128;
/** What is learned from where nothing is translated: questions, and where a language has none made up, spans in their stead. */
const UNTRANSLATED = { questions: 1_500, spans: 500 };

/**
 * Embeds the sections for questions in other languages, and fits a student for each of these. A student learns from what
 * the site says in its language and from made-up questions about that, as a locale's own one does: where the teacher puts
 * these texts among the sections shows what its words mean here.
 */
export async function buildForeignIndex({
  locale,
  sections,
  languages,
  teacher,
  settings,
  progress,
  prior,
  previous,
}: ForeignIndexOptions): Promise<ForeignIndex> {
  const embedded = await sectionTextVectors(unprojected(sections, previous?.projection), {
    teacher,
    progress,
    common: previous?.common,
  });
  const { common } = embedded;
  const { projection, students } = previous ?? (await fitted());
  return {
    model: embeddedBy(teacher, settings),
    sections: await projectSections(sections, embedded, projection),
    projection,
    ...(common && { common }),
    students,
  };

  async function fitted(): Promise<Pick<ForeignIndex, 'projection' | 'students'>> {
    const taught = new Map<string, TaughtTexts>();
    for (const [language, own] of Object.entries(languages)) {
      // Where nothing is translated yet, questions are about what the locale's own sections name.
      const about = own.length > 0 ? { sections: own } : { sections, written: locale, ...mostFor(language) };
      taught.set(language, await taughtBy(teacher, { locale: language, isForeign: true, progress, ...about }));
    }
    teacher.rest?.();
    const spans = [...taught.values()].flatMap(({ vectors: some }) => some);
    const projection = await principalComponents(await embedded.of(evenSample(sections)), spans, DIMENSIONS);
    const students: Record<string, ForeignStudent> = {};
    for (const [language, { texts, asked, vectors: targets, common: ofQuestions }] of taught) {
      const fit = await fitStudent({ locale: language, texts, targets, projection, teacher, progress, prior });
      students[language] = { ...fit, asked, ...(ofQuestions && { common: ofQuestions }) };
    }
    return { projection, students };
  }
}

function mostFor(language: string): Pick<TaughtOptions, 'mostSpans' | 'mostQuestions'> {
  return { mostSpans: phrasesOf(language) ? 0 : UNTRANSLATED.spans, mostQuestions: UNTRANSLATED.questions };
}
