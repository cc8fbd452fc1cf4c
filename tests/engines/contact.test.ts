import type { EnginePage } from '../../scripts/lib/engines/engine.ts';
import { expect, test, waitFor } from './support/test.ts';

const QUESTION = 'I paid twice for March. When do I get a refund for the second payment?';

async function openContact(page: EnginePage, site: string): Promise<void> {
  await page.open(`${site}en/contact/`);
  await waitFor(page, () => document.querySelector('[data-write][data-ready]') !== null);
}

async function write(page: EnginePage, text: string): Promise<void> {
  await page.type('[name="body"]', text);
  await page.type('[name="email"]', 'ada@example.com');
}

test('answers appear below the message while it is written', async ({ page, site }) => {
  await openContact(page, site);
  await page.type('[name="body"]', QUESTION);
  await waitFor(page, () => document.querySelectorAll('.suggested-answer').length > 0);
});

test('a message arrives once, and the page says so', async ({ page, site, desk }) => {
  await openContact(page, site);
  await write(page, QUESTION);
  await page.click('form[data-write] [type="submit"]');
  await waitFor(page, () =>
    [...document.querySelectorAll('h2, h3')].some(
      (heading) => heading.checkVisibility() && heading.textContent === 'Your message has arrived',
    ),
  );
  expect(desk.bodies()).toEqual([expect.objectContaining({ body: QUESTION, email: 'ada@example.com', locale: 'en' })]);
});

test('a message that is refused stays in the form, and other ways are offered', async ({ page, site, desk }) => {
  desk.behave('refuse');
  await openContact(page, site);
  await write(page, 'The bike does not start.');
  await page.click('form[data-write] [type="submit"]');
  await waitFor(page, () =>
    document.body.textContent.includes('Our server did not accept the message. Your text is kept.'),
  );
  expect(await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('[name="body"]')?.value)).toBe(
    'The bike does not start.',
  );
  expect(desk.tickets()).toBe(0);
});

test('a draft is there again when the page is', async ({ page, site }) => {
  await openContact(page, site);
  await write(page, 'My chain fell off.');
  await page.open(`${site}en/`);
  await openContact(page, site);
  expect(await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('[name="body"]')?.value)).toBe(
    'My chain fell off.',
  );
});
