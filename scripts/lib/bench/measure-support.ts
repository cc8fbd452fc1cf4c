import type { Browser, Page } from 'playwright-core';
import { permalinkFolder, siteUrls } from '../../../src/site/urls.ts';
import { reportConnection, slowCpu } from '../browser/conditions.ts';
import type { Row } from './row.ts';
import { quantile } from './statistics.ts';
import { newVisitor } from './visitor.ts';

/** The contact form waits this long (ms) for the next key before it calls that a pause; see src/components/contact/form/suggest.ts. */
const PAUSE = 300;

interface Watching extends Window {
  pauses?: number[];
  copied?: number;
}

/** What stands between a customer and an answer while writing, and between an agent and a link. */
export async function measureSupport(
  browser: Browser,
  site: string,
  locale: string,
  queries: string[],
): Promise<Row[]> {
  const pauses = await suggestionTimes(browser, siteUrls(site).contact(locale), queries);
  const rows: Row[] = [
    { group: 'support', name: 'pauses in writing a message, measured', value: pauses.length, unit: '' },
  ];
  if (pauses.length > 0) {
    rows.push(
      {
        group: 'support',
        name: 'pause in writing to suggestions painted, median, CPU 4x slower',
        value: quantile(pauses, 0.5),
        unit: 'ms',
      },
      {
        group: 'support',
        name: 'pause in writing to suggestions painted, p95, CPU 4x slower',
        value: quantile(pauses, 0.95),
        unit: 'ms',
        target: { atMost: 100 },
      },
    );
  }
  for (const factor of [1, 4]) {
    const copies = await copyTimes(browser, siteUrls(site).agents(locale), queries, factor);
    rows.push({
      group: 'support',
      name: `agent: paste to copied link, 2 key presses, slowest of ${copies.length}, ${factor === 1 ? 'normal speed' : `CPU ${factor}x slower`}`,
      value: Math.max(...copies),
      unit: 'ms',
      target: { atMost: 1000 },
    });
  }
  return rows;
}

/** Writes messages of one to four sentences, resting after each; the time runs from the end of the pause that the form waits for. None for content without a form. */
async function suggestionTimes(browser: Browser, address: string, queries: string[]): Promise<number[]> {
  const { page, context } = await newVisitor(browser);
  try {
    await reportConnection(page, { saveData: true });
    await watchPauses(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    if ((await page.locator('[name="body"]').count()) === 0) return [];
    await slowCpu(page, 4);
    await writeMessages(page, queries);
    const times = await page.evaluate(() => (window as Watching).pauses ?? []);
    // During the first one code and index still arrive.
    return times.slice(1).map((time) => time - PAUSE);
  } finally {
    await context.close();
  }
}

async function writeMessages(page: Page, queries: string[]): Promise<void> {
  const body = page.locator('[name="body"]');
  for (const [index, query] of queries.entries()) {
    await body.fill('');
    for (const sentence of [query, ...queries.slice(0, index % 4)]) {
      await body.pressSequentially(`${sentence}. `, { delay: 60 });
      const written = (await body.inputValue()).trim();
      await page.waitForFunction(
        (text) => document.querySelector<HTMLElement>('[data-part="suggested"]')?.dataset.query === text,
        written,
        { polling: 'raf' },
      );
      await page.waitForTimeout(400);
    }
  }
}

async function watchPauses(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const times: number[] = [];
    (window as Watching).pauses = times;
    let key = 0;
    document.addEventListener('input', () => (key = performance.now()), true);
    document.addEventListener('DOMContentLoaded', () => {
      const place = document.querySelector<HTMLElement>('[data-part="suggested"]');
      const observer = new MutationObserver(() => {
        const began = key;
        requestAnimationFrame(() => setTimeout(() => began === key && times.push(performance.now() - began)));
      });
      if (place) observer.observe(place, { attributes: true, attributeFilter: ['data-query'] });
    });
  });
}

/** Both keys are pressed at once, one after the other: nobody waits to see the answers. */
async function copyTimes(browser: Browser, address: string, queries: string[], factor: number): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const { page, context } = await newVisitor(browser);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(address, { waitUntil: 'networkidle' });
    if (factor > 1) await slowCpu(page, factor);
    await page.evaluate(async (text) => {
      await navigator.clipboard.writeText(text);
      const said = document.querySelector('[data-part="said"]')!;
      let began = 0;
      document.addEventListener('keydown', () => (began ||= performance.now()), true);
      new MutationObserver(
        () => said.textContent && ((window as Watching).copied ??= performance.now() - began),
      ).observe(said, { childList: true });
    }, `Hello, I am a customer of yours and have a question: ${query}? Thank you very much. Ada`);
    await page.keyboard.press('ControlOrMeta+v');
    await page.keyboard.press('ControlOrMeta+Enter');
    const copied = await page.waitForFunction(() => (window as Watching).copied);
    times.push((await copied.jsonValue()) ?? NaN);
    if (!(await page.evaluate(() => navigator.clipboard.readText())).includes(permalinkFolder('/')))
      throw new Error(`“${query}” was pasted on the agents’ page, and no permanent link was copied.`);
    await context.close();
  }
  return times;
}
