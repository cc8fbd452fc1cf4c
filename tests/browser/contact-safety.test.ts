import type { Page } from 'playwright-core';
import type { Behaviour } from '../support/desk.ts';
import { type Customer, expect, test } from './support/customer.ts';

/** How many walks; `FORM_WALKS=500` repeats the measurement in SECURITY.md. */
const WALKS = Number(process.env.FORM_WALKS ?? 8);
const STEPS = 6;

async function write(page: Page, body: string): Promise<void> {
  await page.getByLabel('What is it about?').fill(body);
  await page.getByLabel('Your email address').fill('ada@example.com');
}
const written = (page: Page) => page.getByLabel('What is it about?').inputValue();
const send = (page: Page) => page.getByRole('button', { name: 'Send message' }).click();
const arrived = (page: Page) => page.getByRole('heading', { name: 'Your message has arrived' });

/** A form whose scripts never come, or are a page of HTML. */
async function openWithoutScript({ context, page, address }: Customer, how: 'missing' | 'html'): Promise<Page> {
  await context.route(/\.js$/, (route) =>
    how === 'missing' ? route.abort() : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto(address('/en/contact/'));
  await page.evaluate(() => (document.documentElement.dataset.js = ''));
  return page;
}

for (const how of ['missing', 'html'] as const)
  test(`a form whose script is ${how} sends nothing, puts nothing into the address and keeps the text`, async ({
    customer,
  }) => {
    const page = await openWithoutScript(customer, how);
    await write(page, 'My address is secret.');
    const button = page.getByRole('button', { name: 'Send message' });
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel('Your email address').press('Enter');
    await button.evaluate((one) => one.removeAttribute('disabled'));
    await button.click();
    // Ten seconds, without waiting for them.
    const delays = await page.locator('.shown-late').evaluate((late) =>
      late.getAnimations().map((animation) => {
        animation.finish();
        return animation.effect?.getTiming().delay;
      }),
    );
    expect(delays).toEqual([10_000]);
    await page.getByText('The form has not loaded completely.').waitFor();
    expect(page.url()).toBe(customer.address('/en/contact/'));
    expect(await written(page)).toBe('My address is secret.');
    expect(customer.desk.tickets()).toBe(0);
  });

test('what was typed before the script came is kept and sent', async ({ customer }) => {
  const { context, page, address, desk } = customer;
  let go = (): void => {};
  const late = new Promise<void>((resolve) => (go = resolve));
  await context.route(/ContactForm.*\.js$/, async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(address('/en/contact/'), { waitUntil: 'commit' });
  await write(page, 'Typed early');
  go();
  await send(page);
  await arrived(page).waitFor();
  expect(desk.bodies()).toEqual([expect.objectContaining({ body: 'Typed early' })]);
});

for (const answer of ['fallback-page', 'move'] satisfies Behaviour[])
  test(`a message that is answered with “${answer}” has not arrived, and stays`, async ({ customer }) => {
    const page = await customer.openContact();
    customer.desk.behave(answer);
    await write(page, 'Is anybody there?');
    await send(page);
    await page.getByText('Our server did not accept the message. Your text is kept.').waitFor();
    expect(await written(await customer.openContact())).toBe('Is anybody there?');
    expect(customer.desk.tickets()).toBe(0);
  });

test('a second tab does not send again what the first is sending, and hears that it arrived', async ({ customer }) => {
  const { context, desk, openContact, address } = customer;
  const first = await openContact();
  await write(first, 'Only once, please');
  const second = await context.newPage();
  const third = await context.newPage();
  for (const page of [second, third]) {
    await page.goto(address('/en/contact/'));
    await page.locator('[data-write][data-ready]').waitFor();
    expect(await written(page)).toBe('Only once, please');
  }
  desk.behave('busy');
  await send(first);
  await first.getByRole('button', { name: 'Sending …' }).waitFor();
  await send(second);
  for (const page of [first, second, third]) await arrived(page).waitFor({ timeout: 20_000 });
  expect(desk.tickets()).toBe(1);
});

test('a text that another tab has changed is another message, and both arrive', async ({ customer }) => {
  const { context, desk, openContact, address } = customer;
  const first = await openContact();
  await write(first, 'The first text');
  const second = await context.newPage();
  await second.goto(address('/en/contact/'));
  await second.locator('[data-write][data-ready]').waitFor();
  await write(second, 'The second text');
  await send(first);
  await arrived(first).waitFor();
  expect(await written(second)).toBe('The second text');
  await send(second);
  await arrived(second).waitFor();
  expect(desk.bodies()).toEqual([
    expect.objectContaining({ body: 'The first text' }),
    expect.objectContaining({ body: 'The second text' }),
  ]);
});

test('after a reload while sending, the page says that the message may have arrived, and another Send makes no second one', async ({
  customer: { desk, openContact },
}) => {
  const page = await openContact();
  await write(page, 'Has it arrived?');
  desk.behave('drop-after-taking', 'hang');
  await send(page);
  await expect.poll(() => desk.tickets()).toBe(1);
  await page.reload();
  await page.getByText('No answer came, so it is not certain that your message arrived.').waitFor();
  expect(await written(page)).toBe('Has it arrived?');
  desk.behave();
  await send(page);
  await arrived(page).waitFor();
  expect(desk.tickets()).toBe(1);
});

/** Storage that refuses: nothing can be kept from now on. */
async function blockStorage({ context }: Pick<Customer, 'context'>, how: 'full' | 'blocked'): Promise<void> {
  await context.addInitScript((kind) => {
    const refuse = (): never => {
      throw new DOMException('No.', 'QuotaExceededError');
    };
    if (kind === 'full') Storage.prototype.setItem = refuse;
    else Object.defineProperty(window, 'localStorage', { get: refuse });
  }, how);
}

for (const how of ['full', 'blocked'] as const)
  test(`where storage is ${how}, the page says that it cannot keep the text, and sends it`, async ({ customer }) => {
    await blockStorage(customer, how);
    const page = await customer.openContact();
    await write(page, 'Kept nowhere');
    await page.getByText('This browser cannot keep your text').waitFor();
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.type()))),
    );
    await page.evaluate(() => location.reload());
    expect(await asked).toBe('beforeunload');
    expect(await written(page)).toBe('Kept nowhere');
    await send(page);
    await arrived(page).waitFor();
    expect(customer.desk.tickets()).toBe(1);
  });

