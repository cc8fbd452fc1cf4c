import { describe, expect, it } from 'vitest';
import type { Teacher } from '../../../../../src/search/indexer/embed/teacher.ts';
import { embedPins, pinnedAnswers } from '../../../../../src/search/indexer/process/pinned-answers.ts';
import { toyTeacher } from '../distil/toy-teacher.ts';

const pin = (article: string, ...questions: string[]) => ({ article, questions, words: ['refund'] });
const documents = [{ id: 'refunds' }, { id: 'sale' }];

describe('what is pinned in a locale', () => {
  it('is what the owner pins for it, and the questions of other languages about articles that it pins nothing to', () => {
    const pins = {
      en: [pin('refunds', 'where is my money'), pin('sale', 'is there a sale'), pin('only-english', 'x')],
      'zh-cn': [pin('sale', '有促销吗')],
      'zh-tw': [pin('refunds', '退款')],
      ko: [{ ...pin('sale'), from: '2026-11-01' }],
    };
    expect(pinnedAnswers('zh-cn', documents, { pins })).toEqual([
      pin('sale', '有促销吗'),
      { ...pin('refunds', 'where is my money'), words: [], askedIn: 'en' },
    ]);
    expect(pinnedAnswers('ko', documents, { pins }).map(({ article, askedIn }) => [article, askedIn])).toEqual([
      ['sale', undefined],
      ['refunds', 'en'],
      ['refunds', 'zh-tw'],
    ]);
    expect(pinnedAnswers('ko', documents, { pins })[0]?.from).toBe(Date.UTC(2026, 10, 1));
    expect(pinnedAnswers('ko', documents, {})).toEqual([]);
  });
});

describe('the vectors of what is pinned', () => {
  const answers = [
    { ...pin('refunds', 'refund'), words: [] },
    { article: 'sale', questions: ['refund', 'lost my card'], words: [], askedIn: 'en' },
    { article: 'sale', questions: ['나의 돈'], words: [], askedIn: 'xx' },
  ];
  const common = new Float32Array(16).fill(0.5);
  const ofMany: Teacher = { ...toyTeacher(), pieceForm: 'unigram' };

  it('exchange what questions in one language have in common for what those in the other have', async () => {
    const { answers: kept, vectors } = await embedPins(answers, ofMany, common);
    expect(kept).toEqual([answers[0], { ...answers[1], questions: ['lost my card'] }]);
    expect([...vectors!.keys()]).toEqual(['refund', 'lost my card']);
    const [lost, refund] = await ofMany.embed(['lost my card', 'refund'], { kind: 'query' });
    expect(vectors!.get('refund')).toEqual(refund);
    const moved = vectors!.get('lost my card')!.map((value, place) => value - lost![place]! - 0.5);
    // What is taken off is the same for all of the language, and is no single question.
    const again = await embedPins([{ ...answers[1]!, questions: ['my bike'] }], ofMany, common);
    const [bike] = await ofMany.embed(['my bike'], { kind: 'query' });
    const other = again.vectors!.get('my bike')!.map((value, place) => value - bike![place]! - 0.5);
    moved.forEach((value, place) => expect(value).toBeCloseTo(other[place]!));
    expect(Math.hypot(...moved)).toBeGreaterThan(0.1);
  });

  it('are made of the locale’s own questions alone where the model reads one language, or there is none', async () => {
    for (const [teacher, shared] of [
      [toyTeacher(), common],
      [ofMany, undefined],
    ] as const)
      expect((await embedPins(answers, teacher, shared)).answers).toEqual([answers[0]]);
    expect(await embedPins(answers, undefined, undefined)).toEqual({ answers: [answers[0]] });
  });
});
