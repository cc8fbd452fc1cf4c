import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPinsFile } from '../../../../../src/search/core/pins/pins-file.ts';
import { prefetch } from '../../../../../src/search/core/rank/gather.ts';
import { rank } from '../../../../../src/search/core/rank/rank.ts';
import { search } from '../../../../../src/search/core/search.ts';
import { writePinsFile } from '../../../../../src/search/indexer/write/format/pins-file.ts';
import type { Pinned, PinnedAnswer } from '../../../../../src/search/indexer/write/write-pins.ts';
import { article, build, indexOf, open } from '../../small-site.ts';

const direction = (...shares: number[]) => Float32Array.from({ length: 4 }, (_, place) => shares[place] ?? 0);

const documents = [
  article('refunds', 'Refunds', 'We refund what you paid.', { 'How long': 'Five working days.' }),
  article('sale', 'The winter sale', 'Bought in the sale: exchange only.'),
  article('invoices', 'Invoices', 'By mail, with E-1042 for the tax office.'),
];

const semantic = {
  model: {
    id: 'test',
    dimensions: 4,
    pooling: 'mean' as const,
    queryPrefix: '',
    passagePrefix: '',
    centred: false,
    pieces: 'wordpiece' as const,
  },
  sections: [direction(1), direction(1), direction(0, 1), direction(0, 0, 1)],
  projection: [direction(1), direction(0, 1), direction(0, 0, 1), direction(0, 0, 0, 1)],
  student: [
    ['money', direction(1, 0, 0, 0.2)],
    ['cash', direction(1, 0, 0, 0.1)],
    ['bill', direction(0, 0, 1)],
    ['where', direction(0, 0, 0, 1)],
  ] as [string, Float32Array][],
};

const pin = (more: Partial<PinnedAnswer>): PinnedAnswer => ({ article: 'sale', questions: [], words: [], ...more });
const DAY = 24 * 60 * 60_000;
const now = 100 * DAY;

