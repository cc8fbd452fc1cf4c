import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildInput, hasAllModels, isBuiltFrom, recordBuild } from '../../../../scripts/lib/site/build-stamp.ts';
import { readSite } from '../../../../src/content/read-site.ts';
import { ENGLISH_MODEL } from '../../../../src/schemas/search-settings.ts';
import type { Site } from '../../../../src/schemas/site.ts';

let folder = '';
let out = '';
let content = '';
let site: Site;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-stamp-'));
  vi.stubEnv('SIGNPOST_CACHE', join(folder, 'cache'));
  [out, content] = [join(folder, 'dist'), join(folder, 'content')];
  await mkdir(join(out, 'en'), { recursive: true });
  await mkdir(content);
  await writeFile(join(out, 'en/index.html'), 'Home');
  await writeFile(join(content, 'article.md'), 'Text');
  site = (await readSite('content'))!;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('a folder is known as built from an input until one of its files changes', async () => {
  expect(await isBuiltFrom(out, 'input')).toBe(false);
  await recordBuild(out, 'input');
  expect(await isBuiltFrom(out, 'input')).toBe(true);
  expect(await isBuiltFrom(out, 'another')).toBe(false);
  await writeFile(join(out, 'en/index.html'), 'Hell');
  expect(await isBuiltFrom(out, 'input')).toBe(false);
});

test('a file more or less is a change, and so is a folder that is gone', async () => {
  await recordBuild(out, 'input');
  await writeFile(join(out, 'more.html'), '');
  expect(await isBuiltFrom(out, 'input')).toBe(false);
  await recordBuild(out, 'input');
  await rm(out, { recursive: true });
  expect(await isBuiltFrom(out, 'input')).toBe(false);
});

test('the input changes with the content and with the day', async () => {
  const [morning, evening, tomorrow] = ['2030-05-01T01:00Z', '2030-05-01T23:00Z', '2030-05-02T00:00Z'].map(
    (time) => new Date(time),
  );
  const before = await buildInput(content, site, morning);
  expect(await buildInput(content, site, evening)).toBe(before);
  expect(await buildInput(content, site, tomorrow)).not.toBe(before);
  await appendFile(join(content, 'article.md'), '!');
  expect(await buildInput(content, site, morning)).not.toBe(before);
});

test('the input changes at the time of day at which an article is published or no longer', async () => {
  await mkdir(join(content, 'articles/en/a'), { recursive: true });
  const fields = 'publish_at: 2030-05-01 12:00\nexpires_at: 2030-05-01 18:00\n';
  await writeFile(
    join(content, 'articles/en/a/one.md'),
    `---\ntitle: One\nid: one\ndescription: It is one.\n${fields}---\n\nText.\n`,
  );
  const inputs = ['09:59', '10:00', '15:59', '16:00'].map((time) =>
    buildInput(content, { ...site, timeZone: 'Europe/Berlin' }, new Date(`2030-05-01T${time}Z`)),
  );
  const [before, from, still, after] = await Promise.all(inputs);
  expect(still).toBe(from);
  expect([before, after]).not.toContain(from);
});

test('with a model in a folder of the owner every start builds', async () => {
  const { search } = site;
  const own = { ...site, search: { ...search, models: [{ ...ENGLISH_MODEL, source: 'local' as const }] } };
  expect(await buildInput(content, own)).toBeUndefined();
});

test('a site whose language has no model, though one serves it, is not taken for built', async () => {
  const folder = join(content, 'out');
  await mkdir(join(folder, '_search/current'), { recursive: true });
  const manifest = join(folder, '_search/current', `${site.locales[0]!.code}.json`);
  await writeFile(manifest, '{ "model": { "id": "some" } }');
  expect(await hasAllModels(folder, site)).toBe(true);
  await writeFile(manifest, '{}');
  expect(await hasAllModels(folder, site)).toBe(false);
  const words = { ...site.search, models: [{ ...ENGLISH_MODEL, languages: ['*', 'en'], source: 'none' as const }] };
  expect(await hasAllModels(folder, { ...site, search: words })).toBe(true);
});
