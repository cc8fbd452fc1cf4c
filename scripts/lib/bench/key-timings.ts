import type { Page } from 'playwright-core';

/** Milliseconds from one key press to what was painted for it. */
interface KeyTiming {
  /** Which key press of the page it is, counted from 1. */
  at: number;
  /** To the first results of whatever tier. */
  first: number;
  /** To results of the instant tier; undefined when the next key came sooner. */
  instant?: number;
}

/** What was recorded of the key presses of a page. */
export interface KeyRecord {
  /** Of those for which something was painted before the next one. */
  timings: KeyTiming[];
  /** Which key presses asked something, in order. */
  asking: number[];
}

interface Watching extends Window {
  keyRecord?: KeyRecord;
}

/** Starts to record key timings on every page opened from now on. */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const record: KeyRecord = { timings: [], asking: [] };
    (window as Watching).keyRecord = record;
    let presses = 0;
    let asked = '';
    let at = 0;
    let start = 0;
    let current: KeyTiming | undefined;
    document.addEventListener(
      'input',
      (event) => {
        presses++;
        const typed = (event.target as HTMLInputElement).value.trim();
        // A space behind a word asks nothing new: what is on its way for the word is its answer.
        if (typed === asked) return;
        asked = typed;
        start = performance.now();
        at = presses;
        if (typed) record.asking.push(at);
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
          if (!current) record.timings.push((current = { at: place, first: spent }));
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

/** What was recorded so far. */
export async function keyRecord(page: Page): Promise<KeyRecord> {
  return page.evaluate(() => (window as Watching).keyRecord ?? { timings: [], asking: [] });
}
