import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency } from '../../../src/search/core/rank/lexical.ts';
import { search } from '../../../src/search/core/search.ts';
import { loadLanguage } from '../../../src/search/core/text/language.ts';
import { vocabularyByKey } from '../../../src/search/indexer/write/cut-shards.ts';
import { inSteps, mostTelling } from '../../../src/search/indexer/write/listed-postings.ts';
import { indexSizes } from '../../../src/search/indexer/write/sizes.ts';
import { article, build, open } from './small-site.ts';

const WORDS = 'refund invoice battery charger station account password voucher damage receipt delivery customer'.split(
  ' ',
);

/** Articles that all have one word, each with two of its own. */
const articles = Array.from({ length: 60 }, (_, number) =>
  article(
    `n${number}`,
    `${number % 7 ? 'Topic' : 'Bike'} ${WORDS[number % 12]} ${number}`,
    `A bike and its ${WORDS[(number * 5 + 1) % 12]}. ${'bike '.repeat(number % 4)}`,
    { [`Of the ${WORDS[(number + 3) % 12]}`]: `What the ${WORDS[(number + 4) % 12]} of a bike is.` },
  ),
);

describe('a word of too many sections', () => {
  it('lists those in which it weighs most, and how many there are', () => {
    const postings = { sections: Uint32Array.of(2, 5, 7, 9), impacts: Uint8Array.of(10, 90, 40, 40) };
    expect(mostTelling(postings, 4)).toEqual(postings);
    expect(mostTelling(postings, 2)).toEqual({
      sections: Uint32Array.of(5, 7),
      impacts: Uint8Array.of(90, 40),
      count: 4,
    });
  });

  it('counts as little as one whose sections are all listed', async () => {
    const whole = await open(await build(articles));
    const cut = await open(await build(articles, { sizes: { postings: 10 } }));
    const [all, some] = [await whole.postings(['bike']), await cut.postings(['bike'])];
    expect(some.get('bike')!.sections).toHaveLength(10);
    expect(some.get('bike')!.count).toBe(all.get('bike')!.sections.length);
  });

  it.each(['refund', 'damage of a bike', 'bike receipt', '"delivery of a bike"', 'Topic invoice 1', 'Of the station'])(
    'leaves %o its first article',
    async (question) => {
      const first = async (sizes: object) => {
        const { hits } = await search(await open(await build(articles, { sizes })), question);
        return hits[0];
      };
      const [cut, whole] = [await first({ postings: 40 }), await first({})];
      expect(cut?.article).toBe(whole?.article);
      expect(cut?.passage).toEqual(whole?.passage);
    },
  );
});

describe('rounded impacts', () => {
  const SECTIONS = 1_000;
  const lists = fc.uniqueArray(fc.tuple(fc.nat(SECTIONS - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 400,
    selector: ([section]) => section,
  });

  it('change what a term adds to a score by no more than is said, and are fewer', () => {
    fc.assert(
      fc.property(lists, fc.double({ min: 0.01, max: 0.3, noNaN: true }), (list, most) => {
        const sorted = list.sort(([one], [other]) => one - other);
        const postings = {
          sections: Uint32Array.from(sorted, ([section]) => section),
          impacts: Uint8Array.from(sorted, ([, impact]) => impact),
        };
        const idf = inverseDocumentFrequency(list.length, SECTIONS);
        const { sections, impacts } = inSteps(postings, SECTIONS, most);
        expect(sections).toBe(postings.sections);
        impacts.forEach((impact, place) => {
          expect(impact).toBeGreaterThan(0);
          expect((Math.abs(impact - postings.impacts[place]!) * idf) / 255).toBeLessThanOrEqual(most + 1e-9);
        });
        const steps = Math.max(8, Math.ceil((255 * idf) / (2 * most * 255)));
        expect(new Set(impacts).size).toBeLessThanOrEqual(Math.max(steps * 2, 16));
      }),
    );
  });

  it('are as they were on a small site', () => {
    const { rounding } = indexSizes({ letters: 700_000, postings: 150_000 });
    const postings = { sections: Uint32Array.of(1, 2, 3), impacts: Uint8Array.of(7, 100, 101) };
    expect(inSteps(postings, 10, rounding)).toBe(postings);
    expect(indexSizes({ letters: 17_000_000, postings: 3_000_000 }).rounding).toBeGreaterThan(0.05);
  });
});

describe('a key of the vocabulary with too many words', () => {
  it.each(['refnd', 'refunnd', 'efund', 'xefund', 'invoise', 'batery', 'pasword', 'chargger', 'stat1on', 'vocher'])(
    'mends %o as one with few',
    async (typed) => {
      const taken = async (sizes: object) => (await search(await open(await build(articles, { sizes })), typed)).taken;
      expect(await taken({ vocabularyShard: 1 })).toBe(await taken({}));
    },
  );

  it('is parted so that a mistyped word needs few of its parts', async () => {
    const fetched: string[] = [];
    const index = await open(await build(articles, { sizes: { vocabularyShard: 1 } }), fetched);
    await search(index, 'refnd');
    expect(fetched.filter((name) => name.includes('vocabulary')).length).toBeLessThanOrEqual(4);
  });

  it('has the same ends of compounds', async () => {
    const german = [
      article('a', 'Rechnungsadresse ändern', 'Im Konto.'),
      article('b', 'Lieferadresse ändern', 'Im Warenkorb.'),
      article('c', 'Hausschlüssel', 'Verloren?'),
    ];
    const found = async (sizes: object) => {
      const index = await open(await build(german, { locale: 'de', sizes }));
      return (await search(index, 'Adressen')).hits;
    };
    expect(await found({ vocabularyShard: 1 })).toEqual(await found({}));
    const keys = vocabularyByKey(['rechnungsadresse'], await loadLanguage('de'), 1).map(([key]) => key);
    expect(keys).toEqual([' e8', '-ress', 'r8']);
  });
});

describe('the files of an index', () => {
  const files = (articles: number): number => {
    const extent = { letters: articles * 1_730, postings: articles * 330 };
    const { textShard, wordShard } = indexSizes(extent);
    return Math.ceil(extent.letters / textShard) + Math.ceil(extent.postings / wordShard);
  };

  it('are as small as they are useful on a small site, and grow slower in number than articles on a large one', () => {
    expect(indexSizes({ letters: 700_000, postings: 150_000 })).toMatchObject({ textShard: 1_000, wordShard: 1_600 });
    expect(files(10_000) / files(1_000)).toBeLessThan(4);
    expect(files(10_000)).toBeLessThan(4_600);
  });
});
