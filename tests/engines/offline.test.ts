import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { writeOfflineCopy } from '../../scripts/lib/preview/offline-copy.ts';
import { buildTestSite } from '../support/test-site.ts';
import { expect, test, waitFor } from './support/test.ts';

let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'signpost-offline-'));
  const { folder, base } = await buildTestSite();
  await writeOfflineCopy(folder, base, copy);
}, 600_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

test('a preview opens from a folder, with its look and its pictures, and its links lead on', async ({ page }) => {
  await page.open(pathToFileURL(join(copy, 'index.html')).href);
  const look = await page.evaluate(() => ({
    accent: getComputedStyle(document.documentElement).getPropertyValue('--accent'),
    pictures: [...document.images].map(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  }));
  expect(look.accent).not.toBe('');
  expect(look.pictures.length).toBeGreaterThan(0);
  expect(look.pictures).not.toContain(false);
  await page.click('main a[href$="en/billing/index.html"]');
  await waitFor(page, () => location.pathname.endsWith('/en/billing/index.html'));
  await page.click('main a[href$="refunds/index.html"]');
  await waitFor(page, () => location.pathname.endsWith('/en/billing/refunds/index.html'));
  await page.click('.header-tools .menu summary');
  await page.click('.header-tools a[href$="ko/billing/refunds/index.html"]');
  await waitFor(page, () => document.documentElement.lang === 'ko');
});
