import { describe, expect, it } from 'vitest';
import {
  type Fits,
  fitOf,
  lessenOthers,
  ownPart,
  preferredSection,
} from '../../../../../src/search/core/rank/variants.ts';
import { search } from '../../../../../src/search/core/search.ts';
import type { Asker } from '../../../../../src/search/core/variants/variant-preference.ts';
import type { IndexDocument } from '../../../../../src/search/indexer/index-document.ts';
import { article, indexOf } from '../../small-site.ts';
import { device, plan } from '../variants/device.ts';

/** Sections written as `.` for everybody, `+` for who asks, `-` for others. */
function fitsOf(signs: string): Fits {
  return {
    fitOf: (section) => (signs[section] === '+' ? 1 : signs[section] === '-' ? -1 : 0),
    isVariant: (section) => signs[section] !== '.',
    areAlternatives: () => false,
  };
}
const whole = { firstSection: 0, sections: 4 };

describe('a section', () => {
  const choiceOf = new Map(
    [...device.values, ...plan.values].map(({ name }, place) => [name, place < 2 ? 'device' : 'plan']),
  );
  const wanted = new Map([['device', new Set(['ios'])]]);

  it.each([
    [[], 0],
    [['ios'], 1],
    [['android'], -1],
    [['android', 'ios'], 1],
    [['pro'], 0],
    [['ios', 'pro'], 1],
    [['android', 'pro'], -1],
  ])('for %j is for who wants ios: %i', (values, fit) => {
    expect(fitOf(values, choiceOf, wanted)).toBe(fit);
  });

  it('for others counts a little less, and no other one does', () => {
    const scores = Float32Array.of(0.5, 0.5, 0.5);
    lessenOthers(scores, fitsOf('.+-'));
    expect([scores[0], scores[1]]).toEqual([0.5, 0.5]);
    expect(scores[2]).toBeCloseTo(0.475);
  });
});

describe('the section of an article that answers', () => {
  it.each([
    ['the best one that is for who asks', '.-+.', [0.5, 0.7, 0.8, 0.1], 2, 2],
    ['the same for who asks, beside one for others, though the opening is nearer', '.-+.', [0.75, 0.8, 0.7, 0.1], 1, 2],
    ['the best one for everybody where nothing beside it is for who asks', '.-..', [0.4, 0.8, 0.6, 0.1], 1, 2],
    ['one for others where nothing else is nearly as near', '.-+.', [0.1, 0.8, 0.2, 0.1], 1, 1],
  ])('is %s', (_, signs, scores, best, expected) => {
    expect(preferredSection(best, whole, Float32Array.from(scores), fitsOf(signs))).toBe(expected);
  });

  it.each([
    ['for who asks right below, which says nearly as much', '.-+.', [0.8, 0.6, 0.7, 0.9], 0, 3, 2],
    ['that ranked best right below, where none is for who asks', '.--.', [0.8, 0.6, 0.9, 0.1], 0, 2, 2],
    ['further down: no', '..+.', [0.8, 0.6, 0.7, 0.9], 0, 2, undefined],
    ['which says much less: no', '.-+.', [0.8, 0.6, 0.3, 0.9], 0, 0, undefined],
    ['of another article: no', '...+', [0.8, 0.6, 0.3, 0.9], 2, 2, 3],
    ['below one for others: no', '.-+.', [0.1, 0.8, 0.2, 0.1], 1, 1, undefined],
  ])('gives way to a part %s', (_, signs, scores, shown, found, expected) => {
    expect(ownPart({ shown, found }, whole, Float32Array.from(scores), fitsOf(signs))).toBe(expected);
    if (expected !== undefined)
      expect(
        ownPart({ shown, found }, { firstSection: 0, sections: expected }, Float32Array.from(scores), fitsOf(signs)),
      ).toBeUndefined();
  });
});

/** An article whose parts after the lead are for a device or a plan. */
function split(id: string, title: string, lead: string, parts: [string, string[], string][]): IndexDocument {
  const document = article(id, title, lead);
  return {
    ...document,
    sections: [
      ...document.sections,
      ...parts.map(([label, variants, text], place) => ({
        key: `${id}#${place}`,
        article: id,
        anchor: variants.join('-'),
        headings: [label],
        text,
        variants,
      })),
    ],
  };
}

