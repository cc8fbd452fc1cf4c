import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../../../../src/search/core/index/search-index.ts';
import { LIMITS, MATCH_WEIGHT } from '../../../../../src/search/core/parameters.ts';
import { parseQuery } from '../../../../../src/search/core/query/parse-query.ts';
import { type ResolvedWord, resolve, spellings } from '../../../../../src/search/core/query/resolve.ts';
import { article, indexOf } from '../../small-site.ts';

const resolved = (index: SearchIndex, text: string, lastWordPartial = false): Promise<ResolvedWord[]> =>
  resolve(index, parseQuery(text, index.language, { lastWordPartial }));

/** For each word of the query what it matches: terms, joined where they stand together, and how much they count. */
async function matches(index: SearchIndex, text: string, lastWordPartial = false) {
  return (await resolved(index, text, lastWordPartial)).map(({ alternatives }) =>
    alternatives.map(({ terms, weight }) => [terms.map(({ term }) => term).join('+'), weight]),
  );
}

/** An index of one article with this text, under a title that no query of these tests has. */
const indexOfText = (text: string, synonyms: string[][] = []) =>
  indexOf([article('one', 'Nothing', text)], { synonyms });

describe('a word of a query', () => {
  it('matches itself in full, and nothing more where the index knows it', async () => {
    expect(await matches(await indexOfText('battery batteries butter lock locker'), 'battery locks')).toEqual([
      [['batteri', 1]],
      [['lock', 1]],
    ]);
  });

  it('matches by both stems of an accented word', async () => {
    expect(await matches(await indexOfText('résumés'), 'résumés')).toEqual([
      [
        ['resum', 1],
        ['resume', 1],
      ],
    ]);
  });

  it('has no match in an index that knows nothing like it', async () => {
    expect(await matches(await indexOfText('battery'), 'xylophone')).toEqual([[]]);
  });
});

describe('a mistyped word', () => {
  it('matches what it may mean, and the less the more edits there are', async () => {
    expect(await matches(await indexOfText('battery'), 'my batery')).toEqual([[['batteri', MATCH_WEIGHT.oneEdit]]]);
    expect(await matches(await indexOfText('subscription'), 'the subcriptoin')).toEqual([
      [['subscrip', MATCH_WEIGHT.twoEdits]],
    ]);
  });

  it('is repaired as a part of a compound, and not as a whole one', async () => {
    expect(await matches(await indexOfText('battery lockchain'), 'x-batery')).toEqual([
      [],
      [['batteri', MATCH_WEIGHT.oneEdit]],
    ]);
    expect(await matches(await indexOfText('lockchain water'), 'water-bag')).toEqual([[], [['water', 1]], []]);
  });

  it('is not repaired where it is looked for in titles only', async () => {
    expect(await matches(await indexOfText('abouts whit'), 'about what')).toEqual([[], []]);
  });
});

describe('an unknown compound', () => {
  it('matches by its longest known beginning of five letters or more', async () => {
    expect(await matches(await indexOfText('coup coupon couponing'), 'my couponingcode')).toEqual([
      [['coupon', MATCH_WEIGHT.compoundHead]],
    ]);
    expect(await matches(await indexOfText('water waterproof'), 'waterproofbag')).toEqual([
      [['waterproof', MATCH_WEIGHT.compoundHead]],
    ]);
    expect(await matches(await indexOfText('motor'), 'motorboat')).toEqual([[['motor', MATCH_WEIGHT.compoundHead]]]);
    expect(await matches(await indexOfText('lock'), 'lockwheel')).toEqual([[]]);
    expect(await matches(await indexOfText('wheel'), 'lockwheel')).toEqual([[]]);
  });

  it('does not where it is a typo', async () => {
    expect(await matches(await indexOfText('motor motorboat'), 'motorbaot')).toEqual([
      [['motorboat', MATCH_WEIGHT.oneEdit]],
    ]);
  });

  it('is looked at word by word', async () => {
    expect(await matches(await indexOfText('motor lock'), 'lock motorboat lock')).toEqual([
      [['lock', 1]],
      [['motor', MATCH_WEIGHT.compoundHead]],
    ]);
  });
});

