import { writeFiles } from '../../scripts/lib/bench/synthetic/content.ts';
import { testOf } from './support/own-site.ts';
import { expect, phone } from './support/visitor.ts';

const settings = `name: Made
description: Help with everything.
url: https://help.example.com
defaultLocale: en
locales:
  - { code: en, label: English }
contact:
  channels:
    - { type: email, label: Write to us, address: us@example.com }
search: { models: [{ languages: ["*", en], source: none }] }
`;

/** 24 articles in a category: in three sections, or in none. */
function category(name: string, sections: string[]): [path: string, text: string][] {
  return [
    [`articles/en/${name}/_category.yaml`, `title: The ${name}\ndescription: All about the ${name}.\n`],
    ...Array.from({ length: 24 }, (_, place): [string, string] => {
      const section = sections[place % sections.length];
      const word = ['adjust', 'clean', 'store'][Math.floor(place / 8)]!;
      const title = `How do I ${word} ${name} ${place}?`;
      const fields = `title: ${title}\nid: ${name}-${place}\ndescription: To ${word} it.\n${section ? `section: ${section}\n` : ''}`;
      return [`articles/en/${name}/${word}-${place}.md`, `---\n${fields}---\n\nIt is done like this.\n`];
    }),
  ];
}

/** An article of forty short sections and a table wider than a phone. */
const guide = `---
title: The whole guide
id: guide
description: Everything at once.
---

| Plan | Price per month | Distance included | Every further kilometre | Deposit at the start |
|---|---|---|---|---|
| Extraordinary | 1,234.00 euros | unlimited | complimentary | 1,000.00 euros |

${Array.from({ length: 40 }, (_, place) => `## Step ${place + 1} of the guide\n\n${'This is done slowly. '.repeat(60)}`).join('\n\n')}
`;

const test = testOf(
  'long-lists',
  ['tests/browser/long-lists.test.ts', 'scripts/lib/bench/synthetic/content.ts'],
  (content) =>
    writeFiles(
      content,
      new Map([
        ['site.yaml', settings],
        ...category('lamp', ['Care', 'Repair', 'Care']),
        ...category('tent', []),
        ['articles/en/tent/guide.md', guide],
      ]),
    ),
);

test('the sections of a long category are reached from a list that says how many articles they have', async ({
  visitor: { page, open },
}) => {
  await open('/en/lamp/');
  const jump = page.getByRole('navigation', { name: 'Jump to' });
  expect(await jump.getByRole('link', { name: 'Care 16 articles' }).count()).toBe(1);
  await jump.getByRole('link', { name: 'Repair 8 articles' }).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Repair' });
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(100);
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() => document.activeElement?.closest('section')?.querySelector('h2')?.textContent?.trim()),
  ).toBe('Repair');
});

test('beside a long category the list stays in view, and other topics come below it', async ({
  visitor: { page, open },
}) => {
  await open('/en/lamp/');
  await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
  const jump = page.getByRole('navigation', { name: 'Jump to' });
  expect((await jump.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  const others = await page.getByRole('navigation', { name: 'Other topics' }).boundingBox();
  expect(others!.y).toBeGreaterThan((await jump.boundingBox())!.y + (await jump.boundingBox())!.height);
});

test.extend({ device: phone })(
  'a long category without sections is divided by the letters of what its titles are about',
  async ({ visitor: { page, open } }) => {
    await open('/en/tent/');
    const jump = page.getByRole('navigation', { name: 'Jump to' });
    expect(await jump.getByRole('link').allInnerTexts()).toEqual(['A', 'C', 'S', 'W']);
    await jump.getByRole('link', { name: 'S' }).click();
    await expect.poll(async () => (await page.locator('#letter-s').boundingBox())?.y).toBeLessThan(100);
  },
);

test('the list of all articles is filtered by parts of words, says how many are left, and leads on to the search', async ({
  visitor: { page, open },
}) => {
  await open('/en/a-z/');
  const field = page.getByRole('searchbox', { name: 'Filter this list' });
  await field.fill('LÁMP store');
  await page.getByText('8 of 49 articles').waitFor();
  expect(await page.locator('.row:visible').count()).toBe(8);
  expect(await page.locator('h2:visible').allTextContents()).toEqual(['S']);
  expect(await page.locator('.letters li:visible').allInnerTexts()).toEqual(['S']);
  await field.press('Enter');
  expect(page.url()).toMatch(/a-z\/$/);
  await field.fill('chimney');
  await page.getByText('0 of 49 articles').waitFor();
  await page.getByRole('link', { name: 'All answers for “chimney”' }).click();
  await page.waitForURL(/\/en\/search\/\?q=chimney$/);
});

test('without a script the list of all articles has no field', async ({ visitor, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(visitor.address('/en/a-z/'));
  expect(await page.locator('.row:visible').count()).toBe(49);
  expect(await page.getByRole('searchbox', { name: 'Filter this list' }).isVisible()).toBe(false);
  await context.close();
});

test('a long table of contents follows the reader and moves nothing else', async ({ visitor: { page, open } }) => {
  await open('/en/tent/guide/');
  const scroller = page.locator('.toc-inner');
  const top = () => scroller.evaluate((element) => element.scrollTop);
  const readAt = async (step: number): Promise<void> => {
    const heading = page.locator(`#step-${step}-of-the-guide`);
    await heading.evaluate((element) => {
      scrollTo({ top: element.getBoundingClientRect().top + scrollY - 50, behavior: 'instant' });
    });
    const entry = page.locator('.toc a[aria-current]');
    await expect.poll(() => entry.textContent()).toBe(`Step ${step} of the guide`);
    const [inner, place] = await Promise.all([scroller.boundingBox(), entry.boundingBox()]);
    expect(place!.y).toBeGreaterThanOrEqual(inner!.y);
    expect(place!.y + place!.height).toBeLessThanOrEqual(inner!.y + inner!.height);
    expect(Math.round((await heading.boundingBox())!.y)).toBe(50);
  };
  await readAt(2);
  expect(await top()).toBe(0);
  await readAt(38);
  expect(await top()).toBeGreaterThan(200);
  await readAt(3);
  await readAt(20);
});
