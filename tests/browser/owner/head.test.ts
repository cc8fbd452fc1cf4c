import { ownerInputs, writeOwner } from '../../support/owner-site.ts';
import { testOf } from '../support/own-site.ts';
import { expect } from '../support/visitor.ts';

const test = testOf('bank', ownerInputs('bank'), writeOwner('bank'));

test('a page holds what head says, and its script reaches the origin that it names and no other', async ({
  visitor: { page, open, expectProblems },
}) => {
  const asked: string[] = [];
  expectProblems(/stats\.harbour\.example|elsewhere\.example/);
  await page.route(/stats\.harbour\.example|elsewhere\.example/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ status: 204 });
  });
  await open('/en/cards/lost-card/');
  expect(await page.locator('meta[name="google-site-verification"]').getAttribute('content')).toBe('harbour-1c9');
  expect(await page.locator('link[rel="me"]').getAttribute('href')).toBe('https://social.example/@harbour');
  expect(asked).toEqual([]);
  const refused = await page.evaluate(async () => {
    dispatchEvent(new CustomEvent('harbour-read', { detail: 'lost-card' }));
    return fetch('https://elsewhere.example/lost-card', { mode: 'no-cors' }).then(
      () => 'sent',
      () => 'refused',
    );
  });
  expect(refused).toBe('refused');
  await expect.poll(() => asked).toEqual(['https://stats.harbour.example/lost-card']);
});

test('a page in a frame on other sites holds nothing of head', async ({ visitor: { page, open } }) => {
  await open('/en/widget/');
  expect(await page.locator('meta[name="google-site-verification"]').count()).toBe(0);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("connect-src 'self';");
});
