import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, narrow, test } from './support/visitor.ts';

/** How far the ground at both edges of the table differs from the ground inside, 0 to 255: in the last row, where no letter stands. */
async function shadows(page: Page): Promise<{ left: number; right: number }> {
  const table = page.locator('.table-scroll').first();
  const box = (await table.boundingBox())!;
  const clip = { x: box.x + 1, y: box.y + box.height - 8, width: box.width - 2, height: 1 };
  const picture = await page.screenshot({ clip });
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number) => data[x * info.channels]!;
  const middle = at(Math.floor(info.width / 2));
  return { left: Math.abs(at(1) - middle), right: Math.abs(at(info.width - 2) - middle) };
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const dir of ['ltr', 'rtl'] as const) {
    test.extend({ device: { ...narrow, colorScheme } })(
      `a table wider than a phone has a shadow where it goes on, in ${colorScheme} colours, ${dir}`,
      async ({ visitor: { page, open } }) => {
        await open('/en/plans/prices-and-fees/');
        await page.evaluate((dir) => {
          document.documentElement.dir = dir;
        }, dir);
        const table = page.locator('.table-scroll').first();
        await table.scrollIntoViewIfNeeded();
        const width = await table.evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(width).toBeGreaterThan(40);
        const [start, end] = dir === 'ltr' ? (['left', 'right'] as const) : (['right', 'left'] as const);
        const atStart = await shadows(page);
        expect(atStart[start]).toBeLessThan(3);
        expect(atStart[end]).toBeGreaterThan(25);
        await table.focus();
        for (let press = 0; press < 20; press++) await page.keyboard.press(dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft');
        await expect
          .poll(() => table.evaluate((element) => Math.abs(element.scrollLeft)))
          .toBeGreaterThanOrEqual(width - 1);
        const atEnd = await shadows(page);
        expect(atEnd[start]).toBeGreaterThan(25);
        expect(atEnd[end]).toBeLessThan(3);
      },
    );
  }
}

test.extend({ device: narrow })(
  'the first column of a wide Chinese table has room for words on a phone',
  async ({ visitor: { page, open } }) => {
    await open('/zh-cn/plans/prices-and-fees/');
    const narrowest = await page
      .locator('.prose td:first-child')
      .evaluateAll((cells) =>
        Math.min(...cells.map((cell) => cell.clientWidth / Number.parseFloat(getComputedStyle(cell).fontSize))),
      );
    expect(narrowest).toBeGreaterThanOrEqual(8);
  },
);
