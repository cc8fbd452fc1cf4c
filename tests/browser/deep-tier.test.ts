import { answered, hold, suggestedTitles, type } from './support/search.ts';
import { test as base, expect } from './support/visitor.ts';

const test = base.extend({ cached: false });

const question = "how long until I've got my money back";

test('the transformer joins in its worker and answers the question', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, question);
  await answered(page, question, ['deep']);
  expect(page.workers().length).toBe(1);
  expect((await suggestedTitles(page))[0]).toBe('How long does a refund take?');
});

test('which number an order has changes nothing in what the transformer finds', async ({ visitor: { page, open } }) => {
  await open('/en/');
  // What is read while the transformer gets ready stays as it is.
  await page.fill('.search-input', question);
  await answered(page, question, ['deep']);
  const found: string[][] = [];
  for (const number of ['00123842', '#113542617735902', '99887']) {
    const asked = `i haven't received my parcel ${number} yet`;
    await page.fill('.search-input', asked);
    await answered(page, asked, ['deep']);
    found.push(await suggestedTitles(page));
  }
  expect(found[0]).not.toHaveLength(0);
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test('when WebAssembly is blocked, the instant tier goes on', async ({ visitor: { page, open, expectProblems } }) => {
  expectProblems(/wasm|WebAssembly|ERR_FAILED|404/i);
  await page.route(/model\/runtime/, (route) => route.abort());
  await open('/en/');
  await page.fill('.search-input', question);
  await answered(page, question, ['lexical', 'instant']);
  await page.waitForTimeout(1000);
  await page.fill('.search-input', 'QX-7741');
  await answered(page, 'QX-7741', ['lexical', 'instant']);
  expect((await suggestedTitles(page))[0]).toContain('QX-7741');
});

test('a model that was damaged in the browser’s cache is fetched anew', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await page.fill('.search-input', question);
  await answered(page, question, ['deep']);
  const damaged = () =>
    page.evaluate(async () => {
      const cache = await caches.open('signpost-model');
      const encoder = (await cache.keys()).find(({ url }) => url.includes('/encoder'));
      if (!encoder) return undefined;
      const bytes = new Uint8Array(await (await cache.match(encoder))!.arrayBuffer());
      // Its checksum must not be what tells.
      await cache.put(encoder, new Response(new TextEncoder().encode('no model')));
      return bytes.length;
    });
  await expect.poll(damaged).toBeGreaterThan(1000);
  await open('/en/');
  await page.fill('.search-input', question);
  await answered(page, question, ['deep']);
});

test('the transformer runs under enforced Trusted Types', async ({ visitor: { page, open } }) => {
  await page.route('**/en/', async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; require-trusted-types-for 'script'; trusted-types signpost`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await open('/en/');
  await page.fill('.search-input', question);
  await answered(page, question, ['deep']);
});

test('when the model is damaged, the instant tier goes on', async ({ visitor: { page, open, expectProblems } }) => {
  expectProblems(/.*/);
  await page.route(/model\/encoder/, (route) => route.fulfill({ body: Buffer.from('no model') }));
  await open('/en/');
  await page.fill('.search-input', question);
  await answered(page, question, ['lexical', 'instant']);
  await page.waitForTimeout(1000);
  await page.fill('.search-input', 'QX-7741');
  await answered(page, 'QX-7741', ['lexical', 'instant']);
});

test('when the worker dies, the instant tier goes on', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await page.fill('.search-input', question);
  await answered(page, question, ['deep']);
  const [worker] = page.workers();
  await worker!.evaluate(() => close());
  await page.fill('.search-input', 'QX-7741');
  await answered(page, 'QX-7741', ['lexical', 'instant']);
  expect((await suggestedTitles(page))[0]).toContain('QX-7741');
});

test('the better ranking does not move the row that the keyboard is on', async ({ visitor: { page, open } }) => {
  await open('/en/');
  const release = await hold(page);
  await page.fill('.search-input', question);
  await answered(page, question, ['lexical', 'instant']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const before = await suggestedTitles(page);
  const active = await page.locator('[aria-selected="true"]').getAttribute('id');
  release();
  await answered(page, question, ['deep']);
  expect(await page.locator('[aria-selected="true"]').getAttribute('id')).toBe(active);
  expect((await suggestedTitles(page)).slice(0, 2)).toEqual(before.slice(0, 2));
});

test('the better ranking does not move the row under the pointer', async ({ visitor: { page, open } }) => {
  await open('/en/');
  const release = await hold(page);
  await page.fill('.search-input', question);
  await answered(page, question, ['lexical', 'instant']);
  const row = page.locator('[role="option"][data-article]').nth(2);
  await row.hover();
  const [title, place] = [await row.locator('.search-option-title').textContent(), await row.boundingBox()];
  release();
  await answered(page, question, ['deep']);
  expect(await row.locator('.search-option-title').textContent()).toBe(title);
  expect((await row.boundingBox())?.y).toBe(place?.y);
});

test('a site that asks first names the size, and downloads only once accepted', async ({
  visitor: { page, open, transfers },
}) => {
  await page.route(/\/search\//, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text())
        .replaceAll('&#34;deepTier&#34;:&#34;auto&#34;', '&#34;deepTier&#34;:&#34;ask&#34;')
        .replaceAll('&quot;deepTier&quot;:&quot;auto&quot;', '&quot;deepTier&quot;:&quot;ask&quot;'),
    });
  });
  await open(`/en/search/?q=${encodeURIComponent(question)}`);
  await page.getByText(/downloaded once \(\d+ MB\)/).waitFor();
  expect((await transfers.transfers()).filter(({ url }) => /_search\/model\//.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'Download and use it' }).click();
  await page.getByText('The language model is ready.').waitFor({ timeout: 45_000 });
  await answered(page, question, ['deep']);
});
