import { readFile } from 'node:fs/promises';
import { expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { readHelpCenter } from '../../src/content/read-help-center.ts';
import { isServed, readPage, readText, siteFiles, sitePages } from './support/pages.ts';

const shipped = await readHelpCenter('content');

function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
}

test('the sitemap lists each published article once, in its own languages only, and every address is served', async () => {
  const addresses = addressesIn(await readText('sitemap.xml'));
  const paths = addresses.map((address) => new URL(address).pathname);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => !isServed(path))).toEqual([]);
  const articles = shipped.articles.filter(({ draft, unlisted }) => !draft && !unlisted);
  const missing = articles
    .map(({ locale, category, slug }) => `${inject('siteBase')}${locale}/${category}/${slug}/`)
    .filter((path) => !paths.includes(path));
  expect(missing).toEqual([]);
  const english = articles.find(
    ({ locale, id }) => locale === 'en' && !articles.some((other) => other.id === id && other.locale === 'ko'),
  )!;
  expect(paths).not.toContain(`${inject('siteBase')}ko/${english.category}/${english.slug}/`);
  expect(await readText('robots.txt')).toContain('sitemap');
});

test('hosts that read _redirects choose the language of a permalink, and follow a former id in one step', async () => {
  const lines = (await readText('_redirects')).split('\n');
  const refunds = lines.filter((line) => line.startsWith('/help/a/refunds/ '));
  expect(refunds.at(-1)).toBe('/help/a/refunds/ /help/en/billing/refunds/ 302! Language=en');
  expect(refunds.map((line) => line.split('Language=')[1]).sort()).toEqual(['en', 'ko', 'zh']);
  expect(lines.filter((line) => line.includes('older-refunds') || line.includes('former-refunds'))).toEqual([
    '/help/a/older-refunds/ /help/a/refunds/ 301',
    '/help/a/former-refunds/ /help/a/refunds/ 301',
  ]);
});

test('an unlisted article has a page, and no list, feed, index or sitemap names it', async () => {
  const unlisted = shipped.articles.find((article) => article.unlisted)!;
  const address = `en/${unlisted.category}/${unlisted.slug}/`;
  const page = await readPage(address);
  expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toContain('noindex');
  for (const file of [
    'sitemap.xml',
    'llms.txt',
    'en/rss.xml',
    'en/index.html',
    'en/a-z/index.html',
    `en/${unlisted.category}/index.html`,
  ]) {
    expect(await readText(file), file).not.toContain(address);
  }
});

test('no file of the built site holds a draft', async () => {
  const draft = shipped.articles.find((article) => article.draft)!;
  const files = (await siteFiles()).filter((file) => /\.(html|md|xml|txt|json|js)$/.test(file));
  const holding = [];
  for (const file of files) if ((await readText(file)).includes(draft.title)) holding.push(file);
  expect(holding).toEqual([]);
});

test('a translated article names its translations to search engines, an untranslated one its original', async () => {
  const inKorean = shipped.articles.find(({ locale }) => locale === 'ko')!;
  const page = await readPage(`ko/${inKorean.category}/${inKorean.slug}/`);
  const languages = [...page.querySelectorAll('link[rel="alternate"][hreflang]')].map((link) =>
    link.getAttribute('hreflang'),
  );
  expect(languages).toEqual(expect.arrayContaining(['en', 'ko', 'x-default']));
  const english = shipped.articles.find(
    ({ locale, id, draft, unlisted }) =>
      locale === 'en' &&
      !draft &&
      !unlisted &&
      !shipped.articles.some((other) => other.id === id && other.locale === 'ko'),
  )!;
  const fallback = await readPage(`ko/${english.category}/${english.slug}/`);
  expect(fallback.querySelector('link[rel="canonical"]')?.getAttribute('href')).toMatch(
    new RegExp(`/en/${english.category}/${english.slug}/$`),
  );
  expect(fallback.querySelector('.prose')?.getAttribute('lang')).toBe('en');
});

