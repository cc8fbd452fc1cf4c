import type { Page } from 'playwright-core';

interface Watching extends Window {
  longestTask?: number;
}

/** Starts to watch for tasks over 50 ms on the main thread of every page opened from now on. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        (window as Watching).longestTask = Math.max((window as Watching).longestTask ?? 0, duration);
      }
    }).observe({ type: 'longtask' });
    addEventListener('load', () => {
      (window as Watching).longestTask = 0;
    });
  });
}

/** Duration of the longest task since the page was loaded, in ms; 0 when none was over 50 ms. */
export async function longTasks(page: Page): Promise<number> {
  return page.evaluate(() => (window as Watching).longestTask ?? 0);
}
