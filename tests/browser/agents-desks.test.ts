import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type DeskName, type Desks, startDesks } from '../../scripts/lib/bench/desks/start-desks.ts';
import { readHelpCenter } from '../../src/content/read-help-center.ts';
import { desktop, expect, testWithoutModel as test } from './support/visitor.ts';

/** What the pages of help desks have for tests; see scripts/lib/bench/desks. */
declare global {
  interface Window {
    customer?: string;
    ticketValues?: Record<string, unknown>;
    /** Whether markup of a message ran. */
    ran?: boolean;
  }
  /** Chatwoot and Help Scout tell the page their context. */
  function tell(): void;
  /** A message of the customer in Chatwoot. */
  function write(content: string | null, more?: object): void;
  /** An event of Zendesk. */
  function trigger(event: string): void;
  var conversation: { id: number; subject?: string; messages?: unknown[] };
  var asked: number;
  var ticket: Record<string, unknown>;
  var invoked: string[][];
}

const QUESTION = 'Hello, I am zebrafinch and cancelled last week. How long does a refund take? Thanks, Ada';
const REFUND = 'How long does a refund take?';

let desks: Desks;
beforeAll(async () => {
  desks = await startDesks(inject('site'), await readHelpCenter('content'));
});
afterAll(() => desks.close());

/** The agents' page beside a ticket in which the customer has written something; no request carries a word of it. */
async function beside(
  page: Page,
  desk: DeskName,
  customer = QUESTION,
  values: Record<string, unknown> = {},
): Promise<Frame> {
  page.on('request', (request) => {
    const sent = `${decodeURIComponent(request.url())} ${request.postData() ?? ''}`;
    if (/zebrafinch|refund/i.test(sent)) throw new Error(`A request carries the customer’s words: ${sent}`);
  });
  await desks.open(page, desk, customer, values);
  return panelOf(page);
}

async function panelOf(page: Page): Promise<Frame> {
  const isPanel = (frame: Frame) => new URL(frame.url()).pathname.endsWith('/agents/');
  await expect.poll(() => page.frames().some(isPanel)).toBe(true);
  return page.frames().find(isPanel)!;
}

const first = (panel: Frame) => panel.locator('.agents-answer .result-title').first();

/** From the reply into the panel, and the best answer taken: two keys. */
async function takeByKeyboard(page: Page): Promise<void> {
  await page.getByLabel('Reply').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+Enter');
}

