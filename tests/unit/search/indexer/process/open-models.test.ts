import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { searchSettingsSchema } from '../../../../../src/schemas/search-settings.ts';
import { reuseModels } from '../../../../../src/search/indexer/process/open-models.ts';

const silent = { start() {}, advance() {}, stop() {} };
// A hub that is there, and has nothing to give.
let asked = 0;
const hub = createServer((_, response) => {
  asked++;
  response.writeHead(503).end();
});
await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
vi.stubEnv('HF_ENDPOINT', `http://127.0.0.1:${(hub.address() as AddressInfo).port}`);
afterAll(() => {
  vi.unstubAllEnvs();
  hub.close();
});

it('asks again, after a while, for a model that could not be had', async () => {
  let now = 0;
  const open = reuseModels(() => now);
  const settings = searchSettingsSchema.parse({
    models: [{ languages: ['ko'], source: 'hub', name: 'example/busy', dimensions: 8 }],
  });
  const ask = async () => {
    const { unavailable } = await open(settings, ['ko'], silent);
    expect(unavailable.ko).toContain('example/busy');
    return asked;
  };
  const first = await ask();
  expect(first).toBeGreaterThan(0);
  now += 60_000;
  expect(await ask()).toBe(first);
  now += 300_000;
  expect(await ask()).toBeGreaterThan(first);
});
