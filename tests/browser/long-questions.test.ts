import { answered } from './support/search.ts';
import { expect, testWithoutModel as test } from './support/visitor.ts';

const MAIL = 'Since last week the display of my rig shows QX-7741, and nothing that I tried has helped so far. ';
const long = (letters: number) =>
  MAIL.repeat(Math.ceil(letters / MAIL.length))
    .slice(0, letters)
    .trim();
/** What the strictest hosts take. */
const ADDRESS = 2_100;
const box = '.search-input';

for (const [kind, question] of [
  ['16,000 Latin letters', long(16_000)],
  [
    '2,400 Korean letters',
    'QX-7741 화면에 오류가 나오고 아무것도 도움이 되지 않습니다. '.repeat(65).slice(0, 2_400).trim(),
  ],
] as const) {
  test(`a question of ${kind} stays whole from the box to the results, through reload, back and contact`, async ({
    visitor: { page, open },
  }) => {
    await open('/en/');
    const input = page.locator(box).first();
    await input.fill(question);
    await answered(page, question);
    await input.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    expect(page.url().length).toBeLessThan(ADDRESS);
    await answered(page, question);
    expect(await page.locator(box).inputValue()).toBe(question);
    await page.reload();
    await answered(page, question);
    await page.locator('[data-article] a').first().click();
    await page.waitForURL(/\/(en|ko)\/(?!search)/);
    await page.goBack();
    await answered(page, question);
    expect(await page.locator(box).inputValue()).toBe(question);
    await open('/en/contact/');
    await page.waitForFunction(
      (text) => document.querySelector<HTMLTextAreaElement>('#write-body')?.value === text,
      question,
    );
  });
}

test('two long questions that begin alike are two steps', async ({ visitor: { page, open } }) => {
  const one = `${long(4_000)} One.`;
  const other = `${long(4_000)} Other.`;
  await open('/en/search/');
  await page.fill(box, one);
  await page.keyboard.press('Enter');
  await answered(page, one);
  await page.fill(box, other);
  await page.keyboard.press('Enter');
  await answered(page, other);
  await page.goBack();
  await answered(page, one);
  await page.goForward();
  await answered(page, other);
});

test('the beginning of a question that came without its rest is answered, and said to be one', async ({
  visitor: { page, open },
}) => {
  await open(`/en/search/?${new URLSearchParams({ q: `${long(1_500)}…` })}`);
  await answered(page, `${long(1_500)}…`);
  const cut = page.locator('[data-part="cut"]');
  await cut.waitFor();
  expect(await cut.textContent()).toBe('The address holds only the beginning of this question. Add what is missing.');
  await page.locator(box).press('End');
  await page.keyboard.type(' more');
  await cut.waitFor({ state: 'hidden' });
});

test('an address of 100,000 letters is answered and made short', async ({ visitor: { page, open } }) => {
  const question = '환불 '.repeat(33_333).trim();
  await open(`/en/search/?${new URLSearchParams({ q: question })}`);
  await answered(page, question);
  await page.waitForFunction((most) => location.href.length < most, ADDRESS);
  expect(await page.locator(box).inputValue()).toBe(question);
});

for (const [script, letters] of Object.entries({ Latin: 'word ', Chinese: '退款', Thai: 'คืนเงิน', emoji: '🔒👩‍👩‍👧' })) {
  test(`100,000 letters of ${script} in the box and on the agents' page are answered`, async ({
    visitor: { page, open },
  }) => {
    const question = letters.repeat(100_000 / letters.length).trim();
    await open('/en/');
    await page.locator(box).first().fill(question);
    await answered(page, question);
    expect(
      await page
        .locator('.search-panel')
        .first()
        .evaluate((panel) => panel.getBoundingClientRect().height),
    ).toBeLessThan(2_000);
    await open('/en/agents/');
    await page.fill('textarea', question);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-agents]')?.dataset.query);
  });
}
