import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { measureModel } from '../../scripts/lib/model/measure-model.ts';
import { readSet } from '../../scripts/lib/relevance/read-set.ts';
import { modelSchema } from '../../src/schemas/search-settings.ts';

const silent = { start() {}, advance() {}, stop() {} };

it('what visitors download of the model loses at most a point of nDCG@10 against 32 bits', async () => {
  const set = await readSet(fileURLToPath(new URL('sets/printer-en', import.meta.url)));
  const settings = modelSchema.parse({});
  const rows = await measureModel([set], { settings, language: 'en', steps: [], progress: silent });
  const exact = rows.find(({ form }) => form === '32 bits')!;
  const browser = rows.find(({ form }) => form === 'browser, as shipped')!;
  expect(browser.ndcg10['printer-en']).toBeGreaterThanOrEqual(exact.ndcg10['printer-en']! - 0.01);
  expect(browser.cosine.mean).toBeGreaterThanOrEqual(0.975);
});