describe('an unfinished word', () => {
  it('matches longer words of titles and texts, less than a whole one', async () => {
    const index = await indexOf([
      article('one', 'Kilograms', 'Sixty kilometres.'),
      article('two', 'Distance', 'A kilo.'),
    ]);
    expect(await matches(index, 'the kilo', true)).toEqual([
      [
        ['kilo', 1],
        ['kilo', MATCH_WEIGHT.prefix],
        ['kilogram', MATCH_WEIGHT.prefix],
        ['kilometr', MATCH_WEIGHT.prefix],
      ],
    ]);
    expect(await matches(index, 'the kilo')).toEqual([[['kilo', 1]]]);
  });

  it('has at least three letters to match texts, two match titles only', async () => {
    const index = await indexOf([article('one', 'Kites', 'Sixty kilometres.')]);
    expect(await matches(index, 'ki', true)).toEqual([[['ki', MATCH_WEIGHT.prefix]]]);
    expect(await matches(index, 'kil', true)).toEqual([[['kilometr', MATCH_WEIGHT.prefix]]]);
    expect(await matches(index, 'kit', true)).toEqual([
      [
        ['kit', MATCH_WEIGHT.prefix],
        ['kite', MATCH_WEIGHT.prefix],
      ],
    ]);
  });

  it('matches what begins with its stem or with what is typed', async () => {
    expect(await matches(await indexOfText('batterika'), 'battery', true)).toEqual([
      [['batterika', MATCH_WEIGHT.prefix]],
    ]);
    expect(await matches(await indexOfText('batteryless'), 'battery', true)).toEqual([
      [['batteryless', MATCH_WEIGHT.prefix]],
    ]);
  });

  it('matches the stem that it has outgrown, where nothing is longer', async () => {
    expect(await matches(await indexOfText('installation ins stall'), 'installa', true)).toEqual([
      [['instal', MATCH_WEIGHT.prefix]],
    ]);
    expect(await matches(await indexOfText('installation installations insta'), 'inst', true)).toEqual([
      [
        ['insta', MATCH_WEIGHT.prefix],
        ['instal', MATCH_WEIGHT.prefix],
      ],
    ]);
    expect(await matches(await indexOfText('lock'), 'lockab', true)).toEqual([[['lock', MATCH_WEIGHT.prefix]]]);
    expect(await matches(await indexOfText('bat'), 'batabc', true)).toEqual([[]]);
  });

  it('matches the most frequent words, 24 of them', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const index = await indexOf([
      article('one', 'One', letters.map((letter) => `kel${letter}k`).join(' ')),
      article('two', 'Two', 'kelzk kelyk'),
      article('three', 'Three', 'kelzk'),
    ]);
    const [words] = await matches(index, 'kel', true);
    expect(words).toHaveLength(LIMITS.prefixExpansions);
    expect(words!.slice(0, 2)).toEqual([
      ['kelzk', MATCH_WEIGHT.prefix],
      ['kelyk', MATCH_WEIGHT.prefix],
    ]);
  });

  it('is the last one only', async () => {
    expect(await matches(await indexOfText('kilometres battery'), 'kilom batter', true)).toEqual([
      [],
      [['batteri', MATCH_WEIGHT.prefix]],
    ]);
  });
});

describe('a stop word of a query of nothing else', () => {
  const titles = () =>
    indexOf([article('whatever', 'Whatever helps', 'About it.'), article('about', 'About us', 'What we do.')]);

  it('matches titles with the very word in full', async () => {
    expect(await matches(await titles(), 'what about')).toEqual([[], [['about', 1]]]);
  });

  it('matches the titles that begin with it while it is being typed', async () => {
    expect(await matches(await titles(), 'about what', true)).toEqual([
      [['about', 1]],
      [['what', MATCH_WEIGHT.prefix]],
    ]);
  });
});

