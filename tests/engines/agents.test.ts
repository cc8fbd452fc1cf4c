import { expect, test, waitFor } from './support/test.ts';

const MESSAGE = 'Hello, I cancelled two weeks ago and still wait for my refund. How long does a refund take?';

test('a pasted message has answers, the right one first', async ({ page, site }) => {
  await page.open(`${site}en/agents/`);
  await page.type('#agents-message', MESSAGE);
  await waitFor(page, () =>
    document.querySelector('.agents-answer h2')?.textContent?.startsWith('How long does a refund take?'),
  );
});

test('Control and Enter copy the first answer', async ({ page, site }) => {
  await page.open(`${site}en/agents/`);
  await page.type('#agents-message', MESSAGE);
  await waitFor(page, () =>
    document.querySelector('.agents-answer h2')?.textContent?.startsWith('How long does a refund take?'),
  );
  await page.press('Enter', { control: true });
  await waitFor(page, () =>
    document.querySelector('.agents-said')?.textContent?.startsWith('Copied: How long does a refund take?'),
  );
});

test('a Korean message is answered from the Korean articles', async ({ page, site }) => {
  await page.open(`${site}en/agents/`);
  await page.type('#agents-message', '환불은 언제 받을 수 있나요?');
  expect(await waitFor(page, () => document.querySelector('.agents-answer h2')?.getAttribute('lang'))).toBe('ko');
});
