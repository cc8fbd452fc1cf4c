import { writeFiles } from '../../scripts/lib/bench/synthetic/content.ts';
import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { testOf } from './support/own-site.ts';
import { expect, narrow, phone } from './support/visitor.ts';

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
const WORDS = ['adjust', 'book', 'cancel', 'clean', 'store'];
/** 210 articles begin with each of two words, so that one letter alone is too long for a page. */
const LAMP = 210;
const TENT = 205;
const TOPICS = 38;

/** Articles of a category, in sections or without any. */
function category(name: string, count: number, sections: string[]): [path: string, text: string][] {
  return [
    [`articles/en/${name}/_category.yaml`, `title: The ${name}\ndescription: All about the ${name}.\n`],
    ...Array.from({ length: count }, (_, place): [string, string] => {
      const word = sections.length > 0 ? WORDS[place % 2]! : WORDS[place % WORDS.length]!;
      const section = sections[place % sections.length];
      const number = String(place).padStart(3, '0');
      const fields = `title: How do I ${word} ${name} ${number}?\nid: ${name}-${place}\ndescription: To ${word} it.\nupdated: 2026-02-0${(place % 9) + 1}\n${section ? `section: ${section}\n` : ''}`;
      return [`articles/en/${name}/${word}-${place}.md`, `---\n${fields}---\n\nIt is done like this.\n`];
    }),
  ];
}

const test = testOf(
  'large-lists',
  ['tests/browser/large-lists.test.ts', 'scripts/lib/bench/synthetic/content.ts'],
  (content) =>
    writeFiles(
      content,
      new Map([
        ['site.yaml', settings],
        ...category('lamp', LAMP, ['Care', 'Repair', 'Care']),
        ...category('tent', TENT, []),
        ...Array.from({ length: TOPICS }, (_, place) =>
          category(`topic-${String(place).padStart(2, '0')}`, 6, []),
        ).flat(),
      ]),
    ),
);

test('each article of a large category is on one of its pages, which follow one another by keyboard', async ({
  visitor: { page, open },
}) => {
  await open('/en/lamp/');
  const pages = page.getByRole('navigation', { name: 'Pages' });
  const seen: string[] = [];
  for (const number of [1, 2, 3]) {
    expect(await pages.getByRole('link', { name: `Page ${number}` }).getAttribute('aria-current')).toBe('page');
    expect(await page.title()).toBe(
      number === 1 ? 'The lamp – Made Help' : `The lamp – Page ${number} of 3 – Made Help`,
    );
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      page.url().replace(/http:\/\/[^/]+/, 'https://help.example.com'),
    );
    await page.getByText(`210 articles · Page ${number} of 3`).waitFor();
    const rows = await page.locator('.row a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(rows.length).toBeLessThanOrEqual(100);
    seen.push(...rows);
    if (number === 3) break;
    await pages.getByRole('link', { name: 'Next page' }).focus();
    await Promise.all([page.waitForURL(new RegExp(`/en/lamp/page/${number + 1}/$`)), page.keyboard.press('Enter')]);
  }
  expect(new Set(seen).size).toBe(LAMP);
  expect(seen).toHaveLength(LAMP);
  expect(await pages.getByRole('link', { name: 'Next page' }).count()).toBe(0);
  const above = page.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: 'The lamp' });
  expect(await above.getAttribute('href')).toBe('/en/lamp/');
});

