import type { SearchSettings } from '../../../../src/schemas/search-settings.ts';
import { questionLanguage } from '../../../../src/search/core/query/question-language.ts';
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
  /** The language that they are in, whatever the language of the pages was. */
  locale: string;
  /** How often they were asked. */
  count: number;
  /** The question in the middle first. */
  questions: Question[];
}

/** Cosines that hold for characters rather than meanings. */
const BY_CHARACTERS = { nearness: 0.3, sameness: 0.6 };

/** Beside the languages of a site: what people everywhere ask in. */
const EVERYWHERE = 'en';

/**
 * Groups questions of each language by meaning where a model knows the language, by shared characters elsewhere. Many ask
 * in English on pages in other languages; to the model of these, English words all look alike, and subjects would mix.
 * @param locales Of the site.
 */
export async function groupQuestions(
  questions: Question[],
  settings: Pick<SearchSettings, 'models'>,
  locales: readonly string[],
  progress: ProgressSink,
): Promise<QuestionGroup[]> {
  const possible = [...new Set([...locales, ...questions.map(({ locale }) => locale), EVERYWHERE])];
  const asked = await Promise.all(
    questions.map(async (question) => ({ question, locale: await ownLanguage(question, possible) })),
  );
  const teacherOf = teachersOf(settings, (model) => loadTeacher(model, { progress }));
  const groups: QuestionGroup[] = [];
  for (const [locale, members] of Map.groupBy(asked, (one) => one.locale)) {
    const own = members.map(({ question }) => question);
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

const LATIN = /\p{sc=Latin}/u;
const OTHER_LETTER = /[^\P{L}\p{sc=Latin}]/u;

/** The language of a question. Where its words do not tell, it is that of the page, unless its letters are none of that language's. */
async function ownLanguage({ text, locale }: Question, locales: readonly string[]): Promise<string> {
  const isLatin = (one: string): boolean => new Intl.Locale(one).maximize().script === 'Latn';
  const told = await questionLanguage(text, locales, locale);
  if (told !== undefined) return told;
  return LATIN.test(text) && !OTHER_LETTER.test(text) && !isLatin(locale) ? (locales.find(isLatin) ?? locale) : locale;
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
