import type { Page } from 'playwright-core';
import { bookmarkAddress } from '../../src/agents/message-address.ts';
import { inlineScripts } from '../../src/integrations/inline-scripts.ts';
import { expect, test } from './support/visitor.ts';

const QUESTION = 'How long does a refund take? I am zebrafinch@example.com';

/** Any page of any help desk. */
const TICKET = `<!doctype html><html lang="en"><title>Ticket</title><h1>Ticket</h1><p>${QUESTION}</p><textarea>the battery does not charge</textarea></html>`;

const field = (page: Page) => page.getByLabel('The customer’s message');

/** What the browser keeps of this visit, and where the visitor has been. */
const kept = () =>
  JSON.stringify([location.href, document.referrer, document.cookie, { ...localStorage }, { ...sessionStorage }]);

test('the bookmark takes what is selected on any page into one window, and no word of it anywhere else', async ({
  visitor: { page, address },
}) => {
  const context = page.context();
  const sent: string[] = [];
  context.on('request', (request) => {
    sent.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
  });
  const bookmark = decodeURIComponent(
    bookmarkAddress(inlineScripts.bookmarklet, address('/en/agents/')).replace('javascript:', ''),
  );
  await page.route('**/ticket', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: TICKET,
      headers: { 'Content-Security-Policy': "script-src 'none'" },
    }),
  );
  await page.goto(address('/ticket'));
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('p')!));
  const [panel] = await Promise.all([context.waitForEvent('page'), page.evaluate(bookmark)]);
  await panel.getByRole('link', { name: 'How long does a refund take?' }).waitFor();
  expect(await field(panel).inputValue()).toBe(QUESTION);
  expect(panel.url()).toBe(address('/en/agents/'));
  await expect.poll(() => field(panel).evaluate((area) => area === document.activeElement)).toBe(true);

  await page.locator('textarea').selectText();
  await page.evaluate(bookmark);
  await expect.poll(() => field(panel).inputValue()).toBe('the battery does not charge');
  await panel
    .getByRole('link', { name: /battery/i })
    .first()
    .waitFor();
  expect(context.pages()).toHaveLength(2);
  expect(await panel.evaluate(kept)).not.toMatch(/zebrafinch|refund|battery/);
  await panel.goBack();
  expect(panel.url()).toBe(address('/en/agents/'));
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.filter((request) => /zebrafinch|battery%20|message=|POST/i.test(request))).toEqual([]);
});

test('the bookmark explains itself to whoever presses it, and can be copied', async ({ visitor: { page, open } }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/en/agents/');
  await page.getByText('Take a message from any page').click();
  const link = page.getByRole('link', { name: 'Find the answer' });
  await link.press('Enter');
  await page.getByText('This link works as a bookmark only').waitFor();
  await page.getByRole('button', { name: 'Copy its address' }).press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^javascript:/);
  expect(await link.getAttribute('href')).toBe(await page.evaluate(() => navigator.clipboard.readText()));
});

test('whatever an address brings is shown as text, and leaves the page usable', async ({ visitor: { page, open } }) => {
  const markup = '<img src=x onerror="document.title=1"><script>document.title=1</script>"\'&';
  await open(`/en/agents/#message=${encodeURIComponent(markup)}`);
  await expect.poll(() => field(page).inputValue()).toBe(markup);
  expect(await page.locator('main img, .agents script').count()).toBe(0);
  expect(await page.title()).toMatch(/^Answer a customer/);

  await page.evaluate(() => (location.hash = '#message=%E0%A4%A'));
  await page.getByText('The message in the address could not be read.').waitFor();
  expect(await field(page).inputValue()).toBe(markup);

  await page.evaluate(() => (location.hash = `#message=${'refund '.repeat(250_000)}`));
  await page.getByText('longer than 10,000 characters').waitFor();
  expect((await field(page).inputValue()).length).toBe(10_000);
  // Browsers refuse addresses as long as this.
  await page.evaluate(() => {
    location.hash = `#message=${'a'.repeat(5_000_000)}`;
  });

  await field(page).fill(QUESTION);
  await page.getByRole('link', { name: 'How long does a refund take?' }).waitFor();
  expect(await page.getByText('longer than 10,000 characters').isVisible()).toBe(false);
  expect(page.url()).toMatch(/\/en\/agents\/$/);
});