describe('a synonym', () => {
  it('of one word is an alternative to it and counts less', async () => {
    expect(
      await matches(
        await indexOfText('membership subscription lock', [['membership', 'subscription']]),
        'lock my membership',
      ),
    ).toEqual([
      [['lock', 1]],
      [
        ['membership', 1],
        ['subscrip', MATCH_WEIGHT.synonym],
      ],
    ]);
    expect(
      await matches(await indexOfText('subscription lock', [['membership', 'subscription']]), 'lock my membership'),
    ).toEqual([[['lock', 1]], [['subscrip', MATCH_WEIGHT.synonym]]]);
  });

  it('comes after what the word itself may be a typo of', async () => {
    expect(
      await matches(await indexOfText('membershop subscription', [['membership', 'subscription']]), 'membership'),
    ).toEqual([
      [
        ['membershop', MATCH_WEIGHT.oneEdit],
        ['subscrip', MATCH_WEIGHT.synonym],
      ],
    ]);
  });

  it('is no alternative to the words before and behind', async () => {
    expect(
      await matches(
        await indexOfText('key subscription lock', [['membership', 'subscription']]),
        'key membership lock',
      ),
    ).toEqual([[['kei', 1]], [['subscrip', MATCH_WEIGHT.synonym]], [['lock', 1]]]);
  });

  it('counts by the share of its words that can be looked up', async () => {
    expect(await matches(await indexOfText('log', [['entrance', 'log in']]), 'entrance')).toEqual([
      [['log', MATCH_WEIGHT.synonym / 2]],
    ]);
  });

  it('of several words needs all of them', async () => {
    const group = [['destination', 'delivery address']];
    expect(await matches(await indexOfText('delivery address', group), 'destination')).toEqual([
      [['deliveri+address', MATCH_WEIGHT.synonym]],
    ]);
    expect(await matches(await indexOfText('address', group), 'destination')).toEqual([[]]);
  });

  it('for several words of the query comes on top of them', async () => {
    const words = await resolved(
      await indexOfText('change delivery address destination', [['destination', 'delivery address']]),
      'change delivery address',
    );
    expect(words.map(({ extra }) => extra ?? false)).toEqual([false, false, false, true]);
    expect(words[3]!.word).toEqual({ terms: [], kind: 'word', count: 1, start: 7, end: 23, partial: false });
    expect(words.map(({ alternatives }) => alternatives.map(({ terms, weight }) => [terms[0]!.term, weight]))).toEqual([
      [['chang', 1]],
      [['deliveri', 1]],
      [['address', 1]],
      [['destin', MATCH_WEIGHT.synonym]],
    ]);
  });

  it('for one word of a phrase, the others being stop words, is an alternative to it', async () => {
    expect(
      await matches(await indexOfText('sign login change', [['sign in', 'login']]), 'change how I sign in'),
    ).toEqual([
      [['chang', 1]],
      [
        ['sign', 1],
        ['login', MATCH_WEIGHT.synonym],
      ],
    ]);
  });

  it('that the index does not know changes nothing', async () => {
    expect(
      await matches(await indexOfText('delivery address', [['destination', 'delivery address']]), 'delivery address'),
    ).toEqual([[['deliveri', 1]], [['address', 1]]]);
  });
});

describe('the spellings of the words of a query', () => {
  const spelled = async (index: SearchIndex, text: string) => {
    const query = parseQuery(text, index.language);
    return [...spellings(query, await resolve(index, query), index.language)];
  };

  it('are those of the site for words that it does not know', async () => {
    const index = await indexOfText('The battery is locked by a password.');
    expect(await spelled(index, 'Forgot my Pasword for the batery')).toEqual([
      ['pasword', 'password'],
      ['batery', 'battery'],
    ]);
  });

  it('are none for a word that is known, like none, or begins otherwise', async () => {
    const index = await indexOfText('The battery is locked. Subscribe to it.');
    expect(await spelled(index, 'battery locked, xylophone? unsubscribe')).toEqual([]);
  });
});
