import type { EnginePage } from '../../scripts/lib/engines/engine.ts';
import { expect, test, waitFor } from './support/test.ts';

const settled = (query: string): boolean =>
  [...document.querySelectorAll<HTMLElement>('[data-query]')].some(
    ({ dataset }) => dataset.query === query && dataset.state === 'settled',
  );
const first = (): string | undefined => document.querySelector<HTMLElement>('[data-article]')?.dataset.article;

async function ask(page: EnginePage, query: string): Promise<void> {
  await page.type('.search-input', query);
  await waitFor(page, settled, query);
}

for (const [locale, question] of Object.entries({ en: 'when do I get my money back', ko: '환불', 'zh-cn': '退款' })) {
  test(`a question in ${locale} is answered below the box`, async ({ page, site }) => {
    await page.open(`${site}${locale}/`);
    await ask(page, question);
    expect(await page.evaluate(first)).toBe('refunds');
  });
}

test('the arrows and Enter open a suggestion while the focus stays in the box', async ({ page, site }) => {
  await page.open(`${site}en/`);
  await ask(page, 'battery does not charge');
  await page.press('ArrowDown');
  const active = await waitFor(page, () => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    const option = id ? document.getElementById(id) : null;
    return option?.matches('[role="option"]') ? option.getAttribute('href') : undefined;
  });
  await page.press('Enter');
  const path = new URL(active, site).pathname;
  await waitFor(page, (wanted) => location.pathname === wanted, path);
});

test('Escape closes the list and leaves the text', async ({ page, site }) => {
  await page.open(`${site}en/`);
  await ask(page, 'helmet');
  await page.press('Escape');
  await waitFor(page, () => document.activeElement?.getAttribute('aria-expanded') === 'false');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('helmet');
});

test('a slash puts the focus into the box', async ({ page, site }) => {
  await page.open(`${site}en/billing/refunds/`);
  await page.click('h1');
  await page.press('/');
  await waitFor(page, () => document.activeElement?.getAttribute('role') === 'combobox');
});

test('Enter without a choice leads to the page of results', async ({ page, site }) => {
  await page.open(`${site}en/`);
  await ask(page, 'change my plan');
  await page.press('Enter');
  await waitFor(page, () => location.pathname.endsWith('/en/search/') && new URLSearchParams(location.search).get('q'));
  await waitFor(page, settled, 'change my plan');
  expect(
    await page.evaluate(
      () => document.querySelectorAll('.results [data-article], [data-part="answer"] [data-article]').length,
    ),
  ).toBeGreaterThan(2);
});

test('a question that no article answers offers a person', async ({ page, site }) => {
  await page.open(`${site}en/search/?q=${encodeURIComponent('which wine goes with mushroom risotto')}`);
  await waitFor(page, () => document.querySelector('[data-part="person"]')?.checkVisibility());
});
