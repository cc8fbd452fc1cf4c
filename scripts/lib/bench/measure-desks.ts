import type { Browser, Frame, Page } from 'playwright-core';
import type { HelpCenter } from '../../../src/content/types.ts';
import { DESKS } from '../agents-app/desks.ts';
import { DESK_NAMES, type DeskName, type Desks, startDesks } from './desks/start-desks.ts';
import type { Row } from './row.ts';
import { newVisitor } from './visitor.ts';

/** What stands between an agent who opens a ticket and the answer in the reply, or on the clipboard. */
export async function measureDesks(
  browser: Browser,
  site: string,
  center: HelpCenter,
  queries: string[],
): Promise<Row[]> {
  const desks = await startDesks(site, center);
  const rows: Row[] = [];
  try {
    for (const desk of DESK_NAMES) {
      const times: number[] = [];
      for (const query of queries) times.push(await takeTime(browser, desks, desk, query));
      rows.push({
        group: 'support',
        name: `agent: message shown in ${DESKS[desk].name} to answer taken, 2 key presses, slowest of ${times.length}`,
        value: Math.max(...times),
        unit: 'ms',
        target: { atMost: 1000 },
      });
    }
  } finally {
    await desks.close();
  }
  return rows;
}

/** The panel is there, as it is from the second conversation on; the help desk tells it the message, and the agent sees the answer and takes it. */
async function takeTime(browser: Browser, desks: Desks, desk: DeskName, query: string): Promise<number> {
  const { page, context } = await newVisitor(browser);
  try {
    await desks.open(page, desk, '');
    const panel = await panelOf(page);
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Reply').focus();
    const began = performance.now();
    await page.evaluate((text) => (window as unknown as { show(text: string): void }).show(text), query);
    await panel.locator('.agents-answer').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+Enter');
    await panel.locator('.agents-said:not(:empty)').waitFor();
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

async function panelOf(page: Page): Promise<Frame> {
  for (;;) {
    const panel = page.frames().find((frame) => new URL(frame.url(), 'http://none').pathname.endsWith('/agents/'));
    if (panel) {
      await panel.locator('.agents-hint').waitFor();
      return panel;
    }
    await page.waitForEvent('framenavigated');
  }
}
