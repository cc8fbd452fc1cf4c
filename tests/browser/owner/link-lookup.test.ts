import { describe } from 'vitest';
import { writeFiles } from '../../../scripts/lib/bench/synthetic/content.ts';
import { accessibilityViolations } from '../../../scripts/lib/browser/accessibility.ts';
import { testOf } from '../support/own-site.ts';
import { desktop, expect, narrow, phone } from '../support/visitor.ts';

const LANGUAGES = {
  en: { label: 'English', title: 'How long does a refund take?', section: 'How long it takes' },
  ko: { label: '한국어', title: '환불은 얼마나 걸리나요?', section: '걸리는 시간' },
  'zh-cn': { label: '简体中文', title: '退款需要多久？', section: '需要多久' },
};
/** More than have pages of their own. */
const FORMER = Array.from({ length: 520 }, (_, number) => `former-${number}`);

const settings = `name: Made
description: Help with everything.
url: https://help.example.com
host: cloudflare-pages
markdownFiles: false
defaultLocale: en
locales:
${Object.entries(LANGUAGES)
  .map(([code, { label }]) => `  - { code: ${code}, label: ${label} }`)
  .join('\n')}
contact:
  channels:
    - { type: email, label: Write to us, address: us@example.com }
search: { models: [{ languages: ["*", en], source: none }] }
`;
const permalinks = `articles: {}
moved:
${FORMER.map((id) => `  ${id}: refund\n`).join('')}  former-7#old: refund#how-long-it-takes
  vouchers: retired
`;
/** In one language, and old addresses of its own. */
const LOCK = `---
title: Open the lock
id: lock
description: With the app.
aliases: [/hc/en-us/articles/12-lock, /hc/en-us/articles/자물쇠]
---

Press the button.

## With the key

Turn it.
`;

const test = testOf('link-lookup', ['tests/browser/owner/link-lookup.test.ts'], (content) =>
  writeFiles(
    content,
    new Map([
      ['site.yaml', settings],
      ['permalinks.yaml', permalinks],
      ['articles/en/billing/lock.md', LOCK],
      ...Object.entries(LANGUAGES).flatMap(([code, { title, section }]): [string, string][] => [
        [`articles/${code}/billing/_category.yaml`, `title: ${title}\ndescription: ${title}\n`],
        [
          `articles/${code}/billing/refund.md`,
          `---\ntitle: ${title}\nid: refund\ndescription: ${title}\n---\n\n${title}\n\n## ${section}\n\n${title}\n`,
        ],
      ]),
    ]),
  ),
);

/** Where a visitor is who has followed a link. */
const at = (url: string): string => decodeURIComponent(new URL(url).pathname + new URL(url).search + new URL(url).hash);

