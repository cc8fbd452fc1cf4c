import type { Page } from 'playwright-core';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { inEachScheme } from './support/schemes.ts';
import { desktop, expect, narrow, test } from './support/visitor.ts';

const MESSAGE =
  'Hello, I cancelled two weeks ago and still wait for my refund. How long does a refund take? Thanks, Ada';
const withClipboard = test.extend({ device: { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] } });
const said = (page: Page, text: string) => page.locator('.agents-said').filter({ hasText: text }).waitFor();
const clipboard = () => navigator.clipboard.readText();

withClipboard('a pasted message becomes a copied permalink in two key presses', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), MESSAGE);
  await page.keyboard.press('ControlOrMeta+v');
  await page.locator('.agents-answer').first().waitFor();
  await page.keyboard.press('ControlOrMeta+Enter');
  await said(page, 'Copied: How long does a refund take?');
  expect(await page.evaluate(clipboard)).toMatch(/^http.+\/help\/a\/refunds\/(#[a-z0-9-]+)?$/);
});

withClipboard('a copy asked for before the answers have come waits for them', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  const message = page.getByLabel('The customer’s message');
  await message.fill('the battery does not charge');
  await page.locator('.agents-answer').first().waitFor();
  await message.fill(MESSAGE);
  await page.keyboard.press('ControlOrMeta+Enter');
  await said(page, 'Copied: How long does a refund take?');
  expect(await page.evaluate(clipboard)).toContain('/a/refunds/');
});

withClipboard(
  'several answers are chosen by keyboard and copied at once in the chosen form',
  async ({ visitor: { page, open } }) => {
    await open('/en/agents/');
    await page.getByLabel('Copy as').selectOption('markdown');
    await page.getByLabel('The customer’s message').fill(MESSAGE);
    await page.locator('.agents-answer').nth(2).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ControlOrMeta+Enter');
    await said(page, '2 answers copied');
    const titles = await page.locator('.agents-answer h2').allTextContents();
    const lines = (await page.evaluate(clipboard)).split('\n');
    expect(lines).toEqual(
      [titles[0], titles[2]].map((title) =>
        expect.stringMatching(new RegExp(`^- \\[${title!.replace(/[?]/g, '\\?')}.*\\]\\(http.+/a/.+\\)$`)),
      ),
    );
  },
);

withClipboard(
  'the answer with the focus is copied, and the form is remembered',
  async ({ visitor: { page, open } }) => {
    await open('/en/agents/');
    await page.getByLabel('Copy as').selectOption('text');
    await open('/en/agents/');
    await page.getByLabel('The customer’s message').fill(MESSAGE);
    await page.locator('.agents-answer').nth(1).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('ControlOrMeta+Enter');
    await said(page, 'Copied: ');
    const title = await page.locator('.agents-answer h2').nth(1).textContent();
    expect(await page.evaluate(clipboard)).toMatch(new RegExp(`^${title!.replace(/[?]/g, '\\?')}.*: http.+$`));
  },
);

withClipboard('rich text carries the link for programs that take it', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.getByLabel('Copy as').selectOption('rich');
  await page.getByLabel('The customer’s message').fill(MESSAGE);
  await page.getByRole('button', { name: 'Copy How long does a refund take?' }).click();
  await said(page, 'Copied: How long does a refund take?');
  const html = await page.evaluate(async () =>
    (await (await navigator.clipboard.read())[0]!.getType('text/html')).text(),
  );
  expect(html).toMatch(/<a href="http[^"]+\/a\/refunds\/[^"]*"[^>]*>How long does a refund take\?/);
});

test('a Korean message is answered from the Korean articles', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.getByLabel('The customer’s message').fill('환불은 언제 받을 수 있나요?');
  const title = page.locator('.agents-answer h2').first();
  await title.waitFor();
  expect(await title.getAttribute('lang')).toBe('ko');
  expect(await title.locator('a').getAttribute('href')).toContain('/ko/');
});

test('a mail with two questions is answered question by question, without what it quotes', async ({
  visitor: { page, open },
}) => {
  await open('/en/agents/');
  await page
    .getByLabel('The customer’s message')
    .fill(
      'Hello,\n\nhow long does a refund take? Also, can my girlfriend use my bike too?\n\nBest regards,\nAda\n\nOn Mon, 3 Mar 2025 at 10:02, Support <help@example.com> wrote:\n> Is your battery charged?',
    );
  const groups = page.locator('.agents-group');
  await groups.nth(1).waitFor();
  expect(await groups.locator('h2').allTextContents()).toEqual([
    '1. how long does a refund take?',
    '2. Also, can my girlfriend use my bike too?',
  ]);
  const best = async (place: number) =>
    groups.nth(place).locator('.agents-answer').first().getAttribute('data-article');
  expect([await best(0), await best(1)]).toEqual(['refunds', 'add-rider']);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('a message in a language that the site has not is answered in its default one, which says so', async ({
  visitor: { page, open },
}) => {
  await open('/en/agents/');
  await page.getByLabel('The customer’s message').fill('Здравствуйте, когда вернут деньги за мой заказ?');
  await page.getByText('This help is not in the customer’s language. Answers are in English.').waitFor();
});

test('an answer that nobody has looked at for long says so', async ({ visitor: { page, open } }) => {
  await page.clock.setFixedTime('2029-01-01T12:00:00Z');
  await open('/en/agents/');
  await page.getByLabel('The customer’s message').fill(MESSAGE);
  await page.locator('.agents-answer').first().getByText('May be out of date').waitFor();
});

test('no article that answers is said before those that come closest', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  await page.getByText('Answers appear here as soon as there is a message.').waitFor();
  await page.getByLabel('The customer’s message').fill('Which wine goes with mushroom risotto?');
  await page.getByText('No article is sure to answer this. These come closest.').waitFor();
  expect(await page.getByText('Answers appear here').isVisible()).toBe(false);
});

test('the message never leaves the page', async ({ visitor: { page, open } }) => {
  await open('/en/agents/');
  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(`${request.method()} ${decodeURIComponent(request.url())} ${request.postData() ?? ''}`),
  );
  await page.getByLabel('The customer’s message').fill('My refund for zebrafinch@example.com never came');
  await page.locator('.agents-answer').first().waitFor();
  expect(sent.filter((request) => /refund|zebrafinch|POST/i.test(request))).toEqual([]);
});

for (const locale of ['en', 'zh-cn', 'ko']) {
  test.extend({ device: narrow })(
    `the agents’ page in ${locale} is accessible at 320 pixels in light and dark colours and kept from search engines`,
    async ({ visitor: { page, open } }) => {
      await open(`/${locale}/agents/`);
      await page.locator('#agents-message').fill(MESSAGE);
      await page.locator('.agents-answer').first().waitFor();
      await inEachScheme(page, async (scheme) => {
        expect(await accessibilityViolations(page), scheme).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), scheme).toBeLessThanOrEqual(320);
      });
      expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    },
  );
}
