import { expect, test } from './support/visitor.ts';

test('a question that only another language answers is answered in that language, labelled', async ({
  visitor: { page, open },
}) => {
  await open(`/en/search/?q=${encodeURIComponent('환불은 얼마나 걸리나요?')}`);
  const others = page.locator('[data-part="others"]');
  await others.getByRole('heading', { name: 'In other languages' }).waitFor();
  const first = others.locator('[data-article]').first();
  expect(await first.getAttribute('lang')).toBe('ko');
  expect(await first.locator('.result-place').textContent()).toContain('한국어');
  expect(await first.locator('a').getAttribute('href')).toContain('/ko/');
});

test('a question that the own language answers is left alone', async ({ visitor: { page, open } }) => {
  await open(`/en/search/?q=${encodeURIComponent('How long does a refund take?')}`);
  await page.locator('.answer').waitFor();
  expect(await page.locator('[data-part="others"]').isVisible()).toBe(false);
});