describe('A permanent link without a page of its own', () => {
  test('leads to the article with what stands behind its ? and #, out of the history', async ({
    visitor: { page, open, address },
  }) => {
    await open('/en/');
    await page.evaluate((to) => location.assign(to), address('/a/refund/?utm=mail&for=ios#how-long-it-takes'));
    await page.waitForURL(/\/en\/billing\/refund\//);
    expect(at(page.url())).toBe('/en/billing/refund/?utm=mail&for=ios#how-long-it-takes');
    await page.goBack();
    await page.waitForURL(/\/en\/$/);
  });

  test('that lost its last sign leads there, too', async ({ visitor: { page, open } }) => {
    await open('/a/refund#how-long-it-takes');
    await page.waitForURL(/\/en\/billing\/refund\/#how-long-it-takes$/);
  });

  test.extend({ device: { ...phone, locale: 'ko-KR' } })(
    'leads a reader of Korean to the Korean article, and to the section of the same place',
    async ({ visitor: { page, open } }) => {
      await open('/a/refund/#how-long-it-takes');
      await page.waitForURL(/\/ko\//);
      expect(at(page.url())).toBe('/ko/billing/refund/#걸리는-시간');
    },
  );

  test.extend({ device: { ...desktop, locale: 'zh-CN' } })(
    'leads a reader of Chinese by the Korean name of a section to the Chinese one, or to the language that it asks for',
    async ({ visitor: { page, open } }) => {
      await open('/a/refund/#걸리는-시간');
      await page.waitForURL(/\/zh-cn\//);
      expect(at(page.url())).toBe('/zh-cn/billing/refund/#需要多久');
      await open('/a/refund/?in=en#걸리는-시간');
      await page.waitForURL(/\/en\//);
      expect(at(page.url())).toBe('/en/billing/refund/#how-long-it-takes');
    },
  );

  test('of a former id leads to what took its place, and of a former section to that', async ({
    visitor: { page, open },
  }) => {
    await open('/a/former-519/');
    await page.waitForURL(/\/en\/billing\/refund\/$/);
    await open('/a/former-7/#old');
    await page.waitForURL(/\/en\/billing\/refund\/#how-long-it-takes$/);
  });

  test('to a retired article says so and searches for what it was about', async ({ visitor: { page, open } }) => {
    await open('/a/vouchers/');
    await page.getByRole('heading', { level: 1, name: 'This article is no longer offered' }).waitFor();
    await page.waitForFunction(() => document.title === 'This article is no longer offered – Made Help');
    expect(await page.locator('[data-lost="en"] .search-input').inputValue()).toBe('vouchers');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  for (const [name, device] of Object.entries({ phone, desktop, narrow }))
    test.extend({ device: { ...device, locale: 'ko-KR' } })(
      `that nobody has published says so in the reader’s language, on a ${name} screen`,
      async ({ visitor: { page, open } }) => {
        await open('/a/constructor/');
        await page.getByRole('heading', { level: 1, name: '페이지를 찾을 수 없습니다' }).waitFor();
        await page.waitForFunction(() => document.documentElement.lang === 'ko');
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        expect(await accessibilityViolations(page)).toEqual([]);
      },
    );

  test.extend({ device: { ...phone, javaScriptEnabled: false } })(
    'leads without JavaScript to the list of all articles, and says why',
    async ({ visitor: { page, open } }) => {
      await open('/a/refund/');
      const reason = page.locator('[data-lost="en"] [data-lookup-head] noscript p');
      expect(await reason.isVisible()).toBe(true);
      expect(await reason.textContent()).toMatch(/^This link needs JavaScript/);
      expect(await page.locator('[data-lost="en"] [data-lookup-end]').isVisible()).toBe(false);
      await page.getByRole('main').getByRole('link', { name: 'All articles' }).click();
      await page.waitForURL(/\/en\/a-z\/$/);
      await page.getByRole('link', { name: 'How long does a refund take?' }).first().waitFor();
    },
  );

  test.extend({ cached: false })(
    'whose file cannot be fetched, or is damaged, says that it could not look, and not that nothing is there',
    async ({ visitor: { page, open, expectProblems } }) => {
      expectProblems(/ERR_FAILED|Failed to load/);
      for (const answer of ['abort', 'damage'] as const) {
        await page.route('**/_links/**', (route) =>
          answer === 'abort' ? route.abort() : route.fulfill({ body: '{"form":1,"li' }),
        );
        await open('/a/refund/');
        await page.getByText('Where this link leads could not be looked up.').first().waitFor();
        expect(await page.getByText('This page is not here').count()).toBe(0);
        expect(await page.getByRole('main').getByRole('search').isVisible()).toBe(true);
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        await page.unroute('**/_links/**');
      }
    },
  );
});

describe('What a rule of the host answers', () => {
  test('leads to the article of one language, with what stands behind its ? and #', async ({
    visitor: { page, open },
  }) => {
    for (const link of ['/a/lock/', '/a/lock']) {
      await open(`${link}?for=ios#with-the-key`);
      expect(at(page.url())).toBe('/en/billing/lock/?for=ios#with-the-key');
    }
  });

  test('leads from an old address; one with other letters has a page that does', async ({
    visitor: { page, open },
  }) => {
    for (const old of ['/hc/en-us/articles/12-lock', '/hc/en-us/articles/12-lock/', '/hc/en-us/articles/자물쇠']) {
      await open(`${old}?utm=mail#with-the-key`);
      await page.waitForURL(/\/en\/billing\/lock\//);
      expect(at(page.url())).toBe('/en/billing/lock/?utm=mail#with-the-key');
    }
  });
});

test('A site without Markdown files has none, and llms.txt names the pages', async ({ visitor: { address } }) => {
  const answer = await fetch(address('/llms.txt'));
  expect(await answer.text()).toMatch(
    /^- \[Open the lock\]\(https:\/\/help\.example\.com\/en\/billing\/lock\/\): With the app\.$/m,
  );
  expect((await fetch(address('/en/billing/lock.md'))).status).toBe(404);
});