test('an article describes itself as an Article with its breadcrumbs', async () => {
  const article = shipped.articles.find(
    ({ locale, draft, unlisted, updated }) => locale === 'en' && !draft && !unlisted && updated,
  )!;
  const page = await readPage(`en/${article.category}/${article.slug}/`);
  const data = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    (script) => JSON.parse(script.textContent!)['@graph'] ?? JSON.parse(script.textContent!),
  );
  const types = data.map((entry: { '@type': string }) => entry['@type']);
  expect(types).toEqual(expect.arrayContaining(['Article', 'BreadcrumbList']));
  expect(data.find((entry: { '@type': string }) => entry['@type'] === 'Article')).toMatchObject({
    headline: article.title,
  });
});

test('each article is there as Markdown, and llms.txt leads to it and to the server for assistants', async () => {
  const article = shipped.articles.find(({ locale, draft, unlisted }) => locale === 'en' && !draft && !unlisted)!;
  const markdown = await readText(`en/${article.category}/${article.slug}.md`);
  expect(markdown).toContain(article.title);
  const map = await readText('llms.txt');
  expect(map).toContain(`/en/${article.category}/${article.slug}.md`);
  expect(map.split('\n\n')[2]).toBe(
    'Assistants search and read this help center by the Model Context Protocol (Streamable HTTP) at <https://help.larkride.example/help/mcp>.',
  );
});

test('the feed of a language lists its articles, newest first', async () => {
  const feed = await readText('en/rss.xml');
  const days = [...feed.matchAll(/<pubDate>([^<]+)<\/pubDate>/g)].map(([, day]) => new Date(day!).getTime());
  expect(days.length).toBeGreaterThan(5);
  expect([...days].sort((a, b) => b - a)).toEqual(days);
});

test('links on an untranslated article’s page keep the reader in their language', async () => {
  const wrong: string[] = [];
  for (const file of (await sitePages()).filter((page) => page.startsWith('ko/'))) {
    const prose = (await readPage(file)).querySelector('.prose[lang="en"]');
    for (const link of prose?.querySelectorAll('a[href]') ?? []) {
      if (link.getAttribute('href')!.startsWith(`${inject('siteBase')}en/`))
        wrong.push(`${file}: ${link.getAttribute('href')}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the headers state the policy, another for files, and let only files named by their content be kept for ever', async () => {
  const headers = await readText('_headers');
  expect(headers.match(/^(\S+)\n {2}Content-Security-Policy: default-src 'none'; /gm)).toHaveLength(2);
  expect(headers).toMatch(
    /\/files\/\*\n {2}Content-Security-Policy: [^\n]*; sandbox\n {2}Content-Disposition: attachment\n/,
  );
  const forever = [...headers.matchAll(/^(\S+)\n {2}Cache-Control: public, max-age=31536000, immutable/gm)].map(
    ([, pattern]) => pattern!,
  );
  expect(forever.length).toBeGreaterThan(1);
  for (const pattern of forever)
    expect(pattern).toMatch(/\/(_astro|_search\/[^/]*[0-9a-f]{8,}[^/]*|_search\/model[^/]*)\/\*$/);
  expect(headers).toMatch(/_search\/current\/\*\n {2}Cache-Control: no-cache/);
});

test('the workflow for GitHub Pages installs, checks and builds by the action, which keeps the embeddings between runs', async () => {
  interface Step {
    uses?: string;
    run?: string;
    with?: { path?: string };
  }
  const read = async (file: string) => parse(await readFile(file, 'utf8'));
  const workflow: { jobs: { build: { steps: Step[] } } } = await read('.github/workflows/pages.yml');
  expect(workflow.jobs.build.steps.map(({ uses }) => uses)).toContain('./.github/actions/help-center');
  const action: { runs: { steps: Step[] } } = await read('.github/actions/help-center/action.yml');
  const run = action.runs.steps.map((step) => step.run ?? '').join('\n');
  expect(run).toMatch(/npm ci[\s\S]* check -- [\s\S]* build\n/);
  expect(run).toContain('SIGNPOST_CACHE="$RUNNER_TEMP/signpost-cache"');
  expect(action.runs.steps.map((step) => step.with?.path)).toContain(`\${{ runner.temp }}/signpost-cache`);
});