test('a section of a large category is reached from every page, and by the address it had on one page', async ({
  visitor: { page, open },
}) => {
  await open('/en/lamp/page/2/');
  expect(await page.getByRole('heading', { level: 2, name: 'Care (continued)' }).count()).toBe(1);
  const jump = page.getByRole('navigation', { name: 'Jump to' });
  await jump.getByRole('link', { name: 'Repair 70 articles' }).click();
  await page.waitForURL(/\/en\/lamp\/page\/3\/#section-repair$/);
  await open('/en/lamp/#section-repair');
  expect(await page.locator(':target').getAttribute('href')).toBe('/en/lamp/page/3/#section-repair');
});

test('of many other topics a category shows a few, and the rest to those who ask', async ({
  visitor: { page, open },
}) => {
  await open('/en/tent/');
  const others = page.getByRole('navigation', { name: 'Other topics' });
  expect(await others.getByRole('link').count()).toBe(12);
  await others.getByText('More topics').click();
  expect(await others.getByRole('link').count()).toBe(TOPICS + 1);
  const jump = await page.getByRole('navigation', { name: 'Jump to' }).boundingBox();
  expect((await others.boundingBox())!.y).toBeGreaterThanOrEqual(jump!.y + jump!.height);
});

test('the home page and a lost address have a card for the first topics, and the home page leads to all', async ({
  visitor: { page, open, expectProblems },
}) => {
  await open('/en/');
  expect(await page.locator('.card').count()).toBe(24);
  await page.getByText('More topics').press('Enter');
  await page.getByRole('link', { name: `The topic-${TOPICS - 1}` }).click();
  await page.waitForURL(/\/en\/topic-37\/$/);
  expectProblems(/404/);
  await open('/en/nothing/here/');
  expect(await page.locator('.card:visible').count()).toBe(12);
});

test('of a large help center the list of all articles is its letters, each with pages of its own', async ({
  visitor: { page, open },
}) => {
  await open('/en/a-z/');
  expect(await page.locator('.row').count()).toBe(0);
  await page.getByRole('link', { name: 'B 184 articles' }).click();
  await page.waitForURL(/\/en\/a-z\/b\/$/);
  expect(await page.locator('.row').count()).toBe(184);
  await page.getByRole('searchbox', { name: 'Filter this list' }).fill('lamp 00');
  await page.getByText('5 of 184 articles').waitFor();
  const jump = page.getByRole('navigation', { name: 'Jump to' });
  expect(await jump.getByRole('link', { name: 'B', exact: true }).getAttribute('aria-current')).toBe('true');
  await jump.getByRole('link', { name: 'A', exact: true }).press('Enter');
  await page.waitForURL(/\/en\/a-z\/a\/$/);
});

test('a letter with too many titles is divided into parts, named by the words at their ends', async ({
  visitor: { page, open },
}) => {
  await open('/en/a-z/a/');
  const parts = page.getByRole('navigation', { name: 'All articles: A' }).getByRole('link');
  const names = await parts.allInnerTexts();
  expect(names).toHaveLength(3);
  expect(names[0]).toMatch(/^Adjust lamp 0 – Adjust lamp 1/);
  await parts.last().press('Enter');
  await page.waitForURL(/\/en\/a-z\/a\/page\/3\/$/);
  await page.getByText(`222 articles · Page 3 of 3 · ${names[2]}`).waitFor();
  expect(await page.locator('.row').count()).toBe(74);
});

test.extend({ device: narrow })(
  'long lists fit a narrow screen, and their links can be touched',
  async ({ visitor: { page, open } }) => {
    for (const path of ['/en/lamp/page/2/', '/en/a-z/', '/en/a-z/a/', '/en/']) {
      await open(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      const small = await page
        .locator('.page-links a, .letter-counts a, .letters a, .letter-ranges a')
        .evaluateAll((links) =>
          links.filter((link) => link.getBoundingClientRect().height < 44).map((link) => link.textContent),
        );
      expect(small, path).toEqual([]);
    }
  },
);

test.extend({ device: { ...phone, colorScheme: 'dark' } })(
  'long lists have no barrier that can be found by a program',
  async ({ visitor: { page, open } }) => {
    for (const path of ['/en/lamp/page/2/', '/en/a-z/', '/en/a-z/a/', '/en/']) {
      await open(path);
      expect(await accessibilityViolations(page), path).toEqual([]);
    }
  },
);

test('the agents’ page of a large help center fetches the dates of the answers it shows', async ({
  visitor: { page, open },
}) => {
  await open('/en/agents/');
  expect(await page.locator('[data-agents]').getAttribute('data-agents')).not.toContain('2026-02-0');
  await page.locator('textarea').fill('How do I clean tent 003?');
  await page.locator('.agents-answer', { hasText: 'clean tent 003' }).getByText('Feb 4, 2026').waitFor();
});

test('the map for language models leads to one of each category, which names its articles', async ({
  visitor: { page, address },
}) => {
  const read = async (path: string) => (await page.request.get(address(path))).text();
  expect(await read('/llms.txt')).toContain(
    '- [The lamp (English)](https://help.example.com/en/lamp/llms.txt): 210 articles',
  );
  const lamp = await read('/en/lamp/llms.txt');
  expect(lamp).toMatch(/^# The lamp \(English\)\n\n> All about the lamp\.\n\n## 210 articles\n\n- \[/);
  expect(lamp.match(/\.md\): /g)).toHaveLength(LAMP);
});
