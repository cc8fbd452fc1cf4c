import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { desktop, expect, narrow, test } from './support/visitor.ts';

const MESSAGE = 'Hello, I cancelled two weeks ago and still wait for my refund. How long does a refund take? Thanks, Ada';
const withClipboard = test.extend({ device: { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] } });
const clipboard = () => navigator.clipboard.readText();

withClipboard('a pasted message becomes a copied permanent link in two key presses', async ({ visitor: { page, open, address } }) => {
  await open('/en/agents/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), MESSAGE);
  await page.keyboard.press('ControlOrMeta+v');
  await page.locator('.agents-answer').first().waitFor();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText(/^Copied: /).waitFor();
  expect(await page.evaluate(clipboard)).toMatch(/\/help\/a\/[a-z0-9-]+\/(#.+)?$/);
  expect(address('/en/agents/')).toContain('/help/en/agents/');
});

withClipboard('several answers are copied at once in the chosen form', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.getByLabel('Copy as').selectOption('markdown');
  await page.getByLabel('The customer’s message').fill(MESSAGE);
  await page.locator('.agents-answer').nth(1).waitFor();
  await page.locator('.agents-answer input').nth(0).check();
  await page.locator('.agents-answer input').nth(1).check();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText(/^Copied: /).waitFor();
  expect((await page.evaluate(clipboard)).split('\n')).toEqual([expect.stringMatching(/^- \[.+\]\(http.+\/a\/.+\)$/), expect.stringMatching(/^- \[.+\]\(http.+\/a\/.+\)$/)]);
});

test('a Korean message is answered from the Korean articles', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.getByLabel('The customer’s message').fill('환불은 언제 받을 수 있나요?');
  const first = page.locator('.agents-answer').first();
  await first.waitFor();
  expect(await first.getAttribute('lang')).toBe('ko');
  expect(await first.locator('a').getAttribute('href')).toContain('/ko/');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.extend({ device: { ...narrow, colorScheme } })(`the agents’ page is accessible at 320 pixels in ${colorScheme} colours and kept from search engines`, async ({ visitor: { page, open } }) => {
    await open('/en/agents/');
    await page.getByLabel('The customer’s message').fill(MESSAGE);
    await page.locator('.agents-answer').first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
  });
}
