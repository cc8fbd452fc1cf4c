import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { expect, test } from './support/customer.ts';

const QUESTION = 'I paid twice for March. When do I get a refund for the second payment?';

test('answers appear below the message while it is written, and a screen reader hears of them once', async ({
  customer: { openContact },
}) => {
  const page = await openContact();
  await page.getByLabel('What is it about?').fill(QUESTION);
  const answers = page.locator('.suggested-answer');
  await answers.first().waitFor();
  expect(await answers.count()).toBeLessThanOrEqual(3);
  expect(await page.locator('[data-part="heard"]').textContent()).toMatch(
    /^\d possible answers? stands? below the message\.$/,
  );
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('write-body');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('an answer opens in place as the whole article and stays open while writing goes on', async ({
  customer: { openContact },
}) => {
  const page = await openContact();
  const body = page.getByLabel('What is it about?');
  await body.fill(QUESTION);
  const first = page.locator('.suggested-answer').first();
  await first.locator('summary').click();
  await first.locator('.prose :is(p, li, table)').nth(2).waitFor();
  await body.fill('My chain fell off and I cannot put it back on.');
  await page.waitForTimeout(700);
  expect(await first.getAttribute('open')).not.toBeNull();
  expect(await body.inputValue()).toBe('My chain fell off and I cannot put it back on.');
});

test('an answer that helped ends with thanks, and the text can still be had back', async ({
  customer: { openContact, desk },
}) => {
  const page = await openContact();
  await page.getByLabel('What is it about?').fill(QUESTION);
  await page.getByRole('button', { name: 'That answered it' }).click();
  await page.getByRole('heading', { name: 'Glad you found it!' }).waitFor();
  await page.getByRole('button', { name: 'I still want to write' }).click();
  expect(await page.getByLabel('What is it about?').inputValue()).toBe(QUESTION);
  expect(desk.tickets()).toBe(0);
});

test('what was searched for and read goes along, as the customer left it', async ({
  customer: { page, address, openContact, desk },
}) => {
  await page.goto(address('/en/search/?q=double+charge'));
  await page.locator('.search-page [data-article] a').first().click();
  await page.waitForURL(/\/en\/.+\/.+\/$|#/);
  await openContact();
  const history = page.getByLabel('So that you need not repeat it. Change it as you like.');
  const text = await history.inputValue();
  expect(text).toContain('Searched for:\n- double charge');
  expect(text).toMatch(/Read:\n- .+\n {2}http/);
  await history.fill('Searched for:\n- double charge');
  await page.getByLabel('What is it about?').fill('Paid twice');
  await page.getByLabel('Your email address').fill('ada@example.com');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
  expect(desk.bodies()).toEqual([
    expect.objectContaining({
      body: 'Paid twice',
      visit: 'Searched for:\n- double charge',
      email: 'ada@example.com',
      locale: 'en',
    }),
  ]);
});

test('the history can be left out', async ({ customer: { page, address, openContact, desk } }) => {
  await page.goto(address('/en/billing/refunds/'));
  await openContact();
  await page.getByLabel('Attach what I looked for and read').uncheck();
  await page.getByLabel('What is it about?').fill('Paid twice');
  await page.getByLabel('Your email address').fill('ada@example.com');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
  expect(desk.bodies()).toEqual([expect.objectContaining({ visit: '' })]);
});

test('a request to be called back asks for the number', async ({ customer: { page, address, desk } }) => {
  await page.goto(address('/en/contact/#callback'));
  await page.getByLabel('Your phone number, with country code').waitFor();
  await page.getByLabel('What is it about?').fill('The lock is stuck');
  await page.getByLabel('Your email address').fill('ada@example.com');
  await page.getByRole('button', { name: 'Send message' }).click();
  expect(await page.locator('#write-phone-flaw').textContent()).toBe('Please fill this in.');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('write-phone');
  await page.getByLabel('Your phone number, with country code').fill('+49 30 1234567');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
  expect(desk.bodies()).toEqual([expect.objectContaining({ phone: '+49 30 1234567' })]);
});
