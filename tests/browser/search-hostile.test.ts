import { answered, type } from './support/search.ts';
import { expect, testWithoutModel as test } from './support/visitor.ts';

const hacked = () => (window as unknown as { hacked?: number }).hacked;
const title = '<img src=x onerror="window.hacked=1"> & "quotes" </title><script>window.hacked=1</script>';

test('a title full of markup is shown as text in the list', async ({ visitor: { page, open } }) => {
  await open('/en/');
  await type(page, 'zyxmarkup');
  await answered(page, 'zyxmarkup');
  expect(await page.locator('.search-option-title').first().textContent()).toBe(title);
  expect(await page.locator('.search-list :is(img, script, svg, b)').count()).toBe(0);
  expect(await page.evaluate(hacked)).toBeUndefined();
});

test('a title full of markup is shown as text on the results page and in the title of the window', async ({
  visitor: { page, open },
}) => {
  await open('/en/search/?q=zyxmarkup');
  await answered(page, 'zyxmarkup');
  expect(await page.locator('.result-title').first().textContent()).toBe(title);
  expect(await page.locator('[data-article] :is(img, script, svg, b)').count()).toBe(0);
  expect(await page.evaluate(hacked)).toBeUndefined();
});

test('the article itself stays text, and its window title too', async ({ visitor: { page, open } }) => {
  await open('/en/troubleshooting/hostile-markup/');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
  expect(await page.title()).toContain('<img src=x');
  expect(await page.evaluate(hacked)).toBeUndefined();
});

const hostile = [
  '<img src=x onerror=window.hacked=1>',
  '"><script>window.hacked=1</script>',
  "';window.hacked=1;//",
  '</script><script>window.hacked=1</script>',
  '{{constructor.constructor("window.hacked=1")()}}',
  '%3Cscript%3Ewindow.hacked=1%3C/script%3E',
  '\u202e\u0000\uffff',
];

for (const query of hostile) {
  test(`the query ${JSON.stringify(query)} in the address becomes text and nothing else`, async ({
    visitor: { page, open },
  }) => {
    await open(`/en/search/?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(() =>
      ['settled', 'broken'].includes(document.querySelector<HTMLElement>('[data-part="list"]')?.dataset.state ?? ''),
    );
    expect(await page.locator('main :is(img, iframe, script:not([src], [data-files]))').count()).toBe(0);
    expect(await page.evaluate(hacked)).toBeUndefined();
  });
}

test('a malformed percent sign in the address breaks nothing', async ({ visitor: { page, open } }) => {
  await open('/en/search/?q=100%&q=2');
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-part="list"]')?.dataset.state === 'settled',
  );
  expect(await page.locator('.search-input').inputValue()).toBe('100%');
});

test('a whole e-mail of 4,000 characters is searched', async ({ visitor: { page, open } }) => {
  const mail = 'Dear team, since last week the display of my rig shows QX-7741 and I do not know what to do. '
    .repeat(43)
    .trim();
  await open('/en/search/');
  await page.fill('.search-input', mail);
  await answered(page, mail);
  expect(await page.locator('[data-article]').first().getAttribute('data-article')).toBe('code-qx-7741');
});
