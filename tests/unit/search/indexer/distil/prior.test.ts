import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { distil } from '../../../../../src/search/indexer/distil/distil.ts';
import { priorSpans } from '../../../../../src/search/indexer/distil/prior-spans.ts';
import { taughtBy } from '../../../../../src/search/indexer/distil/taught-texts.ts';
import { sectionVectors } from '../../../../../src/search/indexer/embed/section-vectors.ts';
import type { Teacher } from '../../../../../src/search/indexer/embed/teacher.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { article } from '../../small-site.ts';
import { toyTeacher } from './toy-teacher.ts';

const silent = { start() {}, advance() {}, stop() {} };
const PIECES = [
  '[UNK]',
  'app',
  '##s',
  '退',
  '款',
  '订',
  '单',
  '取',
  '消',
  '换',
  '##退',
  '##款',
  'か',
  '##ий',
  '?',
  '3',
];
const site = [
  article('refund', '退款', '订单取消，退款。'),
  article('cancel', '取消订单', '取消订单 app。'),
  article('app', 'app 退订', '消款 3?'),
];

/** As models for Chinese alone are: a word piece for each character, which no other one continues. */
const chinese: Teacher = {
  ...toyTeacher(),
  vocabulary: PIECES,
  tokenize: (text) => [...text.toLowerCase().matchAll(/[a-z]+|\S/g)].flatMap(([unit]) => place(unit)),
  embed: async (texts) => texts.map((text) => direction(chinese.tokenize(text))),
};

function place(unit: string): number[] {
  const found = PIECES.indexOf(unit);
  return found < 0 ? [] : [found];
}

/** A dimension a piece. */
function direction(pieces: readonly number[]): Float32Array {
  const vector = new Float32Array(chinese.dimensions).fill(0.01);
  for (const piece of pieces) vector[piece] = vector[piece]! + 1;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

describe('what a prior is learned from', () => {
  const counts = { vocabulary: 100, questions: 100 };
  const learned = (language: string) =>
    priorSpans(chinese, language, counts).pieces.map((piece) => chinese.vocabulary[piece]);

  it('are Latin pieces and those of the language’s own script; a Chinese character goes on with no other', () => {
    expect(learned('en')).toEqual(['app', '##s', '?', '3']);
    expect(learned('zh-cn')).toEqual(['app', '##s', '退', '款', '订', '单', '取', '消', '换', '?', '3']);
    expect(learned('ja')).toEqual(['app', '##s', '退', '款', '订', '单', '取', '消', '换', 'か', '?', '3']);
    expect(learned('ru')).toEqual(['app', '##s', '##ий', '?', '3']);
  });

  it('are strings of characters, too, where these are the words', () => {
    const strings = (language: string) => {
      const { texts, questions } = priorSpans(chinese, language, counts);
      return texts.slice(0, questions).join('');
    };
    expect(strings('zh')).toMatch(/[退款订单取消换]{2}/u);
    expect(strings('en')).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a student of Chinese characters', () => {
  const teach = async (teacher: Teacher) => {
    const sections = indexSections(site);
    return distil({
      locale: 'zh',
      sections,
      vectors: await (await sectionVectors(sections, { teacher, progress: silent })).of(sections),
      teacher,
      progress: silent,
      prior: { cache: await mkdtemp(join(tmpdir(), 'prior-')), spans: { vocabulary: 60, questions: 60 } },
    });
  };

  it('learns them, said by the site or not', async () => {
    const { table, report } = await teach(chinese);
    expect(table.map(([piece]) => piece)).toEqual(expect.arrayContaining(['退', '款', '换', 'app', '?']));
    expect(report.heldOutCosine).toBeGreaterThan(0.8);
  });

  it('takes off what questions have in common only where the model is told that they are questions', async () => {
    const centred = { ...chinese, centred: true };
    expect((await teach(centred)).common).toBeUndefined();
    expect((await teach({ ...centred, prefixes: { query: '? ', passage: '' } })).common).toHaveLength(16);
  });

  it('takes it off questions in another language by any centred model', async () => {
    const sections = indexSections(site);
    const asked = { locale: 'en', written: 'zh', sections, progress: silent };
    expect((await taughtBy({ ...chinese, centred: true }, { ...asked, isForeign: true })).common).toHaveLength(16);
    expect((await taughtBy({ ...chinese, centred: true }, asked)).common).toBeUndefined();
  });
});
