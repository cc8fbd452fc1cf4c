import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatePairs } from '../../../src/check/meaning/candidates.ts';
import { nearPairs } from '../../../src/check/meaning/nearest.ts';
import { polarityOf } from '../../../src/check/meaning/polarity.ts';
import { countsIn, disagree } from '../../../src/check/meaning/quantities.ts';
import { type Statement, statementsOf } from '../../../src/check/meaning/statements.ts';
import { createTermIndex } from '../../../src/check/meaning/term-index.ts';
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

const contradictions = async (one: string, other: string, locale = 'en') => {
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

describe('two statements', () => {
  it.each([
    ['You can unlock the bike with a stolen phone.', 'You cannot unlock the bike with a stolen phone.'],
    ['If the lever doesn’t move, push the button.', 'If the lever moves, push the button.'],
    ['The deposit is refundable after a return.', 'The deposit is non-refundable after a return.'],
  ])('may contradict each other: “%s” and “%s”', async (one, other) => {
    expect(await contradictions(one, other)).toEqual(['negation']);
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
    ['en', 'You don’t have to scan the QR code.', 'Scan the QR code.'],
    [
      'en',
      'Each unlocks the bike with a phone.',
      'Nobody can unlock the bike with a stolen broken phone after sunset.',
    ],
    ['en', 'To disable two-step sign-in, open your account.', 'To enable two-step sign-in, open your account.'],
    ['en', 'Follow the import of a plan.', 'No plan import'],
    ['en', 'Do not use the menu of kits.', 'Do not use the menu of kits, as it does not list this one.'],
    ['en', 'Press the import button.', 'Now and then the import button might be disabled.'],
    ['ko', '열리지 않으면 고장 신고 전화로 연락 주세요.', '길 위라면 고장 신고 전화로 연락 주세요.'],
  ])('do not when nothing that one says is denied by the other (%s): “%s” and “%s”', async (locale, one, other) => {
    expect(await contradictions(one, other, locale)).toEqual([]);
  });
});

describe('two statements with numbers', () => {
  it.each([
    [
      'of different subjects',
      'Report an accident in the app within 48 hours.',
      'Report a theft at once in the app, within 24 hours.',
    ],
    ['of different codes', 'Error E-1042 goes after 10 minutes of rest.', 'Error E-4020 goes after 5 minutes of rest.'],
    [
      'of different days',
      'Orders before 2 PM on Fri ship the same day.',
      'Orders before 3 PM on Mon ship the same day.',
    ],
    [
      'of two sides of an age',
      'Riders over the age of 14 need an account.',
      'Riders under the age of 18 need an account.',
    ],
    [
      'of one hour in two spellings',
      'Orders before 11 AM ship the same day.',
      'Orders before 11:00 am ship the same day.',
    ],
    ['that name a place in a menu', 'Open File > Examples > 11.', 'Open File > Examples > 01.'],
    ['that name a version', 'The project that translates IDE 1 is open.', 'The project that translates IDE 2 is open.'],
  ])('do not contradict each other where they are %s', async (_, one, other) => {
    expect(await contradictions(one, other)).toEqual([]);
  });

  it.each([
    ['Refunds take 5 working days.', 'As a rule, refunds take 10 working days.'],
    ['Refunds take 5 working days.', 'It takes 10 working days until your refund arrives.'],
    ['Orders before 11 AM ship the same day.', 'Orders before 2 PM ship the same day.'],
    ['Error E-1042 goes after 10 minutes of rest.', 'Error E-1042 goes after 5 minutes of rest.'],
  ])('contradict each other where they are about the same: “%s” and “%s”', async (one, other) => {
    expect(await contradictions(one, other)).toEqual(['numbers']);
  });
});

describe('statements by their words', () => {
  const words = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 9 });
  const said = fc.record({
    words,
    negatedAnywhere: fc.boolean(),
    places: fc.nat(3),
  });

  it('are looked up without missing one that shares enough', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 40 }), fc.constantFrom(2, 8, 1000), (list, most) => {
        const statements = list.map(
          (one) =>
            ({
              terms: one.words.map(String),
              places: Array.from({ length: one.places + 1 }, () => ({})),
              group: Number(one.negatedAnywhere),
            }) as unknown as Statement & { group: number },
        );
        const [contained, overlap] = [0.75, 0.3];
        const group = (statement: Statement): number => (statement as Statement & { group: number }).group;
        const index = createTermIndex(statements, { most, contained, overlap, group });
        for (const groups of [[0], [1], [0, 1]]) {
          const found = new Set(
            statements.flatMap((_, one) => index.heavierThan(one, groups).map((other) => `${one} ${other}`)),
          );
          for (const one of statements.keys())
            for (const other of statements.keys()) {
              const [light, heavy] = [index.weightOf(one), index.weightOf(other)];
              const { common, rare } = index.shared(one, other);
              const isHeavier = heavy > light || (heavy === light && other > one);
              const shareEnough =
                rare > 0 && common >= contained * light && common >= overlap * (light + heavy - common);
              if (isHeavier && shareEnough && groups.includes(group(statements[other]!)))
                expect(found).toContain(`${one} ${other}`);
            }
        }
      }),
    );
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
