import { afterAll, beforeAll } from 'vitest';
import { serveStatic } from '../../../scripts/lib/site/serve-static.ts';
import { builtSite } from '../../support/built-site.ts';
import { test as visit } from './visitor.ts';

/**
 * `test` for a site of its own: built from what `write` puts into a content folder, unless it is built already, and
 * served while the tests of the file run. `inputs` are the paths in the project that the content is made from.
 */
export function testOf(name: string, inputs: string[], write: (content: string) => Promise<void>) {
  let server: Awaited<ReturnType<typeof serveStatic>>;
  beforeAll(async () => {
    server = await serveStatic(await builtSite(name, inputs, write), { base: '/' });
  }, 600_000);
  afterAll(() => server?.close());
  return visit.extend({ site: async ({}, use) => use(server.url) });
}
