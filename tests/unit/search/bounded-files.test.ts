import { describe, expect, it } from 'vitest';
import { search } from '../../../src/search/core/search.ts';
import { loadLanguage } from '../../../src/search/core/text/language.ts';
import { vocabularyByKey } from '../../../src/search/indexer/write/cut-shards.ts';
import { mostTelling } from '../../../src/search/indexer/write/listed-postings.ts';
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
    expect(files(10_000)).toBeLessThan(4_000);
  });
});
