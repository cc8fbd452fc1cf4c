import type { ProgressSink } from '../../../terminal/progress.ts';
import { meanOf, setsQuestionsApart, withoutCommon } from '../embed/centre.ts';
import { embedWithProgress } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import type { IndexSection } from '../index-document.ts';
import { siteQuestions } from './site-questions.ts';
import { siteSpans } from './site-spans.ts';

/** Spans of the site's own text; more teach little and cost the teacher two milliseconds each. */
const MOST_SPANS = 10_000;

/** What a student learns from. */
export interface TaughtTexts {
  texts: readonly string[];
  /** Of these, what is most like what people ask. */
  asked: readonly string[];
  /** The teacher's vector of each text, without what all have in common. */
  vectors: readonly Float32Array[];
  /** What the vectors of questions have in common; undefined where it is not taken off. */
  common?: Float32Array;
}

export interface TaughtOptions {
  /** Whose phrases the made-up questions have. */
  locale: string;
  sections: readonly IndexSection[];
  /** The locale that the sections are written in; that of the questions unless given. */
  written?: string;
  /** Whether the questions are compared with sections in another language, which alone sets them apart. */
  isForeign?: boolean;
  /** Spans of the sections at most, and questions. */
  mostSpans?: number;
  mostQuestions?: number;
  progress: ProgressSink;
}

/** Embeds spans of the sections, and made-up questions about them, as the teacher embeds questions. */
export async function taughtBy(
  teacher: Teacher,
  {
    locale,
    sections,
    written = locale,
    isForeign = false,
    mostSpans = MOST_SPANS,
    mostQuestions,
    progress,
  }: TaughtOptions,
): Promise<TaughtTexts> {
  const questions = (await siteQuestions(sections, locale, written)).slice(0, mostQuestions);
  const texts = [...new Set([...siteSpans(sections, mostSpans), ...questions])];
  const embedded = await embedWithProgress(texts, teacher, progress, {
    kind: 'query',
    title: 'Teaching the student this site',
  });
  // Where a language has no phrases, what is asked is nearest to what the site says.
  const firstAsked = questions.length > 0 ? Math.max(0, texts.length - questions.length) : 0;
  const asked = texts.slice(firstAsked);
  if (!(isForeign ? teacher.centred : setsQuestionsApart(teacher))) return { texts, asked, vectors: embedded };
  const common = meanOf(embedded.slice(firstAsked));
  return { texts, asked, vectors: embedded.map((vector) => withoutCommon(vector, common)), common };
}
