import { mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { cachedTeacher } from '../../../../../src/search/indexer/embed/cached-teacher.ts';
import type { Teacher } from '../../../../../src/search/indexer/embed/teacher.ts';

let cache: string;
/** Texts, with their prefix, that reached the network. */
let asked: string[];

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'embeddings-'));
  asked = [];
});

/** A teacher whose vectors follow from the text alone. */
function fakeTeacher(id = 'fake'): Teacher {
  const prefixes = { query: 'query: ', passage: '' };
  return {
    id,
    family: id,
    dimensions: 4,
    maxTokens: 8,
    prefixes,
    vocabulary: [],
    centred: false,
    pieceForm: 'wordpiece',
    tokenize: () => [],
    async embed(texts, { kind = 'passage', onProgress } = {}) {
      asked.push(...texts.map((text) => prefixes[kind] + text));
      onProgress?.(texts.length, texts.length);
      return texts.map((text) => unit([1, text.length, text.charCodeAt(0) || 0, kind === 'query' ? 9 : 0]));
    },
  };
}

function unit(values: number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

const segments = async () =>
  (await readdir(join(cache, 'embeddings', 'fake'))).map((name) => join(cache, 'embeddings', 'fake', name));

test('a second build embeds nothing and gets the very same vectors', async () => {
  const texts = ['Refunds', 'Cancel a plan', '', 'Refunds'];
  const first = await (await cachedTeacher(fakeTeacher(), cache)).embed(texts);
  expect(asked).toEqual(['Refunds', 'Cancel a plan', '']);
  asked = [];
  const second = await cachedTeacher(fakeTeacher(), cache);
  expect(await second.embed(texts)).toEqual(first);
  expect(asked).toEqual([]);
  expect(second.counts).toEqual({ embedded: 0, reused: 4 });
});

test('rounding keeps the direction and the length of 1', async () => {
  const [vector] = await (await cachedTeacher(fakeTeacher(), cache)).embed(['Refunds']);
  const exact = unit([1, 7, 82, 0]);
  expect(vector!.reduce((sum, value, index) => sum + value * exact[index]!, 0)).toBeGreaterThan(0.9999);
  expect(Math.hypot(...vector!)).toBeCloseTo(1, 6);
});

test('an edited section is embedded alone', async () => {
  await (await cachedTeacher(fakeTeacher(), cache)).embed(['one', 'two', 'three']);
  asked = [];
  await (await cachedTeacher(fakeTeacher(), cache)).embed(['one', 'two, edited', 'three']);
  expect(asked).toEqual(['two, edited']);
});

test('a query and a passage of the same words are two things, and so are two models', async () => {
  const teacher = await cachedTeacher(fakeTeacher(), cache);
  const [passage] = await teacher.embed(['one']);
  const [query] = await teacher.embed(['one'], { kind: 'query' });
  expect(query).not.toEqual(passage);
  await (await cachedTeacher(fakeTeacher('other'), cache)).embed(['one']);
  expect(asked).toEqual(['one', 'query: one', 'one']);
});

test('a cache file cut short costs the records after the cut only', async () => {
  const texts = ['one', 'two', 'three'];
  const first = await (await cachedTeacher(fakeTeacher(), cache)).embed(texts);
  const [file] = await segments();
  await truncate(file!, (await readFile(file!)).length - 5);
  asked = [];
  expect(await (await cachedTeacher(fakeTeacher(), cache)).embed(texts)).toEqual(first);
  expect(asked).toEqual(['three']);
});

test('foreign and empty files in the cache are passed over', async () => {
  await (await cachedTeacher(fakeTeacher(), cache)).embed(['one']);
  await writeFile(join(cache, 'embeddings', 'fake', 'zero.sgem'), '');
  await writeFile(join(cache, 'embeddings', 'fake', 'text.sgem'), 'hello, this is not a segment of embeddings');
  asked = [];
  await (await cachedTeacher(fakeTeacher(), cache)).embed(['one']);
  expect(asked).toEqual([]);
});

test('what was embedded before an interruption is kept', async () => {
  const teacher = fakeTeacher();
  const embed = teacher.embed;
  let calls = 0;
  teacher.embed = (texts, options) => (++calls === 3 ? Promise.reject(new Error('power cut')) : embed(texts, options));
  const texts = Array.from({ length: 3000 }, (_, index) => `text ${index}`);
  await expect((await cachedTeacher(teacher, cache)).embed(texts)).rejects.toThrow('power cut');
  asked = [];
  await (await cachedTeacher(fakeTeacher(), cache)).embed(texts);
  expect(asked).toEqual(texts.slice(2 * 1024));
});

test('after many small edits the files are joined and nothing is lost', async () => {
  for (let edit = 0; edit < 40; edit++) {
    await (await cachedTeacher(fakeTeacher(), cache)).embed(['same', `edit ${edit}`]);
  }
  expect((await segments()).length).toBeLessThan(20);
  asked = [];
  await (await cachedTeacher(fakeTeacher(), cache)).embed(Array.from({ length: 40 }, (_, edit) => `edit ${edit}`));
  expect(asked).toEqual([]);
});

test('progress counts only what has to be embedded', async () => {
  await (await cachedTeacher(fakeTeacher(), cache)).embed(['one', 'two']);
  const seen: [number, number][] = [];
  const teacher = await cachedTeacher(fakeTeacher(), cache);
  await teacher.embed(['one', 'two', 'three'], { onProgress: (done, total) => seen.push([done, total]) });
  await teacher.embed(['one', 'two'], { onProgress: (done, total) => seen.push([done, total]) });
  expect(seen).toEqual([[1, 1]]);
});
