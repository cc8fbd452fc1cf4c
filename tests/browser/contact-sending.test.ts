import type { Page } from 'playwright-core';
import type { Behaviour } from '../support/desk.ts';
import { expect, test } from './support/customer.ts';

/** How often a draft is interrupted; `DRAFT_ROUNDS=200` repeats the measurement in src/contact/README.md. */
const ROUNDS = Number(process.env.DRAFT_ROUNDS ?? 18);

async function write(page: Page, body: string): Promise<void> {
  await page.getByLabel('What is it about?').fill(body);
  await page.getByLabel('Your email address').fill('ada@example.com');
}

test('a failure is shown, the text stays, and other ways are offered', async ({ customer: { openContact, desk } }) => {
  desk.behave('refuse');
  const page = await openContact();
  await write(page, 'The bike does not start.');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('Our server did not accept the message. Your text is kept.').waitFor();
  expect(await page.getByLabel('What is it about?').inputValue()).toBe('The bike does not start.');
  expect(await page.getByRole('link', { name: 'Send it as mail' }).getAttribute('href')).toContain(
    'The%20bike%20does%20not%20start.',
  );
  expect(await page.locator('.write-ways').getByRole('link', { name: 'Chat' }).isVisible()).toBe(true);
});

test('a password manager that fills the hidden field costs one more press, and nothing of the text', async ({
  customer: { openContact, desk },
}) => {
  const page = await openContact();
  await write(page, 'Buy now');
  await page
    .locator('[name="website"]')
    .evaluate((input) => ((input as HTMLInputElement).value = 'https://spam.example'));
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('A field that people do not see was filled in').waitFor();
  expect(desk.tickets()).toBe(0);
  expect(await page.getByLabel('What is it about?').inputValue()).toBe('Buy now');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
  expect(desk.tickets()).toBe(1);
});

test('the sixth message in ten minutes has to wait', async ({ customer: { openContact, desk } }) => {
  const page = await openContact();
  for (let count = 1; count <= 5; count += 1) {
    await write(page, `Message ${count}`);
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByRole('button', { name: 'Write another message' }).click();
  }
  await write(page, 'Message 6');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('You have sent several messages already.').waitFor();
  expect(desk.tickets()).toBe(5);
});

test(`no draft is lost in ${ROUNDS} interruptions`, { timeout: 600_000 }, async ({ customer }) => {
  const { context, desk, openContact } = customer;
  const interruptions: ((page: Page) => Promise<unknown>)[] = [
    (page) => page.reload(),
    (page) => page.goto(customer.address('/en/')),
    (page) => page.goto(customer.address('/en/')).then(() => page.goBack()),
    async (page) => {
      // A tab that crashes runs no handler of its own; the protocol's answer never comes.
      void page.goto('chrome://crash').catch(() => {});
      await new Promise((done) => page.once('crash', done));
      await page.close();
    },
    async (page) => {
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Send message' }).click();
      await page.getByText('You are offline.').waitFor();
      await context.setOffline(false);
      await page.reload();
    },
    async (page) => {
      desk.behave('refuse');
      await page.getByRole('button', { name: 'Send message' }).click();
      await page.getByText('Our server did not accept').waitFor();
      await page.close();
    },
  ];
  let lost = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openContact();
    await write(page, `Draft ${round}`);
    await page.keyboard.type('!');
    await interruptions[(round * 7 + (round >> 3)) % interruptions.length]!(page);
    const after = await openContact();
    const kept = `${await after.getByLabel('What is it about?').inputValue()}${await after.getByLabel('Your email address').inputValue()}`;
    if (kept !== `Draft ${round}ada@example.com!`) lost += 1;
  }
  expect(lost).toBe(0);
});

test('a message that arrived before the tab was gone is not made twice by sending it again', async ({
  customer: { openContact, desk },
}) => {
  for (const fault of ['drop-after-taking', 'fail-after-taking'] satisfies Behaviour[]) {
    const before = desk.tickets();
    desk.behave(fault, fault, fault, fault);
    const page = await openContact();
    await write(page, `Sent under ${fault}`);
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByRole('button', { name: 'Sending …' }).waitFor();
    await expect.poll(() => desk.tickets()).toBe(before + 1);
    await page.close();
    desk.behave();
    const again = await openContact();
    await again.getByRole('button', { name: 'Send message' }).click();
    await again.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
    expect(desk.tickets()).toBe(before + 1);
  }
});
