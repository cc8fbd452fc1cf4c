import type { Page } from 'playwright-core';

/**
 * Checks a page as it stands in light and in dark colours, without a second visit: a device changes its colours at
 * sunset, too. It ends in the dark.
 */
export async function inEachScheme(page: Page, check: (colorScheme: 'light' | 'dark') => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await check(colorScheme);
  }
}
