import type { SearchSettings } from '../../../../src/schemas/search-settings.ts';
import { maskLongNumbers } from '../../../../src/search/core/semantic/long-numbers.ts';
import { meanOf, withoutCommon } from '../../../../src/search/indexer/embed/centre.ts';
import { loadTeacher, type Teacher } from '../../../../src/search/indexer/embed/teacher.ts';
import { teachersOf } from '../../../../src/search/indexer/embed/teachers.ts';
import type { ProgressSink } from '../../../../src/terminal/progress.ts';
import type { Question } from '../count/question-counter.ts';
import { groupByMeaning } from './group-by-meaning.ts';
import { ngramVectors } from './ngram-vectors.ts';

/** Unanswered questions that mean the same. */
export interface QuestionGroup {
  locale: string;
  /** How often they were asked. */
  count: number;
  /** The question in the middle first. */
  questions: Question[];
}

/** Cosines that hold for characters rather than meanings. */
const BY_CHARACTERS = { nearness: 0.3, sameness: 0.6 };

/** Groups questions of each language by meaning where a model knows the language, by shared characters elsewhere. */
export async function groupQuestions(
  questions: Question[],
  settings: Pick<SearchSettings, 'models'>,
  progress: ProgressSink,
): Promise<QuestionGroup[]> {
  const teacherOf = teachersOf(settings, (model) => loadTeacher(model, { progress }));
  const groups: QuestionGroup[] = [];
  for (const [locale, own] of Map.groupBy(questions, (question) => question.locale)) {
    const texts = own.map(({ text }) => text);
    const teacher = await teacherOf(locale);
    const vectors = teacher ? await embed(texts, teacher, progress) : ngramVectors(texts);
    const found = groupByMeaning(
      vectors,
      own.map(({ count }) => count),
      teacher ? {} : BY_CHARACTERS,
    );
    groups.push(
      ...found.map(({ members, weight }) => ({
        locale,
        count: weight,
        questions: members.map((member) => own[member]!),
      })),
    );
  }
  return groups.sort((a, b) => b.count - a.count);
}

/** Questions that go through the network together: more are hardly faster and take much more memory. */
const TOGETHER = 24;

async function embed(texts: string[], teacher: Teacher, progress: ProgressSink): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  progress.start('Reading questions', texts.length);
  for (let start = 0; start < texts.length; start += TOGETHER) {
    const part = texts.slice(start, start + TOGETHER);
    vectors.push(...(await teacher.embed(part.map(maskLongNumbers), { kind: 'query' })));
    progress.advance(part.length);
  }
  progress.stop();
  if (!teacher.centred) return vectors;
  const common = meanOf(vectors);
  return vectors.map((vector) => withoutCommon(vector, common));
}
