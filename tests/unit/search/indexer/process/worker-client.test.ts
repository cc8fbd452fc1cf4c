import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { publishedArticles } from '../../../../../src/content/published-articles.ts';
import { readHelpCenter } from '../../../../../src/content/read-help-center.ts';
import { ENGLISH_MODEL, MULTILINGUAL_MODEL } from '../../../../../src/schemas/search-settings.ts';
import { buildSearch } from '../../../../../src/search/indexer/process/build-index.ts';
import { takeSearchWorker } from '../../../../../src/search/indexer/process/worker-client.ts';

const silent = { start() {}, advance() {}, stop() {} };
const center = await readHelpCenter(fileURLToPath(new URL('../../../../../content/', import.meta.url)));
// By words alone: no model is opened.
center.site!.search.models = [{ ...MULTILINGUAL_MODEL, source: 'none' }];
const korean = publishedArticles(center).filter(({ locale }) => locale === 'ko');

it('a process of its own builds the same search, once for all who ask', { timeout: 60_000 }, async () => {
  const worker = takeSearchWorker(center.site);
  const asked = worker.build(center, korean);
  expect(await asked).toEqual(await buildSearch(center, korean, silent));
  expect(await worker.build(center, korean)).toBe(await asked);
});

it('what went wrong there is told here', { timeout: 60_000 }, async () => {
  const site = structuredClone(center.site!);
  site.search.models = [{ ...ENGLISH_MODEL, source: 'local', name: '/no/such/model', languages: ['ko'] }];
  await expect(takeSearchWorker(site).build({ ...center, site }, korean)).rejects.toThrow('/no/such/model');
});