test(`in ${WALKS} random walks no message is lost, sent twice, confirmed falsely or put into an address`, {
  timeout: 60_000 + WALKS * 15_000,
}, async ({ customer: { desk, address }, browser }) => {
  let seed = 7;
  const choose = <Value>(from: readonly Value[]): Value => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return from[Math.floor((seed / 2 ** 31) * from.length)]!;
  };
  const wrong: Behaviour[] = [
    'refuse',
    'fallback-page',
    'move',
    'drop',
    'drop-after-taking',
    'fail-after-taking',
    'take',
  ];
  const ready = (page: Page) => page.locator('[data-write][data-ready]').waitFor();
  const said = (page: Page) => page.locator('[data-part="done"]:visible, [data-part="failure"]:not(:empty)').first();
  const bodies = (): string[] => desk.bodies().map((body) => (body as { body: string }).body);
  const leaks: string[] = [];

  for (let walk = 0; walk < WALKS; walk += 1) {
    const text = `Walk ${walk}.`;
    // A walk is another customer, some of them with a browser that keeps nothing.
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    context.on('request', (request) => {
      if (decodeURIComponent(request.url()).includes('Walk ')) leaks.push(request.url());
    });
    const storage = choose(['kept', 'kept', 'kept', 'full', 'blocked'] as const);
    if (storage !== 'kept') await blockStorage({ context }, storage);
    const open = async (): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(address('/en/contact/'));
      await ready(page);
      return page;
    };
    /** Opens the form while its script is late, and types; what was typed must be there when the script has come. */
    const openLate = async (): Promise<Page> => {
      const page = await context.newPage();
      await page.route(/ContactForm.*\.js$/, async (route) => {
        await page.getByLabel('What is it about?').fill(text);
        await route.continue();
      });
      await page.goto(address('/en/contact/'));
      await ready(page);
      await page.unroute(/ContactForm.*\.js$/);
      return page;
    };
    /** Opens the form without its script, and presses what there is. */
    const openBroken = async (): Promise<void> => {
      const page = await context.newPage();
      await page.route(/\.js$/, (route) => route.abort());
      await page.goto(address('/en/contact/'));
      await page.evaluate(() => (document.documentElement.dataset.js = ''));
      await write(page, text);
      await page.getByLabel('Your email address').press('Enter');
      await page.getByRole('button', { name: 'Send message' }).click({ force: true });
      expect(await written(page), `walk ${walk}: lost`).toBe(text);
      await page.close();
    };

    const tabs = [await choose([open, openLate])()];
    await write(tabs[0]!, text);
    let confirmed = false;
    for (let step = 0; step < STEPS && !confirmed; step += 1) {
      const page = choose(tabs);
      // What no browser keeps is lost with its page, and the page asks before.
      const actions = [
        'send',
        'send',
        'broken',
        ...(storage === 'kept' ? (['reload', 'tab', 'away'] as const) : []),
      ] as const;
      const action = choose(actions);
      if (action === 'broken') await openBroken();
      if (action === 'tab') tabs.push(await open());
      if (action === 'reload') await page.reload();
      if (action === 'away') await page.goto(address('/en/')).then(() => page.goBack());
      await ready(page);
      if (action !== 'send' || (await written(page)) !== text) continue;
      desk.behave(choose(wrong));
      await send(page);
      await said(page).waitFor({ timeout: 30_000 });
      confirmed = await arrived(page).isVisible();
      if (confirmed) expect(bodies(), `walk ${walk}: confirmed falsely`).toContain(text);
      else expect(await written(page), `walk ${walk}: lost`).toBe(text);
    }
    desk.behave();
    if (!confirmed) {
      const last = storage === 'kept' ? await open() : tabs[0]!;
      expect(await written(last), `walk ${walk}: lost`).toBe(text);
      await send(last);
      await arrived(last).waitFor();
    }
    expect(bodies().filter((body) => body === text).length, `walk ${walk}: tickets`).toBe(1);
    await context.close();
  }
  expect(leaks).toEqual([]);
});
