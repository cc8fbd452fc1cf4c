import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { type HostileOwnerFile, hostileOwnerFiles, writeHostileOwner } from '../../support/content/hostile-owner.ts';
import { testOf } from '../support/own-site.ts';
import { expect } from '../support/visitor.ts';

/** Of everything that somebody could make who means harm, what the check lets through, in one site. */
const test = testOf(
  'hostile-owner',
  ['tests/browser/owner/hostile.test.ts', 'tests/support/content/hostile-owner.ts'],
  async (content) => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-hostile-owner-'));
    const passed: HostileOwnerFile[] = [];
    for (const [index, hostile] of hostileOwnerFiles.entries()) {
      const alone = join(folder, String(index));
      await writeHostileOwner(alone, [hostile]);
      const problems = await checkContent(await readHelpCenter(alone));
      if (!problems.some(({ severity }) => severity === 'error')) passed.push(hostile);
    }
    await rm(folder, { recursive: true });
    await writeHostileOwner(content, passed);
  },
);

test('what the check lets through of hostile texts runs nothing on any page, and reaches no other origin', async ({
  visitor: { page, open, address },
}) => {
  const sitemap = await (await page.request.get(address('/sitemap.xml'))).text();
  const paths = [...sitemap.matchAll(/<loc>https:\/\/help\.example\.com([^<]*)<\/loc>/g)].map(([, path]) => path!);
  expect(paths.filter((path) => /\/(page-|cards-)/.test(path)).length).toBeGreaterThan(20);
  for (const path of [...paths, '/en/agents/', '/en/widget/']) {
    await open(path);
    expect(await page.evaluate(() => 'pwned' in window), path).toBe(false);
  }
});
