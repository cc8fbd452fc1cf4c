import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../../../src/search/core/format/byte-reader.ts';
import { FORMAT_VERSION, unseal } from '../../../../src/search/core/format/envelope.ts';
import { readSortedStrings } from '../../../../src/search/core/format/front-coding.ts';
import { IndexError } from '../../../../src/search/core/format/index-error.ts';
import { inflate } from '../../../../src/search/core/format/inflate.ts';
import { shardOf, shardsOfPrefix } from '../../../../src/search/core/format/range-directory.ts';
import { readCoreFile } from '../../../../src/search/core/index/core-file.ts';
import { readIdSet } from '../../../../src/search/core/index/id-set.ts';
import { readManifest } from '../../../../src/search/core/index/manifest.ts';
import { readTextShard } from '../../../../src/search/core/index/text-shard.ts';
import { readTitleShard } from '../../../../src/search/core/index/title-shard.ts';
import { readVocabularyShard } from '../../../../src/search/core/index/vocabulary-shard.ts';
import { readWordShard } from '../../../../src/search/core/index/word-shard.ts';
import { addRow, multiply } from '../../../../src/search/core/semantic/quantized.ts';
import { readVectorsFile } from '../../../../src/search/core/semantic/vectors-file.ts';
import { cutByKey } from '../../../../src/search/indexer/write/cut-shards.ts';
import { ByteWriter } from '../../../../src/search/indexer/write/format/byte-writer.ts';
import { writeCoreFile } from '../../../../src/search/indexer/write/format/core-file.ts';
import { writeSortedStrings } from '../../../../src/search/indexer/write/format/front-coding.ts';
import { seal } from '../../../../src/search/indexer/write/format/seal.ts';
import {
  writeTextShard,
  writeTitleShard,
  writeVocabularyShard,
  writeWordShard,
} from '../../../../src/search/indexer/write/format/shards.ts';
import { writeVectorsFile } from '../../../../src/search/indexer/write/format/vectors-file.ts';
import { writeIdSet } from '../../../../src/search/indexer/write/title-files.ts';

const ARTICLES = 5000;
const SECTIONS = 1000;
/** Well-formed Unicode without the line break and tab that part entries. */
const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.replace(/[\n\r\t]/g, ' '));
const terms = fc
  .uniqueArray(
    text.filter((value) => value !== ''),
    { maxLength: 30 },
  )
  .map((values) => values.sort((one, other) => (one < other ? -1 : 1)));
