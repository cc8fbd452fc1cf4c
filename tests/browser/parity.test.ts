import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { reportConnection } from '../../scripts/lib/browser/conditions.ts';
import { readManifest } from '../../src/search/core/index/manifest.ts';
import { openIndex } from '../../src/search/core/index/search-index.ts';
import { search } from '../../src/search/core/search.ts';
import { siteQueries } from '../support/site-queries.ts';
import { answered } from './support/search.ts';
import { expect, test } from './support/visitor.ts';

const LIMIT = 10;
/** When nothing answers, the page shows the closest articles only. */
const CLOSEST = 3;

/** Opens the built index as the relevance harness does. */
async function nodeIndex(locale: string) {
  const folder = join(inject('siteFolder'), '_search');
  const own = (await readdir(folder)).find((name) => name.startsWith(`${locale}.`))!;
  const name = `${own}/manifest.json`;
  const fetchFile = async (file: string) => new Uint8Array(await readFile(join(folder, file)));
  return openIndex({ manifest: readManifest(await fetchFile(name), name), fetchFile });
}

for (const [locale, count] of [
  ['en', 50],
  ['ko', 10],
  ['zh-cn', 10],
] as const) {
  test(`browser and Node rank ${count} questions in ${locale} alike`, { timeout: 240_000 }, async ({
    visitor: { page, open },
  }) => {
    const queries = siteQueries(locale, count);
    expect(queries).toHaveLength(count);
    const index = await nodeIndex(locale);
    await reportConnection(page, { saveData: true });
    await open(`/${locale}/search/`);
    for (const query of queries) {
      await page.fill('.search-input', query);
      // A first question may be answered by its words before the rest is here.
      await answered(page, query, ['instant']);
      const { hits, verdict } = await search(index, query, { tier: 'instant', lastWordPartial: true, limit: LIMIT });
      const expected = hits.map(({ article }) => article).slice(0, verdict === 'none' ? CLOSEST : LIMIT);
      const shown = page.locator('[data-part="answer"] [data-article], [data-part="list"] [data-article]');
      expect(
        await shown.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.article)),
        query,
      ).toEqual(expected);
      expect(await page.locator('[data-part="list"]').getAttribute('data-verdict'), query).toBe(verdict);
    }
  });
}
