import type { Browser, Page } from 'playwright-core';
import { slowCpu } from '../browser/conditions.ts';
import type { PageTypes } from '../browser/page-types.ts';
import type { Row } from './row.ts';
import { median } from './statistics.ts';
import { newVisitor, waitForTier } from './visitor.ts';

/** The deep tier: its download, the time from the first focus until it answers, and each query after that. */
export async function measureDeep(browser: Browser, site: string, pages: PageTypes, queries: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const factor of [1, 4]) {
    const speed = factor === 1 ? 'normal speed' : `CPU ${factor}x slower`;
    const { page, context, transfers } = await newVisitor(browser);
    await watchLongTasks(page);
    await watchVectors(page);
    await page.goto(site + pages.article, { waitUntil: 'networkidle' });
    if (factor > 1) await slowCpu(page, factor);
    transfers.clear();
    const start = performance.now();
    await page.focus('.search-input');
    const [opening = 'help', ...rest] = queries;
    await page.fill('.search-input', opening);
    await waitForTier(page, opening, ['deep'], 180_000);
    const ready = performance.now() - start;
    const download = (await transfers.transfers()).filter(
      ({ url }) => /\.(wasm|mjs|onnx|part|bin)\b|tokenizer|worker/.test(url) && !isIndex(url),
    );
    const timeAnswers = async () => {
      const times: DeepTiming[] = [];
      for (const query of rest) times.push(await timeToDeep(page, query));
      return {
        embedded: median(times.map(({ embedded }) => embedded)),
        painted: median(times.map(({ painted }) => painted)),
      };
    };
    const first = await timeAnswers();
    const again = await timeAnswers();
    const longest = await longTasks(page);
    if (factor === 1) {
      const bytes = download.reduce((sum, { bytes: size }) => sum + size, 0);
      rows.push({
        group: 'deep',
        name: 'one-time download, runtime included',
        value: bytes / 1e6,
        unit: 'MB',
        target: { atMost: 18 },
      });
    }
    rows.push(
      { group: 'deep', name: `first focus to deep results, ${speed}`, value: ready / 1000, unit: 's' },
      {
        group: 'deep',
        name: `query embedded, its words at hand, median, ${speed}`,
        value: again.embedded,
        unit: 'ms',
        ...(factor === 4 ? { target: { atMost: 60 } } : {}),
      },
      {
        group: 'deep',
        name: `query to deep results on screen, its words at hand, median, ${speed}`,
        value: again.painted,
        unit: 'ms',
      },
      {
        group: 'deep',
        name: `query to deep results on screen, its words downloaded, median, ${speed}`,
        value: first.painted,
        unit: 'ms',
      },
      {
        group: 'deep',
        name: `longest task of the main thread meanwhile, ${speed}`,
        value: longest,
        unit: 'ms',
        ...(factor === 1 ? { target: { atMost: 50 } } : {}),
      },
    );
    await context.close();
  }
  return rows;
}

/** Milliseconds after which no deep ranking is expected any more. */
const PATIENCE = 30_000;

/** Milliseconds, as the page itself counts them, from the whole question in the box. */
interface DeepTiming {
  /** To its vector, given by the worker. */
  embedded: number;
  /** To its deep ranking on the screen. */
  painted: number;
}

interface Watching extends Window {
  /** When the newest vector came, in ms. */
  vectorAt?: number;
  /** Longest task since the page was loaded, in ms. */
  longestTask?: number;
}

/** Notes when the page is given a vector, on every page opened from now on. */
async function watchVectors(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.Worker = class extends window.Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'vector') (window as Watching).vectorAt = performance.now();
        });
      }
    };
  });
}

/**
 * Asks a question and waits for its deep ranking.
 * @throws Error (by rejection) when none comes: the transformer has failed, and without a time limit the bench would wait for ever.
 */
async function timeToDeep(page: Page, query: string): Promise<DeepTiming> {
  return page.evaluate(
    ([text, patience]) =>
      new Promise<DeepTiming>((resolve, reject) => {
        setTimeout(
          () => reject(new Error(`no deep ranking for “${text}” within ${patience / 1000} seconds`)),
          patience,
        );
        const panel = document.querySelector<HTMLElement>('.search-panel')!;
        const input = document.querySelector<HTMLInputElement>('.search-input')!;
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (panel.dataset.query !== text || panel.dataset.tier !== 'deep') return;
          observer.disconnect();
          const embedded = (window as Watching).vectorAt! - start;
          requestAnimationFrame(() => setTimeout(() => resolve({ embedded, painted: performance.now() - start })));
        });
        observer.observe(panel, { attributes: true });
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }),
    [query, PATIENCE] as const,
  );
}

/** Index shards are the instant tier's; the model's files lie in a folder of their own. */
function isIndex(url: string): boolean {
  return /\/(words|texts|vocabulary|vectors|student|core)[-.\d]*\.bin$/.test(url);
}

/** Starts to watch for tasks over 50 ms on the main thread of every page opened from now on. */
async function watchLongTasks(page: Page): Promise<void> {
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
async function longTasks(page: Page): Promise<number> {
  return page.evaluate(() => (window as Watching).longestTask ?? 0);
}