const postings = fc
  .uniqueArray(fc.tuple(fc.nat(SECTIONS - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 40,
    selector: ([section]) => section,
  })
  .map((entries) => entries.sort(([one], [other]) => one - other))
  .map((entries) => ({
    sections: Uint32Array.from(entries, ([section]) => section),
    impacts: Uint8Array.from(entries, ([, impact]) => impact),
  }));
const wordShard = terms.chain((list) => fc.tuple(...list.map((term) => fc.tuple(fc.constant(term), postings))));
const sectionText = fc.record({
  href: text.filter((value) => value !== ''),
  anchor: text,
  headings: fc.array(text, { maxLength: 3 }),
  text: fc.string({ unit: 'grapheme' }),
});

describe('the files of the index', () => {
  it('give back the postings that were written', () => {
    fc.assert(
      fc.property(
        wordShard,
        (entries) =>
          void expect(readWordShard(writeWordShard(entries, SECTIONS), 'w', SECTIONS)).toEqual(new Map(entries)),
      ),
    );
  });

  it('give back the texts that were written', () => {
    fc.assert(
      fc.property(
        fc.array(sectionText, { maxLength: 8 }),
        (sections) => void expect(readTextShard(writeTextShard(sections), 't', false)).toEqual(sections),
      ),
    );
  });

  it('give back the names of articles with their texts', () => {
    const named = fc
      .uniqueArray(fc.record({ href: text.filter((value) => value !== ''), title: text, id: text }), {
        selector: ({ href }) => href,
        maxLength: 5,
      })
      .chain((articles) =>
        fc.tuple(
          ...articles.map(({ href, title, id }) =>
            fc.array(
              sectionText.map((section) => ({ ...section, href, name: { title, id } })),
              { minLength: 1, maxLength: 3 },
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(named, (articles) => {
        const sections = articles.flat();
        expect(readTextShard(writeTextShard(sections), 't', true)).toEqual(sections);
      }),
    );
  });

  it('give back what titles are looked up by, in its order', () => {
    const numbers = fc
      .uniqueArray(fc.nat({ max: ARTICLES - 1 }), { minLength: 1, maxLength: 12 })
      .map((some) => some.sort((one, other) => one - other));
    const entries = terms.chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), numbers))));
    fc.assert(
      fc.property(entries, (some) => {
        const table = readTitleShard(writeTitleShard(some), 't', ARTICLES);
        expect([...table]).toEqual(some);
      }),
    );
  });

  it('know every id that was written, and hardly another one', () => {
    const ids = Array.from({ length: 2000 }, (_, number) => `article-${number}`);
    const set = readIdSet(writeIdSet(ids), 'ids.bin', ids.length);
    expect(ids.every((id) => set.has(id))).toBe(true);
    const strangers = Array.from({ length: 20_000 }, (_, number) => `stranger-${number}`);
    expect(strangers.filter((id) => set.has(id)).length).toBeLessThan(20);
  });

  it('give back sorted words of any script', () => {
    fc.assert(
      fc.property(terms, (words) => void expect(readVocabularyShard(writeVocabularyShard(words), 'v')).toEqual(words)),
    );
  });

  it('give back the core that was written', () => {
    const core = {
      categories: ['Help', 'Zürich'],
      articles: [
        { category: 1, firstSection: 0, sections: 2 },
        { category: 0, firstSection: 2, sections: 1 },
      ],
      names: [
        { id: 'a', title: 'One' },
        { id: 'b', title: '둘' },
      ],
      titles: undefined,
      wordShards: ['', 'm', '환'],
      vocabularyKeys: [' a', 'b'],
      textShards: Uint32Array.of(0, 2),
      synonyms: [['refund', 'money back']],
    };
    expect(readCoreFile(writeCoreFile(core), 'core.bin')).toEqual(core);
  });

  it('give back a core whose names are elsewhere', () => {
    const core = {
      categories: ['Help'],
      articles: [
        { category: 0, firstSection: 0, sections: 3 },
        { category: 0, firstSection: 3, sections: 1 },
      ],
      names: undefined,
      titles: {
        firstKeys: { words: ['', 'm'], whole: [''], joins: ['', 'login', '환'], codes: [''] },
        stopWords: [[], ['the', 'with']],
        stopWordsOf: Uint32Array.of(1, 0),
        beginnings: new Map([
          ['as', 1],
          ['on', 0],
        ]),
      },
      wordShards: [''],
      vocabularyKeys: [],
      textShards: Uint32Array.of(0, 3),
      synonyms: [],
    };
    expect(readCoreFile(writeCoreFile(core), 'core.bin')).toEqual(core);
  });

  it('refuse to be written with a line break inside a title', () => {
    const core = {
      categories: ['a\nb'],
      articles: [],
      names: undefined,
      titles: undefined,
      wordShards: [],
      vocabularyKeys: [],
      textShards: new Uint32Array(),
      synonyms: [],
    };
    expect(() => writeCoreFile(core)).toThrow('a line break inside "a\\nb"');
  });

  it.each([
    [8, 0.9995],
    [4, 0.97],
  ] as const)('keep the direction of vectors in %i bits to a cosine of %d', (bits, least) => {
    const dimensions = 96;
    const value = (row: number, dimension: number): number =>
      Math.sin(row * 12.9898 + dimension * 78.233 + row * dimension) / (1 + dimension);
    const rows = Array.from({ length: 40 }, (_, row) =>
      Float32Array.from({ length: dimensions }, (__, dimension) => (row + 1) * value(row, dimension)),
    );
    const { rows: read, scales } = readVectorsFile(writeVectorsFile(rows, dimensions, bits), 'vectors');
    rows.forEach((row, place) => {
      const [product] = multiply(
        {
          ...read,
          codes: read.codes.slice(place * dimensions, (place + 1) * dimensions),
          rowScales: read.rowScales.slice(place, place + 1),
        },
        row.map((entry, dimension) => entry * scales[dimension]!),
      );
      const back = new Float32Array(dimensions);
      addRow(back, read, place, 1);
      const length = Math.hypot(...back.map((entry, dimension) => entry * scales[dimension]!));
      expect(product! / length / Math.hypot(...row)).toBeGreaterThan(least);
      expect(Math.abs(length / Math.hypot(...row) - 1)).toBeLessThan(0.1);
    });
  });

  it('keep a vector of zeros near zero', () => {
    const { rows, scales } = readVectorsFile(
      writeVectorsFile([new Float32Array(4), Float32Array.of(1, 0, 0, 0)], 4, 4),
      'vectors',
    );
    const back = new Float32Array(4);
    addRow(back, rows, 0, 1);
    expect(Math.hypot(...back.map((entry, dimension) => entry * scales[dimension]!))).toBeLessThan(1e-4);
  });
});