const site = await indexOf(
  [
    split('unlock', 'Unlock a bike', 'A bike is unlocked in the app.', [
      ['iPhone and iPad', ['ios'], 'Swipe up, allow the camera, and scan the code to unlock the bike.'],
      ['Android', ['android'], 'Allow the location, tap Scan and hold the phone over the code to unlock the bike.'],
    ]),
    split('pay', 'Ways to pay', 'Pay by card.', [
      ['iPhone and iPad', ['ios'], 'Or pay with the wallet of the phone.'],
      ['Pro plan', ['pro'], 'Or pay by invoice once a month.'],
    ]),
    article('lock', 'Lock a bike', 'Close the lever.', { 'Parking zones': 'Blue lines show where to park.' }),
  ],
  { choices: [device, plan] },
);
const first = async (question: string, asker: Asker = {}) => (await search(site, question, asker)).hits[0];

describe('the made-up site', () => {
  const android = { visitor: async () => ['android'] };

  it.each<[string, Asker, string]>([
    ['how do I unlock a bike', android, 'unlock#android'],
    ['how do I unlock a bike', { visitor: async () => ['ios'] }, 'unlock#ios'],
    ['how do I unlock a bike', {}, 'unlock'],
    ['unlock by scanning with the camera', {}, 'unlock'],
    ['how do I unlock a bike on my iPhone', android, 'unlock#ios'],
    ['how do I unlock a bike', { ...android, said: 'I have an iPhone.' }, 'unlock#ios'],
    ['how do I unlock a bike', { ...android, variants: ['ios'] }, 'unlock#ios'],
    ['unlock bike andriod', { visitor: async () => ['ios'] }, 'unlock#android'],
    ['scan the code and swipe up', android, 'unlock#android'],
    ['pay by invoice', android, 'pay#pro'],
    ['pay with the wallet', { visitor: async () => ['ios'] }, 'pay#ios'],
    ['pay with the wallet', android, 'pay'],
    ['lock a bike', android, 'lock'],
    ['where to park', android, 'lock#parking-zones'],
  ])('answers "%s", asked by %j, by %s', async (question, asker, expected) => {
    const hit = await first(question, asker);
    expect(hit?.href.replace(/^\/en\/help\/(.*?)\//, '$1')).toBe(expected);
  });

  it('says for whom an answer is, in place of the heading that says the same', async () => {
    expect(await first('how do I unlock a bike', android)).toMatchObject({
      headings: [],
      variants: [{ choice: 'device', value: 'android', label: 'Android' }],
    });
    expect(await first('lock a bike', android)).not.toHaveProperty('variants');
  });

  it('is as sure of its answers whoever asks', async () => {
    for (const question of [
      'how do I unlock a bike',
      'pay with the wallet',
      'where to park',
      'cancel my subscription',
    ]) {
      const verdicts = [{}, android, { visitor: async () => ['ios', 'free'] }].map(
        async (asker) => (await search(site, question, asker)).verdict,
      );
      expect(new Set(await Promise.all(verdicts)).size).toBe(1);
    }
  });

  it('counts the articles with a text for each value, and each filter finds as many', async () => {
    const { variants = [], hits } = await search(site, 'bike pay', { counts: true });
    expect(hits.length).toBe(3);
    expect(
      variants.map(({ choice, label, values }) => [choice, label, values.map(([{ value }, count]) => [value, count])]),
    ).toEqual([
      [
        'device',
        'Your device',
        [
          ['ios', 2],
          ['android', 1],
        ],
      ],
    ]);
    const found = await search(site, 'bike pay', { variants: ['android'], limit: 5 });
    expect(found.hits.map(({ article: id }) => id)).toEqual(['unlock']);
    expect(found.variants).toEqual(variants);
    expect(found.categories).toEqual([['Help', 1]]);
  });

  it('takes values that nothing found has for no filter, and counts none unless asked', async () => {
    expect((await search(site, 'bike pay', { variants: ['palm'] })).hits.length).toBe(3);
    expect(await search(site, 'bike pay')).not.toHaveProperty('variants');
    expect(await search(site, 'where to park', { counts: true })).not.toHaveProperty('variants');
  });
});

it('reads nothing of variants where no article found has any', async () => {
  const asked: string[] = [];
  const visitor = async () => {
    asked.push('visitor');
    return [];
  };
  const hidden = await indexOf(
    [
      split('unlock', 'Unlock a bike', 'In the app.', [['Android', ['android'], 'Tap Scan.']]),
      article('refunds', 'Refunds', 'A refund takes five days.'),
    ],
    { choices: [device] },
  );
  expect((await search(hidden, 'refund', { visitor })).hits.length).toBe(1);
  expect(asked).toEqual([]);
  await search(hidden, 'unlock', { visitor });
  expect(asked).toEqual(['visitor']);
});
