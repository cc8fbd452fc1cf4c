import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { type ReportedConnection, reportConnection } from '../../../scripts/lib/browser/conditions.ts';
import { launchBrowser } from '../../../scripts/lib/browser/launch.ts';
import { type Recording, recordTransfers } from '../../../scripts/lib/browser/transfer.ts';
import { memoize } from '../../../src/cache/memoize.ts';
import { lendPage } from './kept-pages.ts';
import { collectProblems } from './problems.ts';

/** A person with a browser of their own, in which nothing is kept but files of former visits. */
interface Visitor {
  page: Page;
  /** Everything transferred since the visitor came. */
  transfers: Recording;
  /** Opens a path of the built site, such as `/en/`, below its base path. */
  open(path: string): Promise<void>;
  /** The full address of a path of the built site. */
  address(path: string): string;
  /** Declares errors that this test provokes; any other one fails the test. */
  expectProblems(...patterns: RegExp[]): void;
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const narrow: BrowserContextOptions = { viewport: { width: 320, height: 640 } };

interface Fixtures {
  /** Options of the browser context; set them with `test.extend({ device: phone })`. */
  device: BrowserContextOptions;
  /** What the browser tells about its line; what it tells by itself unless `test.extend` says otherwise. */
  line: ReportedConnection | undefined;
  /** Whether the browser's cache may hold files of the site from former visits: not for what counts files and bytes. */
  cached: boolean;
  /** Address of the site that is visited, base path included: the test site unless `test.extend` names another. */
  site: string;
  visitor: Visitor;
  /** The worker's browser, for a second visitor and any further ones: each a context, which the test closes. */
  browser: Browser;
}

/**
 * Vitest makes what belongs to a worker once for each `test.extend`, and nearly every test has one, to name its device:
 * a browser for each would start more often than tests, and all of them would stay open to the end. No test runs the
 * model, or a script, for so long that compiling it for speed would be worth the while: it is a tenth of the time of a visit.
 * Without a graphics card, a process for drawing only sends pictures to and fro: a twelfth.
 */
const browserOfWorker = memoize(() =>
  launchBrowser(['--js-flags=--liftoff-only --no-maglev --no-turbofan', '--in-process-gpu']),
);

/**
 * Vitest's `test` with a visitor of the built site. The test fails on any console error, exception,
 * policy violation or request to another origin that it has not declared.
 */
export const test = base.extend<Fixtures>({
  device: desktop,
  line: undefined,
  cached: true,
  site: async ({}, use) => use(inject('site')),
  browser: [
    async ({}, use) => {
      const browser = await browserOfWorker();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  visitor: async ({ browser, device, line, cached, site }, use) => {
    const { page, emptyCache, begin, giveBack } = await lendPage(browser, device, site);
    if (!cached) await emptyCache();
    // A loaded machine is slow, not wrong.
    page.setDefaultTimeout(60_000);
    const told = line && (await reportConnection(page, line));
    const problems = await collectProblems(page, new URL(site).origin);
    begin();
    const expected: RegExp[] = [];
    const address = (path: string) => new URL(path.replace(/^\//, ''), site).href;
    await use({
      page,
      transfers: recordTransfers(page),
      address,
      open: async (path) => {
        await page.goto(address(path), { waitUntil: 'load' });
      },
      expectProblems: (...patterns) => expected.push(...patterns),
    });
    await problems.end();
    await told?.dispose();
    await giveBack();
    expect(problems.found.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([]);
  },
});

/**
 * `test` whose visitor saves data, and so never loads the transformer: for what it has no part in. On other lines it
 * begins to load after the first search, and whether it comes before the test ends is chance.
 */
export const testWithoutModel = test.extend({ line: { saveData: true } });

export { expect } from 'vitest';
