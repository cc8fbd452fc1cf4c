import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../../../../src/search/core/format/range-directory.ts';
import { rank } from '../../../../src/search/core/rank/rank.ts';
import { search } from '../../../../src/search/core/search.ts';
import { basicTokens } from '../../../../src/search/core/semantic/basic-tokens.ts';
import { maskLongNumbers } from '../../../../src/search/core/semantic/long-numbers.ts';
import { type PieceForm, piecesOf, wordsOf } from '../../../../src/search/core/semantic/pieces.ts';
import { studentVector } from '../../../../src/search/core/semantic/query-vector.ts';
import { readStudentFile, readStudentShard } from '../../../../src/search/core/semantic/student-files.ts';
import type { PieceVector } from '../../../../src/search/indexer/distil/student.ts';
import { dimensionScales } from '../../../../src/search/indexer/write/format/quantized.ts';
import { writeStudentFile, writeStudentShard } from '../../../../src/search/indexer/write/format/student-files.ts';
import { frequentPieces } from '../../../../src/search/indexer/write/frequent-pieces.ts';
import { studentShards } from '../../../../src/search/indexer/write/student-shards.ts';
import { article, build, open } from '../small-site.ts';

const WIDTH = 8;

/** A vector that belongs to a piece alone. */
function vectorOf(piece: string): Float32Array {
  let state = [...piece].reduce((hash, character) => (hash * 31 + character.codePointAt(0)!) % 65521, 7);
  return Float32Array.from(
    { length: WIDTH },
    () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648 - 0.5,
  );
}

/** Opens a student as the index does: frequent pieces, and the others in shards. */
function openStudent(pieces: readonly string[], stopWords: readonly string[] = [], form: PieceForm = 'wordpiece') {
  const vectors = pieces.map((piece): PieceVector => [piece, vectorOf(piece)]);
  const table = {
    ...studentShards(vectors),
    frequent: frequentPieces(new Map(vectors), { sections: [], stopWords, form }),
  };
  const scales = dimensionScales(
    vectors.map(([, vector]) => vector),
    WIDTH,
    8,
  );
  const file = readStudentFile(writeStudentFile(table.frequent, table.firstKeys, scales, 8), 'student.bin');
  const fetched: number[] = [];
  const shards = async (shard: number) => {
    fetched.push(shard);
    return readStudentShard(writeStudentShard(table.shards[shard]!, scales, 8), `student-${shard}.bin`, WIDTH);
  };
  return { student: { file, form, shards }, fetched };
}

/** Cuts a word the simple way, with the whole table at hand. */
function cut(word: string, pieces: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let rest = word; rest !== '' && rest !== '##'; ) {
    const lengths = Array.from({ length: rest.length }, (_, place) => rest.length - place);
    const length = lengths.find((one) => pieces.has(rest.slice(0, one)) && (!rest.startsWith('##') || one > 2));
    if (length === undefined) return [];
    found.push(rest.slice(0, length));
    rest = `##${rest.slice(length)}`;
  }
  return found;
}

function cosine(one: Float32Array, other: Float32Array): number {
  const product = one.reduce((sum, value, place) => sum + value * other[place]!, 0);
  return product / Math.hypot(...one) / Math.hypot(...other);
}

