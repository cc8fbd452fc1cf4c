import type { Browser } from 'playwright-core';
import { accessibilityViolations } from '../browser/accessibility.ts';
import type { PageTypes } from '../browser/page-types.ts';
import type { Row } from './row.ts';

/** Runs axe on a page of each kind, light and dark. */
export async function measureAccessibility(browser: Browser, site: string, pages: PageTypes): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, path] of Object.entries(pages)) {
    let violations = 0;
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      await page.goto(site + path, { waitUntil: 'load' });
      violations += (await accessibilityViolations(page)).length;
      await context.close();
    }
    rows.push({
      group: 'axe',
      name: `violations, ${kind} page, light and dark`,
      value: violations,
      unit: '',
      target: { atMost: 0 },
    });
  }
  return rows;
}