describe('beside a conversation in Chatwoot', () => {
  const copying = test.extend({ device: desktop });

  copying('the customer’s last message is answered, and two keys copy the answer', async ({ visitor }) => {
    visitor.expectProblems(/request to another origin/, /Blocked autofocusing/);
    const { page } = visitor;
    const panel = await beside(page, 'chatwoot');
    await first(panel).filter({ hasText: REFUND }).waitFor();
    await takeByKeyboard(page);
    await panel
      .locator('.agents-said')
      .filter({ hasText: `Copied: ${REFUND}` })
      .waitFor();
    await page.getByLabel('Reply').focus();
    await page.keyboard.press('ControlOrMeta+v');
    expect(await page.getByLabel('Reply').inputValue()).toMatch(/^http.+\/a\/refunds\/(#[a-z0-9-]+)?$/);
  });

  copying('new messages and other conversations are followed', async ({ visitor }) => {
    visitor.expectProblems(/request to another origin/, /Blocked autofocusing/);
    const { page } = visitor;
    const panel = await beside(page, 'chatwoot');
    const area = panel.locator('#agents-message');
    await first(panel).filter({ hasText: REFUND }).waitFor();
    await page.evaluate(() => {
      write('The refund is on its way.', { message_type: 1 });
      write('He is angry', { private: true });
      write(null, { attachments: [{ id: 1, file_type: 'image' }] });
      write('My battery does not charge');
      write('The team is away', { message_type: 3 });
    });
    // Chatwoot says nothing of it until it is asked.
    await expect.poll(() => area.inputValue(), { timeout: 20_000 }).toBe('My battery does not charge');
    await expect.poll(() => first(panel).textContent()).toMatch(/battery|charge/i);
    await page.evaluate(() => {
      conversation = { id: 42, messages: [] };
      tell();
    });
    await expect.poll(() => area.inputValue()).toBe('');
    await expect.poll(() => panel.locator('.agents-answer').count()).toBe(0);
  });

  copying('strangers, floods, five megabytes and markup leave it usable', async ({ visitor }) => {
    visitor.expectProblems(/request to another origin/, /Blocked autofocusing/);
    const { page } = visitor;
    const panel = await beside(page, 'chatwoot');
    await first(panel).filter({ hasText: REFUND }).waitFor();
    // Another window, of another origin.
    await panel.evaluate(() => {
      const messages = [{ content: 'From a stranger', message_type: 0, created_at: 9e9 }];
      window.postMessage(
        JSON.stringify({ event: 'appContext', data: { conversation: { id: 1, messages } } }),
        location.origin,
      );
    });
    await page.evaluate(() => {
      const messages = conversation.messages!;
      messages.length = 0;
      write('a'.repeat(4_900_000));
      tell();
      messages.length = 0;
      write('x'.repeat(5_100_000));
      tell();
      messages.length = 0;
      for (let count = 0; count < 10_000; count++) {
        messages.length = 0;
        write(`Message ${count}`);
        tell();
      }
      messages.length = 0;
      write('The battery does not charge<svg onload="ran = true"></svg><script>ran = true</script>');
      tell();
    });
    await panel.locator('form[data-query*="<svg onload"]').waitFor();
    await first(panel).waitFor();
    expect(await panel.evaluate(() => [window.ran, document.querySelector('[onload]')])).toEqual([undefined, null]);
    await takeByKeyboard(page);
    await panel.locator('.agents-said').filter({ hasText: 'Copied: ' }).waitFor();
  });
});

describe('beside a ticket in Zendesk', () => {
  const said = (content: string, more: object = {}) => ({
    attachments: [],
    author: { id: 7, name: 'Ada', role: 'end-user', avatar: '' },
    channel: { name: 'email' },
    message: { content, contentType: 'text/html' },
    timestamp: '2026-11-26T10:00:00Z',
    ...more,
  });

  test('the app inserts the answer to the customer’s last comment, in the customer’s language, by two keys', async ({
    visitor,
  }) => {
    visitor.expectProblems(/request to another origin/, /Blocked autofocusing/);
    const { page } = visitor;
    const mail = `<div>How long does a refund take?<br>zebrafinch</div><script>top.ran = true</script>
      <style>p { color: red }</style><img src=x onerror="ran = true"><blockquote><p>We have cancelled it.</p></blockquote>`;
    const panel = await beside(page, 'zendesk', 'Older words', {
      'ticket.requester.locale': 'ko',
      'ticket.conversation': [
        said('The battery', { timestamp: '2026-11-25T10:00:00Z' }),
        said(mail),
        said('He is angry', { channel: { name: 'internal' }, timestamp: '2026-11-26T11:00:00Z' }),
        said('Let me look', { author: { id: 1, role: 'admin' }, timestamp: '2026-11-26T12:00:00Z' }),
      ],
    });
    await first(panel).waitFor();
    expect(await panel.locator('#agents-message').inputValue()).toBe(
      'How long does a refund take?\nzebrafinch\n> We have cancelled it.',
    );
    await panel.getByLabel('Copy as').selectOption('rich');
    await takeByKeyboard(page);
    await panel.locator('.agents-said').filter({ hasText: 'In your reply: ' }).waitFor();
    expect(await page.getByLabel('Reply').locator('a').getAttribute('href')).toMatch(/\/a\/refunds\//);
    expect(await page.evaluate(() => [invoked.map(([action]) => action), window.ran])).toEqual([
      ['resize', 'ticket.comment.appendHtml'],
      undefined,
    ]);
  });

  test('it follows the ticket, and puts plain text into a reply that takes no other', async ({ visitor }) => {
    visitor.expectProblems(/request to another origin/, /Blocked autofocusing/);
    const { page } = visitor;
    const panel = await beside(page, 'zendesk');
    await first(panel).filter({ hasText: REFUND }).waitFor();
    const conversation = [said('My battery does not charge', { message: { content: 'My battery does not charge' } })];
    await page.evaluate((value) => {
      Object.assign(ticket, { 'ticket.conversation': value, 'comment.useRichText': false });
      trigger('ticket.conversation.changed');
    }, conversation);
    await expect.poll(() => first(panel).textContent()).toMatch(/battery|charge/i);
    await panel.getByLabel('Copy as').selectOption('rich');
    await first(panel).locator('xpath=ancestor::li').getByRole('button', { name: 'Insert' }).click();
    await expect
      .poll(() => page.evaluate(() => invoked.at(-1)))
      .toEqual(['ticket.comment.appendText', expect.stringMatching(/^\n[^<]+: http[^<]+$/)]);
  });

  test('nobody but the panel inserts anything', async ({ visitor }) => {
    visitor.expectProblems(/request to another origin/, /Blocked autofocusing/);
    const { page } = visitor;
    const panel = await beside(page, 'zendesk');
    await first(panel).waitFor();
    const word = { signpost: 'insert', id: 1, text: 'From a stranger' };
    await page.evaluate((insert) => document.querySelector('iframe')!.contentWindow!.postMessage(insert, '*'), word);
    await page.frames()[1]!.evaluate((insert) => window.postMessage(insert, '*'), word);
    // The panel's own window is heard after those, and with it they would have been.
    await takeByKeyboard(page);
    await panel.locator('.agents-said').filter({ hasText: 'In your reply: ' }).waitFor();
    expect(await page.getByLabel('Reply').textContent()).not.toContain('stranger');
    expect(await page.evaluate(() => invoked.length)).toBe(2);
  });
});

test('beside a conversation in Help Scout its subject is answered, and two keys copy the answer', async ({
  visitor,
}) => {
  visitor.expectProblems(/request to another origin/, /Blocked autofocusing/);
  const { page } = visitor;
  const panel = await beside(page, 'helpscout');
  await first(panel).filter({ hasText: REFUND }).waitFor();
  expect(Number(await page.locator('iframe').getAttribute('height'))).toBeGreaterThanOrEqual(400);
  await takeByKeyboard(page);
  await panel
    .locator('.agents-said')
    .filter({ hasText: `Copied: ${REFUND}` })
    .waitFor();
  await page.evaluate(() => {
    Object.assign(conversation, { id: 2, subject: 'My battery does not charge' });
    tell();
  });
  await expect.poll(() => first(panel).textContent()).toMatch(/battery|charge/i);
});