describe('the student in shards', () => {
  it('cuts every word into the pieces that the whole table would give', async () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
    const pieces = fc.uniqueArray(
      fc.oneof(
        piece,
        piece.map((value) => `##${value}`),
      ),
      { minLength: 1, maxLength: 120 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, fc.array(piece, { minLength: 1, maxLength: 4 }), async (table, words) => {
        const { student } = openStudent(table);
        const known = new Set(table);
        const expected = new Float32Array(WIDTH);
        for (const found of words.flatMap((word) => cut(word, known)))
          vectorOf(found).forEach((value, place) => (expected[place] = expected[place]! + value));
        const vector = await studentVector(words.join(' '), student);
        if (vector === undefined) expect(Math.hypot(...expected)).toBeLessThan(0.02);
        else if (Math.hypot(...expected) > 0.2) expect(cosine(vector, expected)).toBeGreaterThan(0.98);
      }),
    );
  });

  it('cuts text without spaces into the pieces that the whole table would give, and leaves out what it does not know', async () => {
    const characters = fc.constantFrom('退', '款', '申', '请', '가', '나', 'a', 'b', '𠮷');
    const piece = fc.string({ unit: characters, minLength: 1, maxLength: 4 });
    const pieces = fc.uniqueArray(
      fc.oneof(
        piece,
        piece.map((value) => `▁${value}`),
      ),
      { minLength: 1, maxLength: 120 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, fc.string({ unit: characters, maxLength: 20 }), async (table, text) => {
        const { student } = openStudent(table, [], 'unigram');
        const known = new Set(table);
        const expected = new Float32Array(WIDTH);
        for (const found of piecesOf(text, (one) => known.has(one), 'unigram'))
          vectorOf(found).forEach((value, place) => (expected[place] = expected[place]! + value));
        const vector = await studentVector(text, student);
        if (vector === undefined) expect(Math.hypot(...expected)).toBeLessThan(0.02);
        else if (Math.hypot(...expected) > 0.2) expect(cosine(vector, expected)).toBeGreaterThan(0.98);
      }),
    );
  });

  it('fetches nothing for frequent endings and one shard for a word', async () => {
    const words = Array.from({ length: 200 }, (_, number) => `word${number}`);
    const { student, fetched } = openStudent([...words, '##s', '##ing', 'bike']);
    await studentVector('word17s', student);
    expect(fetched).toHaveLength(1);
  });

  it('wait for the rest of a word that has just been begun, and not for a whole, a frequent or a finished one', async () => {
    const { student, fetched } = openStudent(['reset', 'pin', 'pinion', 'how', '##s'], ['how']);
    const before = await studentVector('reset', student);
    expect(await studentVector('reset pin', student, { lastWordPartial: true })).toEqual(before);
    expect(fetched).toHaveLength(2);
    expect(await studentVector('reset pinion', student, { lastWordPartial: true })).not.toEqual(before);
    expect(await studentVector('reset pin', student)).not.toEqual(before);
    expect(await studentVector('reset how', student, { lastWordPartial: true })).toEqual(
      await studentVector('reset how', student),
    );
  });

  it('takes of an unfinished word what is at hand, and of a finished one all or nothing', async () => {
    const words = Array.from({ length: 3000 }, (_, number) => `word${number}`);
    const { student } = openStudent([...words, '##zzz']);
    const ending = shardOf(student.file.firstKeys, '##zzz');
    const atHand = {
      ...student,
      shards: async (shard: number) => (shard === ending ? undefined : student.shards(shard)),
    };
    expect(shardOf(student.file.firstKeys, 'word2900')).not.toBe(ending);
    const beginning = await studentVector('word2900', student);
    expect(await studentVector('word2900zzz', atHand, { lastWordPartial: true })).toEqual(beginning);
    expect(await studentVector('word2900zzz', atHand)).toBeUndefined();
    expect(await studentVector('word2900zzz', student, { lastWordPartial: true })).toEqual(
      await studentVector('word2900zzz', student),
    );
    expect(await studentVector('word2900zzz', student)).not.toEqual(beginning);
  });

  it('reads a typo as the word that is meant, and a word that it knows whole as it is', async () => {
    const { student } = openStudent(['reset', 'pin', 'pinion', 'how', '##s'], ['how']);
    const spelled = new Map([
      ['rezet', 'reset'],
      ['pin', 'how'],
    ]);
    const meant = await studentVector('reset pin', student);
    expect(await studentVector('rezet pin', student, { spelled })).toEqual(meant);
    expect(await studentVector('rezet pin', student)).not.toEqual(meant);
  });

  it('takes a long number for the sign of one, however it goes on', async () => {
    const { student } = openStudent(['order', '#', '2026', '00', '##12', '##3', '##8', '##4']);
    const signed = await studentVector('order #', student);
    expect(await studentVector('order 00123842', student)).toEqual(signed);
    expect(await studentVector('order #00123', student)).toEqual(signed);
    expect(await studentVector('order 2026', student)).not.toEqual(signed);
  });

  it('knows no vector for words without pieces', async () => {
    const { student } = openStudent(['bike', '##s']);
    expect(await studentVector('лодка', student)).toBeUndefined();
    expect(await studentVector('', student)).toBeUndefined();
    expect(await studentVector(`${'x'.repeat(5000)}`, student)).toBeUndefined();
  });
});

describe('a question as its meaning is taken', () => {
  it('has a sign in place of numbers of five digits or more, and keeps years, amounts and what is part of a word', () => {
    expect(maskLongNumbers('Where is order #00123842 (invoice 77120)?')).toBe('Where is order # (invoice #)?');
    for (const text of ['since 2019', '$1499', 'error 0x80070005', 'v10.4.2', 'ER10004', ''])
      expect(maskLongNumbers(text)).toBe(text);
  });
});

describe('words before they are cut into pieces', () => {
  it('of a model of many languages begin with a mark after a space, except in scripts without spaces', () => {
    expect(wordsOf('  iPhone의 비밀번호 ﾊﾟｽﾜｰﾄﾞ 退款\u200b怎么\tＡＰＰ', 'unigram')).toEqual([
      '▁iphone의',
      '▁비밀번호',
      'パスワード',
      '退款怎么',
      '▁app',
    ]);
  });

  it('are plain: lower case, without accents, signs and Chinese characters apart', () => {
    expect(basicTokens("Can't find Zürich? 退款E-1042!")).toEqual([
      'can',
      "'",
      't',
      'find',
      'zurich',
      '?',
      '退',
      '款',
      'e',
      '-',
      '1042',
      '!',
    ]);
  });
});