describe('a damaged file of the index', () => {
  const file = writeWordShard([['refund', { sections: Uint32Array.of(1, 5), impacts: Uint8Array.of(9, 200) }]], 2);
  const faultOf = (read: () => unknown): string => {
    try {
      read();
    } catch (error) {
      if (error instanceof IndexError) return error.fault;
      throw error;
    }
    return 'none';
  };

  it('is reported as truncated wherever it is cut', () => {
    for (let length = 0; length < file.length; length++)
      expect(faultOf(() => readWordShard(file.slice(0, length), 'w', SECTIONS))).toBe('truncated');
  });

  it('is noticed whichever bit is wrong', () => {
    for (let bit = 0; bit < file.length * 8; bit++) {
      const wrong = file.slice();
      wrong[bit >> 3] = wrong[bit >> 3]! ^ (1 << (bit & 7));
      expect(
        faultOf(() => readWordShard(wrong, 'w', SECTIONS)),
        `bit ${bit}`,
      ).not.toBe('none');
    }
  });

  it('never gives anything but an IndexError or what it holds, whatever its payload', () => {
    const readers = {
      words: (bytes: Uint8Array) => readWordShard(bytes, 'w', SECTIONS),
      texts: (bytes: Uint8Array) => readTextShard(bytes, 't', true),
      titles: (bytes: Uint8Array) => readTitleShard(bytes, 't', ARTICLES),
      ids: (bytes: Uint8Array) => readIdSet(bytes, 'i', ARTICLES),
      core: (bytes: Uint8Array) => readCoreFile(bytes, 'c'),
      vocabulary: (bytes: Uint8Array) => readVocabularyShard(bytes, 'v'),
      vectors: (bytes: Uint8Array) => readVectorsFile(bytes, 'x'),
    };
    for (const [kind, read] of Object.entries(readers)) {
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: 60 }),
          (payload) => void faultOf(() => read(seal(kind as keyof typeof readers, payload))),
        ),
      );
    }
  });

  it('of another version says so, and what to do', () => {
    const old = file.slice();
    old[4] = FORMAT_VERSION + 1;
    expect(() => readWordShard(old, 'en.1/words-0.bin', SECTIONS)).toThrow(
      `Search index file en.1/words-0.bin: found format ${FORMAT_VERSION + 1}, expected format ${FORMAT_VERSION}. Build the site again and publish all of its files together.`,
    );
  });

  it('of another kind says so', () => {
    expect(() => readVocabularyShard(file, 'v')).toThrow('found a file of kind 2, expected kind 3 (vocabulary)');
  });

  it('that is a page of HTML is no index', () => {
    expect(() => unseal('core', new TextEncoder().encode('<!doctype html><title>404</title>'), 'core.bin')).toThrow(
      'found a file that is no search index',
    );
  });

  it('that names a section beyond the end is corrupt', () => {
    expect(() => readWordShard(file, 'w', 5)).toThrow('found section 5, expected a number below 5');
  });
});

describe('compression of files', () => {
  it('is undone, and files that a host has already unpacked come through', async () => {
    const content = Uint8Array.of(1, 2, 3, 4);
    expect(await inflate(gzipSync(content), 'x')).toEqual(content);
    expect(await inflate(content, 'x')).toEqual(content);
    expect(gunzipSync(gzipSync(content))).toEqual(Buffer.from(content));
  });

  it('that is cut off is reported', async () => {
    const packed = gzipSync(new Uint8Array(1000).map((_, place) => (place * 7919) % 256));
    await expect(inflate(packed.subarray(0, packed.length - 20), 'words-3.bin')).rejects.toThrow(
      'words-3.bin: found compressed content that is cut or damaged',
    );
  });
});

describe('the manifest', () => {
  const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

  it('is read', () => {
    const manifest = {
      version: FORMAT_VERSION,
      locale: 'en',
      folder: 'en.1/',
      counts: { articles: 1, sections: 1, wordShards: 1, vocabularyShards: 1, textShards: 1, studentShards: 0 },
    };
    expect(readManifest(bytes(manifest), 'm')).toEqual(manifest);
  });

  it.each([
    ['no JSON', '<!doctype html>', 'found a file that is no JSON'],
    ['no manifest', [1], 'found JSON that is no manifest'],
    ['of another version', { version: 99 }, 'found format 99'],
    ['incomplete', { version: FORMAT_VERSION, locale: 'en' }, 'found a manifest with fields missing'],
  ])('that is %s is refused', (_, value, message) => {
    expect(() => readManifest(bytes(value), 'manifest.json')).toThrow(message);
  });
});

describe('ranges of sorted keys', () => {
  it('lead each key to the shard that holds it, and each prefix to all of its shards', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 5 }), (keys, size) => {
        const { firstKeys, shards } = cutByKey(
          keys,
          (key) => key,
          () => 1,
          size,
        );
        keys.forEach((key) => {
          expect(shards[shardOf(firstKeys, key)]).toContain(key);
          const [first, last] = shardsOfPrefix(firstKeys, key.slice(0, 1));
          expect(shards.slice(first, last + 1).flat()).toContain(key);
        });
      }),
    );
  });

  it('are written with shared beginnings and read back', () => {
    fc.assert(
      fc.property(terms, (keys) => {
        const writer = new ByteWriter();
        writeSortedStrings(writer, keys);
        const reader = new ByteReader(writer.finish(), 'x');
        expect(readSortedStrings(reader)).toEqual(keys);
        reader.end();
      }),
    );
  });
});
