import { expect, it } from 'vitest';
import { groupQuestions } from '../../../../../scripts/lib/insights/group/group-questions.ts';
import { searchSettingsSchema } from '../../../../../src/schemas/search-settings.ts';

const byCharacters = searchSettingsSchema.parse({ models: [{ languages: ['*', 'en', 'ko', 'de'], source: 'none' }] });
const silent = { start() {}, advance() {}, stop() {} };
const asked = (locale: string, ...texts: string[]) =>
  texts.map((text) => ({ key: `${locale} ${text}`, text, locale, count: 1, unanswered: 1, reported: 0 }));

async function languages(questions: ReturnType<typeof asked>, locales: string[]): Promise<Record<string, string>> {
  const groups = await groupQuestions(questions, byCharacters, locales, silent);
  return Object.fromEntries(groups.flatMap(({ locale, questions: own }) => own.map(({ text }) => [text, locale])));
}

it('groups a question with those of its own language, whatever the language of the page', async () => {
  const questions = asked('ko', 'how do I get a refund', 'refund', '환불은 어떻게 받나요', 'E 2010 오류');
  expect(await languages(questions, ['ko', 'en'])).toEqual({
    'how do I get a refund': 'en',
    refund: 'en',
    '환불은 어떻게 받나요': 'ko',
    'E 2010 오류': 'ko',
  });
});

it('knows English on a site that has none, and takes Latin letters for no Korean', async () => {
  expect(await languages(asked('ko', 'student discount', '학생 할인'), ['ko'])).toEqual({
    'student discount': 'en',
    '학생 할인': 'ko',
  });
});

it('leaves a question that no language can be told of in the language of the page', async () => {
  expect(await languages(asked('de', 'iPhone', 'E-2010', '2010'), ['de', 'en'])).toEqual({
    iPhone: 'de',
    'E-2010': 'de',
    '2010': 'de',
  });
});

it('puts the same question asked on pages of two languages into one group', async () => {
  const questions = [...asked('en', 'how do I get a refund'), ...asked('ko', 'how do I get a refund')];
  const groups = await groupQuestions(questions, byCharacters, ['ko', 'en'], silent);
  expect(groups.map(({ locale, count }) => [locale, count])).toEqual([['en', 2]]);
});
