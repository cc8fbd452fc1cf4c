import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { test as base, desktop, expect, narrow } from './support/visitor.ts';

const test = base.extend({ device: narrow });
const STEPS = '/en/troubleshooting/bt-07-pairing-failed/';
const TABS = '/en/troubleshooting/location-permission-needed/';

test('what is for others is folded by one choice for all pages, which tabs and addresses make, too', async ({
  visitor: { page, open },
}) => {
  const openNow = (): Promise<string[]> =>
    page
      .locator('.prose details[data-for]')
      .evaluateAll((blocks) =>
        blocks.flatMap((block) => ((block as HTMLDetailsElement).open ? block.dataset.for! : [])),
      );
  await open(STEPS);
  expect(await openNow()).toEqual(['phone=android', 'phone=iphone']);
  await page.getByLabel('Your phone').selectOption('Android');
  expect(await openNow()).toEqual(['phone=android']);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await open(TABS);
  const tabs = page.getByRole('tablist', { name: 'Your phone' });
  expect(await page.getByRole('tabpanel', { name: 'Android' }).isVisible()).toBe(true);
  expect(await accessibilityViolations(page)).toEqual([]);
  await tabs.getByRole('tab', { name: 'Android' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('iPhone');
  expect(await openNow()).toEqual(['phone=iphone']);
  await page.keyboard.press('Home');
  expect(await openNow()).toEqual(['phone=android']);
  await page.evaluate(() => Object.assign(document.querySelector<HTMLElement>('.prose')!, { dir: 'rtl' }));
  await page.keyboard.press('ArrowRight');
  expect(await openNow()).toEqual(['phone=iphone']);
  // As the browser's own search does: the tab goes with the panel.
  await page
    .locator('.tab')
    .first()
    .evaluate((panel: HTMLDetailsElement) => Object.assign(panel, { open: true }));
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: 'Android' }).waitFor();
  expect(await openNow()).toEqual(['phone=android']);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Use precise location').isVisible()).toBe(true);
  expect(await page.locator('.tab > summary').allInnerTexts()).toEqual(['Android', 'iPhone']);
  await page.emulateMedia({ media: 'screen' });

  await open(`${STEPS}?for=android`);
  expect(await openNow()).toEqual(['phone=android']);
  await open(`${STEPS}#android`);
  expect(await openNow()).toEqual(['phone=android', 'phone=iphone']);
});

test.extend({ device: { ...desktop, javaScriptEnabled: false } })(
  'without JavaScript all of it is there, each part with its name',
  async ({ visitor: { page, open } }) => {
    await open(TABS);
    expect(await page.getByText('Use precise location').isVisible()).toBe(true);
    expect(await page.locator('.tab > summary').allInnerTexts()).toEqual(['Android', 'iPhone']);
    expect(await page.getByRole('tab').count()).toBe(0);
  },
);

test('a tab stays where it is while something above it folds', async ({ visitor: { page, open } }) => {
  await open(TABS);
  await page.evaluate(() => {
    const text = document.querySelector('.prose')!;
    text.insertAdjacentHTML(
      'afterbegin',
      '<details open data-for="phone=iphone"><summary>iPhone</summary><p></p></details>',
    );
    Object.assign(text.querySelector<HTMLElement>('p')!.style, { blockSize: '2000px' });
  });
  const tab = page.getByRole('tab', { name: 'Android' });
  await tab.scrollIntoViewIfNeeded();
  const top = (): Promise<number> => tab.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await tab.click();
  expect(await page.evaluate(() => document.querySelector('.prose details')!.clientHeight)).toBeLessThan(100);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
});
