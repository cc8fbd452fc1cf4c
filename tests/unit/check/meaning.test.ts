import { describe, expect, it } from 'vitest';
import { candidatePairs } from '../../../src/check/meaning/candidates.ts';
import { nearPairs } from '../../../src/check/meaning/nearest.ts';
import { polarityOf } from '../../../src/check/meaning/polarity.ts';
import { countsIn, disagree } from '../../../src/check/meaning/quantities.ts';
import { statementsOf } from '../../../src/check/meaning/statements.ts';
import type { Article } from '../../../src/content/types.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { dot } from '../../../src/search/core/embedding/vectors.ts';
import { randomBelow, seededRandom } from '../../../src/search/indexer/distil/seeded-random.ts';

const differ = (a: string, b: string): boolean => disagree(countsIn(a).quantities, countsIn(b).quantities);

describe('the numbers of a sentence', () => {
  it('are found with their units, in digits and in words', () => {
    expect(countsIn('Within 14 days, €9.50 of the €1,200 or 3% go back.').quantities).toEqual([
      { unit: 'hours', value: 336, bound: 'most' },
      { unit: 'money:EUR', value: 9.5 },
      { unit: 'money:EUR', value: 1200 },
      { unit: 'percent', value: 3 },
    ]);
    expect(countsIn('Two weeks, five working days, 3 bikes').quantities).toEqual([
      { unit: 'hours', value: 336 },
      { unit: 'hours', value: 120 },
      { unit: 'bike', value: 3 },
    ]);
    expect(countsIn('结账后30天内，三天').quantities.map(({ value }) => value)).toEqual([720, 72]);
    expect(countsIn('30일 이내').quantities).toEqual([{ unit: 'hours', value: 720 }]);
  });

  it('are not taken from versions, codes and names', () => {
    expect(countsIn('Version 2.3.1 of the ESP32 shows E-4020 on v5 and 4G2.').quantities).toEqual([]);
  });

  it('leave a sentence of the same shape behind', () => {
    expect(countsIn('It takes 5 working days.').masked).toBe(countsIn('It takes ten working days.').masked);
  });

  it('agree when they are the same time in other words', () => {
    expect(differ('It takes two weeks.', 'It takes 14 days.')).toBe(false);
    expect(differ('It takes 24 hours.', 'It takes one day.')).toBe(false);
  });

  it('disagree when a day, a price or a place in a row differs', () => {
    expect(differ('It takes 5 days.', 'It takes 10 days.')).toBe(true);
    expect(differ('It costs €5 for 3 months.', 'It costs €6 for 3 months.')).toBe(true);
    expect(differ('Bands 1, 2, 3.', 'Bands 3, 2, 3.')).toBe(true);
  });

  it('do not disagree when one is a range around the other, or the two are the two sides of one rule', () => {
    expect(differ('It takes up to 3 business days.', 'It takes 3–5 business days.')).toBe(false);
    expect(differ('You need two lights or more.', 'Below one light it stops.')).toBe(false);
    expect(differ('You need two lights or more.', 'You need three lights or more.')).toBe(true);
  });

  it('do not disagree when they count different things, or one says more', () => {
    expect(differ('It takes 5 days.', 'It costs €5.')).toBe(false);
    expect(differ('It takes 5 days.', 'It takes 5 days, or 2 days with express.')).toBe(false);
  });
});

