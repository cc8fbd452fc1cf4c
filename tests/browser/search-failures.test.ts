import type { Page, Route } from 'playwright-core';
import { answered, shownArticles, suggestedTitles, type } from './support/search.ts';
import { testWithoutModel as base, expect } from './support/visitor.ts';

const test = base.extend({ cached: false });

const query = 'QX-7741';

/** Gives the first such request this answer. The route stays: one that goes while others are under way may take them along. */
async function answerOnce(page: Page, address: RegExp, answer: Parameters<Route['fulfill']>[0]): Promise<void> {
  let answered = false;
  await page.route(address, (route) => {
    if (answered) return route.fallback();
    answered = true;
    return route.fulfill(answer);
  });
}

test('an index that was published anew while the page was open is found again', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await answerOnce(page, /_search\/.*manifest.*\.json/, { status: 404 });
  await open('/en/');
  await type(page, query);
  await answered(page, query);
  expect((await suggestedTitles(page))[0]).toContain(query);
});

test('a manifest of another version is recognised and the current one is used', async ({ visitor: { page, open } }) => {
  await answerOnce(page, /_search\/.*manifest.*\.json/, { json: { version: 999 } });
  await open('/en/');
  await type(page, query);
  await answered(page, query);
  expect((await suggestedTitles(page))[0]).toContain(query);
});

test('a corrupted shard of words is fetched again from the current index', async ({ visitor: { page, open } }) => {
  await answerOnce(page, /_search\/.*words-\d+\.bin/, { body: Buffer.from('no shard at all') });
  await open('/en/');
  await page.fill('.search-input', query);
  await answered(page, query);
  expect((await suggestedTitles(page))[0]).toContain(query);
});

test('when the semantic files are damaged or gone, keyword search goes on', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await page.route(/_search\/.*student.*\.bin/, (route) => route.fulfill({ status: 404 }));
  await page.route(/_search\/.*vectors.*\.bin/, (route) => route.fulfill({ body: Buffer.from('damaged') }));
  await open('/en/search/?q=QX-7741');
  await answered(page, query, ['lexical']);
  expect((await shownArticles(page))[0]).toBe('code-qx-7741');
});

test('when nothing of the index can be had, the page says so and offers to try again', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404/);
  await page.route(/_search\//, (route) => route.fulfill({ status: 404 }));
  await open('/en/search/?q=QX-7741');
  await page.getByText('The search did not load.').waitFor();
  await page.unroute(/_search\//);
  await page.getByRole('button', { name: 'Try again' }).click();
  await answered(page, query);
  expect((await shownArticles(page))[0]).toBe('code-qx-7741');
});

test('offline in the middle of a question, the page says so and answers once the connection is back', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await open('/en/');
  await type(page, 'QX');
  await answered(page, 'QX');
  await page.context().setOffline(true);
  await type(page, '-7741 zyxmarkup');
  await page.getByText('You seem to be offline.').waitFor();
  await page.context().setOffline(false);
  await answered(page, 'QX-7741 zyxmarkup');
  expect(await suggestedTitles(page)).not.toEqual([]);
});

test('when the code of the search does not arrive, Enter still leads to the results page', async ({
  visitor: { page, open, expectProblems },
}) => {
  expectProblems(/404|ERR_FAILED|Failed to fetch/);
  await page.route(/open-box.*\.js/, (route) => route.abort());
  await open('/en/billing/refunds/');
  await type(page, query);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\/\?q=QX-7741/);
  await answered(page, query);
});
