import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { modelSchema } from '../../../../../src/schemas/search-settings.ts';
import { rank } from '../../../../../src/search/core/rank/rank.ts';
import { buildForeignIndex, type ForeignIndex } from '../../../../../src/search/indexer/distil/foreign-index.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { silentProgress } from '../../../../../src/terminal/progress.ts';
import { article, build, open } from '../../small-site.ts';
import { bilingualTeacher } from './bilingual-teacher.ts';

const english = [
  article('theft', 'bike stolen', 'A stolen bike'),
  article('refund', 'refund', 'Refund of a charge'),
  article('battery', 'battery charge', 'Charge the battery of the bike'),
  article('password', 'password reset', 'Reset your password'),
];
const korean = [
  article('refund', '환불', '환불 충전'),
  article('battery', '배터리 충전', '자전거 배터리 충전'),
  article('password', '비밀번호 재설정', '비밀번호 재설정'),
];
const teacher = bilingualTeacher();
const settings = modelSchema.parse({ dimensions: teacher.dimensions, centred: true });

async function foreign(more: { translated?: typeof korean; previous?: ForeignIndex } = {}): Promise<ForeignIndex> {
  const cache = await mkdtemp(join(tmpdir(), 'foreign-'));
  return buildForeignIndex({
    locale: 'en',
    sections: indexSections(english),
    languages: { ko: indexSections(more.translated ?? korean) },
    teacher,
    settings,
    progress: silentProgress,
    prior: { cache, spans: { vocabulary: 200, questions: 200 } },
    previous: more.previous,
  });
}

let known: ForeignIndex;
beforeAll(async () => {
  known = await foreign();
});

/** Articles by how near they are to a question, and the files that were fetched for it. */
async function ranked(question: string, askedIn?: string, index = known) {
  const fetched: string[] = [];
  const opened = await open(await build(english, { foreign: index }), fetched);
  const { articles, tier } = await rank(opened, question, { askedIn });
  return { ids: articles.map(({ article: number }) => opened.core.names![number]!.id), tier, fetched };
}

describe('a question in another of the site’s languages', () => {
  it('finds the article that is written in the default language alone', async () => {
    const { ids, tier } = await ranked('자전거 도난', 'ko');
    expect(ids[0]).toBe('theft');
    expect(tier).toBe('instant');
  });

  it('is understood in each locale of its language', async () => {
    expect((await ranked('자전거 도난', 'ko-kr')).ids[0]).toBe('theft');
  });

  it('finds it where nothing is translated at all', async () => {
    const index = await foreign({ translated: [] });
    expect((await ranked('자전거 도난', 'ko', index)).ids[0]).toBe('theft');
  });

  it('finds it by the transformer, whose vectors of questions are taken to the sections', async () => {
    const opened = await open(await build(english, { foreign: known }));
    const [queryVector] = await teacher.embed(['자전거 도난']);
    const { articles, tier } = await rank(opened, '자전거 도난', {
      tier: 'deep',
      askedIn: 'ko',
      queryVector: queryVector!,
    });
    expect(tier).toBe('deep');
    expect(opened.core.names![articles[0]!.article]!.id).toBe('theft');
    expect(opened.semanticFor('ko').model).toBe('bilingual');
  });

  it('is compared by words alone in a language that the index does not know', async () => {
    const { tier, fetched } = await ranked('自転車', 'ja');
    expect(tier).toBe('lexical');
    expect(fetched.filter((name) => name.includes('foreign'))).toEqual([]);
  });
});

it('a question in the index’s own language fetches nothing of others', async () => {
  const { fetched } = await ranked('bike');
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.filter((name) => name.includes('foreign'))).toEqual([]);
});

it('the students of an earlier state are kept, and the sections embedded anew', async () => {
  const again = await foreign({ translated: [], previous: known });
  expect(again.students).toBe(known.students);
  expect(again.sections).toEqual(known.sections);
});

it('the manifest says which languages are understood, and by which model', async () => {
  const { manifest } = await build(english, { foreign: known });
  expect(manifest.foreign?.model.id).toBe('bilingual');
  expect(Object.keys(manifest.foreign!.studentShards)).toEqual(['ko']);
  expect((await build(english)).manifest.foreign).toBeUndefined();
});