describe('pinned answers', () => {
  it('come first and surely for their own words, in any order and with a typo', async () => {
    const index = await indexOf(documents, { pinned: { answers: [pin({ questions: ['where is my refund'] })] } });
    for (const query of ['Where is my refund?', 'my refund, where is it', 'where is my refnud']) {
      const { hits, verdict } = await search(index, query, { now });
      expect({ query, first: hits[0]?.article, verdict }).toEqual({ query, first: 'sale', verdict: 'confident' });
    }
    expect((await search(index, 'how long does a refund take', { now })).hits[0]?.article).toBe('refunds');
  });

  it('come first where a question says all words of one of theirs, and not where it says some', async () => {
    const index = await indexOf(documents, {
      pinned: { answers: [pin({ words: ['black friday', 'winter refunds'] })] },
    });
    const first = async (query: string) => (await search(index, query, { now })).hits[0]?.article;
    expect(await first('is there a refund for what I bought in winter')).toBe('sale');
    expect(await first('what was paid and how long for my refund')).toBe('refunds');
  });

  it('are found by meaning in the instant and in the deep tier', async () => {
    const pinned: Pinned = {
      answers: [pin({ questions: ['money'] })],
      vectors: new Map([['money', direction(1, 0, 0, 0.2)]]),
    };
    const index = await indexOf(documents, { semantic, pinned });
    expect((await search(index, 'cash', { now })).hits[0]?.article).toBe('sale');
    expect((await search(index, 'cash')).hits[0]?.article).toBe('refunds');
    const deep = { tier: 'deep' as const, now };
    expect((await search(index, 'x', { ...deep, queryVector: direction(1, 0, 0, 0.3) })).hits[0]?.article).toBe('sale');
    expect((await search(index, 'x', { ...deep, queryVector: direction(1, 0, 2) })).hits[0]?.article).toBe('invoices');
    expect((await search(index, 'bill', { now })).hits[0]?.article).toBe('invoices');
  });

  it('are found by meaning from another language where they are half as near, and by nobody whom the language’s own pins answer', async () => {
    const half = direction(0.6, 0, 0, 0.8);
    const centred = { ...semantic, model: { ...semantic.model, centred: true } };
    const answers = (askedIn?: string) => [pin({ questions: ['where is it'], askedIn })];
    const vectors = new Map([['where is it', direction(1)]]);
    const first = async (pinned: Pinned, queryVector: Float32Array) =>
      (await search(await indexOf(documents, { semantic: centred, pinned }), 'x', { tier: 'deep', queryVector, now }))
        .hits[0]?.article;
    expect(await first({ answers: answers('en'), vectors }, half)).toBe('sale');
    expect(await first({ answers: answers('en'), vectors }, direction(0.4, 0, 0, 0.9))).toBe('refunds');
    expect(await first({ answers: answers(), vectors }, half)).toBe('refunds');
    const both: Pinned = {
      answers: [pin({ article: 'invoices', questions: ['own'] }), ...answers('en')],
      vectors: new Map([...vectors, ['own', direction(0.8, 0, 0, 0.6)]]),
    };
    expect(await first(both, half)).toBe('invoices');
    expect(await first(both, direction(1))).toBe('invoices');
    // The student, which reads its own language, is compared with the teacher's vector.
    const index = await indexOf(documents, { semantic: centred, pinned: { answers: answers('en'), vectors } });
    expect((await search(index, 'cash', { now })).hits[0]?.article).toBe('sale');
  });

  it('leave a question with another number or code alone, and not one with the number of an order', async () => {
    const pinned: Pinned = {
      answers: [pin({ questions: ['money'] })],
      vectors: new Map([['money', direction(1, 0, 0, 0.2)]]),
    };
    const index = await indexOf(documents, { semantic, pinned });
    const first = async (query: string) => (await search(index, query, { now })).hits[0]?.article;
    expect(await first('cash E-1042')).toBe('invoices');
    expect(await first('cash 123456')).toBe('sale');
  });

  it('begin and end with their period, while the same index stays open', async () => {
    const index = await indexOf(documents, {
      pinned: { answers: [pin({ questions: ['refund'], from: now, until: now + DAY })] },
    });
    const first = async (at: number) => (await search(index, 'refund', { now: at })).hits[0]?.article;
    expect(await first(now - 1)).toBe('refunds');
    expect(await first(now)).toBe('sale');
    expect(await first(now + DAY - 1)).toBe('sale');
    expect(await first(now + DAY)).toBe('refunds');
  });

  it('show the section that they name, and the best one of their article where they name none', async () => {
    const named = pin({ article: 'refunds', section: 'how-long', questions: ['tax office'] });
    const [hit] = (await search(await indexOf(documents, { pinned: { answers: [named] } }), 'tax office', { now }))
      .hits;
    expect(hit).toMatchObject({ article: 'refunds', href: '/en/help/refunds/#how-long' });
    const free = pin({ article: 'refunds', questions: ['tax office'] });
    const [other] = (await search(await indexOf(documents, { pinned: { answers: [free] } }), 'tax office', { now }))
      .hits;
    expect(other).toMatchObject({ article: 'refunds', href: '/en/help/refunds/' });
  });

  it('cost an index without them no byte and no file', async () => {
    const [none, empty, strange] = await Promise.all([
      build(documents),
      build(documents, { pinned: { answers: [] } }),
      build(documents, { pinned: { answers: [pin({ article: 'nothing', questions: ['money'] })] } }),
    ]);
    expect(empty.files).toEqual(none.files);
    expect(strange.files).toEqual(none.files);
    expect([...none.files.keys()].some((name) => name.includes('pins'))).toBe(false);
    const fetched: string[] = [];
    await rank(await open(none, fetched), 'refund', { now });
    expect(fetched.some((name) => name.includes('pins'))).toBe(false);
  });

  it('are fetched with what a question needs beforehand', async () => {
    const fetched: string[] = [];
    const built = await build(documents, { pinned: { answers: [pin({ questions: ['refund'] })] } });
    const index = await open(built, fetched);
    await prefetch(index, 'refund');
    const before = fetched.length;
    await rank(index, 'refund', { now });
    expect(fetched.slice(before)).toEqual([]);
  });

  it('are not asked by questions in another language', async () => {
    const index = await indexOf(documents, { pinned: { answers: [pin({ questions: ['refund'] })] } });
    expect((await search(index, 'refund', { now, askedIn: 'de' })).hits[0]?.article).toBe('refunds');
  });
});

describe('the file of pinned answers', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const pins = fc.array(
    fc.record({
      article: fc.nat(500),
      section: fc.option(fc.nat(5000), { nil: undefined }),
      from: fc.nat(),
      until: fc.nat(),
      questions: fc.array(text, { maxLength: 4 }),
      words: fc.array(text, { maxLength: 4 }),
    }),
    { maxLength: 8 },
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(pins, (written) => {
        expect(readPinsFile(writePinsFile(written, undefined), 'pins.bin')).toEqual({
          pins: written,
          vectors: undefined,
        });
      }),
    );
  });

  it('is an error, and never another file, where it is cut', () => {
    const whole = writePinsFile([{ article: 1, section: 2, from: 0, until: 9, questions: ['q'], words: ['w'] }], {
      instant: [direction(1)],
      deep: [direction(0, 1)],
      dimensions: 4,
    });
    expect(readPinsFile(whole, 'pins.bin').vectors?.deep.rows.dimensions).toBe(4);
    for (let length = 0; length < whole.length; length++)
      expect(() => readPinsFile(whole.subarray(0, length), 'pins.bin')).toThrow(/pins\.bin/);
  });
});
