import type { Page } from 'playwright-core';

/** Milliseconds from one key press to what was painted for it. */
export interface KeyTiming {
  /** How many key presses came before it in this page. */
  at: number;
  /** To the first results of whatever tier. */
  first: number;
  /** To results of the instant tier; undefined when the next key came sooner. */
  instant?: number;
}

interface Watching extends Window {
  keyTimings?: KeyTiming[];
}

/** Starts to record key timings on every page opened from now on. */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timings: KeyTiming[] = [];
    (window as Watching).keyTimings = timings;
    let at = 0;
    let start = 0;
    let current: KeyTiming | undefined;
    document.addEventListener(
      'input',
      () => {
        start = performance.now();
        at++;
        current = undefined;
      },
      true,
    );
    const observer = new MutationObserver(([change]) => {
      const panel = change?.target as HTMLElement;
      const tier = panel.dataset.tier;
      const typed = document.querySelector<HTMLInputElement>('.search-input')?.value.trim();
      if (!tier || !typed || panel.dataset.query !== typed || !start) return;
      // Nothing is drawn of a ranking that finds no answer yet.
      if (panel.dataset.state === 'searching' && panel.dataset.verdict === 'none') return;
      const begun = start;
      const place = at;
      requestAnimationFrame(() =>
        setTimeout(() => {
          const spent = performance.now() - begun;
          if (place !== at) return;
          if (!current) timings.push((current = { at: place, first: spent }));
          if (tier === 'instant') current.instant ??= spent;
        }),
      );
    });
    document.addEventListener('DOMContentLoaded', () => {
      const panel = document.querySelector('.search-panel');
      if (panel)
        observer.observe(panel, { attributes: true, attributeFilter: ['data-tier', 'data-query', 'data-state'] });
    });
  });
}

/** The timings recorded so far; key presses overtaken by the next one before anything was painted are left out. */
export async function keyTimings(page: Page): Promise<KeyTiming[]> {
  return page.evaluate(() => (window as Watching).keyTimings ?? []);
}