describe('the direction of a sentence', () => {
  it.each([
    ['You can pause your plan.', 'You cannot pause your plan.'],
    ['You can pause your plan.', "You can't pause your plan."],
    ['The deposit is refundable.', 'The deposit is non-refundable.'],
    ['Guests are allowed.', 'Guests are forbidden.'],
    ['Wi-Fi is supported.', 'Wi-Fi is not supported.'],
    ['可以暂停套餐。', '不可以暂停套餐。'],
  ])('is turned round between “%s” and “%s”, which are about the same thing', (one, other) => {
    expect(polarityOf(one).negated).toBe(false);
    expect(polarityOf(other).negated).toBe(true);
    expect(polarityOf(one).plain.replace(/\s/g, '')).toBe(polarityOf(other).plain.replace(/\s/g, ''));
  });

  it('is the same when a sentence is turned round twice', () => {
    expect(polarityOf('It is not unavailable.').negated).toBe(false);
  });

  it('is not turned round by a condition or by the title of another article', () => {
    expect(polarityOf("If the lever doesn't move, push it.").negated).toBe(false);
    expect(polarityOf("Push it; see The lever doesn't move.").negated).toBe(false);
    expect(polarityOf("If the lever doesn't move, push it.").negatedAnywhere).toBe(true);
  });
});

describe('two statements', () => {
  const pairs = async (one: string, other: string, locale = 'en') => {
    const article = (id: string, body: string): Article => ({
      ...({} as Article),
      id,
      title: id,
      file: `articles/${locale}/a/${id}.md`,
      locale,
      source: body,
      body,
      bodyLine: 1,
      prose: parseMarkdown(body, `articles/${locale}/a/${id}.md`).prose,
    });
    return candidatePairs(await statementsOf([article('one', one), article('other', other)], locale)).map(
      ({ reason }) => reason,
    );
  };

  it.each([
    ['You can unlock the bike with a stolen phone.', 'You cannot unlock the bike with a stolen phone.'],
    ['If the lever doesn’t move, push the button.', 'If the lever moves, push the button.'],
    ['The deposit is refundable after a return.', 'The deposit is non-refundable after a return.'],
  ])('may contradict each other: “%s” and “%s”', async (one, other) => {
    expect(await pairs(one, other)).toEqual(['negation']);
  });

  it.each([
    ['en', 'Codes have six digits and no letters.', 'Type the six-digit code.'],
    ['en', 'If none opens, call the breakdown line.', 'Call the breakdown line.'],
    ['en', 'Tap Bike → Report a problem → Doesn’t turn on.', 'Tap Bike → Report a problem → Brakes.'],
    ['en', 'See Door did not open under the codes.', 'Door did not open: see the codes.'],
    ['en', 'Look in your spam folder for no-reply@shop.example.', 'Look in the spam folder for it.'],
    [
      'en',
      'Take the battery out, don’t charge it, and swap it at a station.',
      'Take the battery out and swap it at a station.',
    ],
    ['ko', '열리지 않으면 고장 신고 전화로 연락 주세요.', '길 위라면 고장 신고 전화로 연락 주세요.'],
  ])('do not when nothing that one says is denied by the other (%s): “%s” and “%s”', async (locale, one, other) => {
    expect(await pairs(one, other, locale)).toEqual([]);
  });
});

describe('near pairs', () => {
  it('come the nearest first, and only from the threshold on', () => {
    const vectors = [
      [1, 0],
      [0.8, 0.6],
      [0.96, 0.28],
      [0, 1],
    ].map((each) => new Float32Array(each));
    const pairs = nearPairs(vectors, 0.79, (a, b) => a === 1 && b === 2);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 2],
      [0, 1],
    ]);
  });

  it('are the same as those that comparing every dimension of all finds', () => {
    const random = seededRandom(3);
    const unit = (values: number[]) => new Float32Array(values.map((value) => value / Math.hypot(...values)));
    const near = (vector: Float32Array) =>
      unit([...vector].map((value) => value + (randomBelow(1000, random) - 500) / 20_000));
    const first = Array.from({ length: 40 }, () =>
      unit(Array.from({ length: 384 }, () => randomBelow(1000, random) - 400)),
    );
    const vectors = [...first, ...first.slice(0, 15).map(near)];
    const expected = vectors.flatMap((one, a) =>
      vectors.flatMap((other, b) => (b > a && dot(one, other) >= 0.9 ? [`${a} ${b}`] : [])),
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(
      nearPairs(vectors, 0.9, () => false)
        .map(({ a, b }) => `${a} ${b}`)
        .sort(),
    ).toEqual(expected.sort());
  });
});