describe('the semantic side of an index', async () => {
  const documents = [
    article('refund', 'Refunds', 'We return what you paid.'),
    article('battery', 'Batteries', 'They last for sixty kilometres.'),
  ];
  const direction = (place: number) =>
    Float32Array.from({ length: WIDTH }, (_, dimension) => (dimension === place ? 1 : 0.01));
  const semantic = {
    model: {
      id: 'test',
      dimensions: WIDTH,
      pooling: 'mean' as const,
      queryPrefix: '',
      passagePrefix: '',
      centred: false,
      pieces: 'wordpiece' as const,
    },
    sections: [direction(0), direction(1)],
    projection: Array.from({ length: WIDTH }, (_, row) =>
      Float32Array.from({ length: WIDTH }, (__, column) => (row === column ? 1 : 0)),
    ),
    student: [
      ['cash', direction(0)],
      ['range', direction(1)],
      ['paid', direction(1)],
    ] as PieceVector[],
  };
  const built = await build(documents, { semantic });

  it('finds by meaning what no word finds', async () => {
    const index = await open(built);
    expect(await search(index, 'cash', { tier: 'lexical' })).toMatchObject({ tier: 'lexical', hits: [] });
    expect((await search(index, 'cash')).hits[0]?.article).toBe('refund');
    expect(await search(index, 'range')).toMatchObject({ tier: 'instant', hits: [{ article: 'battery' }] });
  });

  it('ranks by the transformer once its vector of the query is there', async () => {
    const index = await open(built);
    const { tier, articles } = await rank(index, 'range', { tier: 'deep', queryVector: direction(0) });
    expect(tier).toBe('deep');
    expect(articles[0]).toMatchObject({ article: 0 });
  });

  it('is left to words where the query has no piece that the student knows', async () => {
    expect(await search(await open(built), 'kilometres')).toMatchObject({
      tier: 'lexical',
      hits: [{ article: 'battery' }],
    });
  });

  it('refuses a vector of another model and says so, while words go on', async () => {
    const errors: unknown[] = [];
    const { tier } = await rank(await open(built), 'paid', {
      tier: 'deep',
      queryVector: new Float32Array(3),
      onSemanticError: (error) => errors.push(error),
    });
    expect(tier).toBe('lexical');
    expect(String(errors[0])).toContain('A query vector of 3 dimensions; this index was made by test with 8.');
  });

  it.each(['vectors.bin', 'student.bin'])('goes on by words when %s is damaged or gone', async (name) => {
    const errors: unknown[] = [];
    const files = new Map(built.files);
    files.set(built.manifest.folder + name, new Uint8Array(40));
    const index = await open({ ...built, files });
    const { tier, articles } = await rank(index, 'paid', { onSemanticError: (error) => errors.push(error) });
    expect({ tier, first: articles[0]?.article }).toEqual({ tier: 'lexical', first: 0 });
    expect(String(errors[0])).toContain(`${name}: found a file that is no search index`);
    files.set(built.manifest.folder + name, built.files.get(built.manifest.folder + name)!);
    expect((await rank(index, 'paid')).tier).toBe('instant');
  });

  it('reports a line that broke in the middle of a query, and answers once it is back', async () => {
    let broken = true;
    const index = await open({
      ...built,
      files: {
        get: (name: string) => {
          if (broken && name.includes('/words-')) throw new Error('offline');
          return built.files.get(name);
        },
      } as Map<string, Uint8Array>,
    });
    await expect(search(index, 'paid')).rejects.toThrow('offline');
    broken = false;
    expect((await search(index, 'paid')).hits[0]?.article).toBeDefined();
  });
});

describe('the written index', () => {
  it('has the same bytes and names each time', async () => {
    const documents = () => [
      article('a', 'One thing', 'Some text about it.', { More: 'And more.' }),
      article('b', 'Another', 'Other words.'),
    ];
    const [first, second] = [await build(documents()), await build(documents())];
    expect(second).toEqual(first);
    const changed = await build([...documents(), article('c', 'Third', 'New.')]);
    expect(changed.manifestName).not.toBe(first.manifestName);
  });

  it('lets a query fetch only what its words need', async () => {
    const letter = (number: number) => String.fromCharCode(97 + (number % 26));
    const words = Array.from(
      { length: 3000 },
      (_, number) => `w${letter(number)}${letter(Math.floor(number / 26))}${letter(Math.floor(number / 676))}k`,
    );
    const many = Array.from({ length: 60 }, (_, number) =>
      article(`a${number}`, `Article ${number}`, words.slice(number * 50, number * 50 + 50).join(' ')),
    );
    const fetched: string[] = [];
    const index = await open(await build(many), fetched);
    expect(fetched).toHaveLength(1);
    await search(index, 'wcdak', { limit: 5 });
    expect(fetched.filter((name) => name.includes('/words-'))).toHaveLength(1);
    const before = fetched.length;
    await search(index, 'wcdak', { limit: 5 });
    expect(fetched).toHaveLength(before);
  });
});
