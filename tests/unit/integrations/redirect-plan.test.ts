import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, HelpCenter } from '../../../src/content/types.ts';
import { redirectsOf } from '../../../src/integrations/redirect-pages.ts';
import { planRedirects, type RedirectPlan } from '../../../src/integrations/redirect-plan.ts';
import { lineOf } from '../../../src/integrations/redirect-rules.ts';
import { leadOn, lookupFileOf, lookupFiles, lookupKeys, readLookup } from '../../../src/permalinks/lookup.ts';
import { permalinkPages, type Targets } from '../../../src/permalinks/permalink-pages.ts';
import { preferred } from '../../../src/permalinks/permalink-target.ts';
import { publishedAnchors } from '../../../src/permalinks/record.ts';
import { HOSTS, type HostRules } from '../../../src/schemas/host.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { siteUrls } from '../../../src/site/urls.ts';
import { HOST_SERVERS } from '../../support/host-rules.ts';

type HostName = keyof typeof HOST_SERVERS;

const BASE = '/help/';
const urls = siteUrls(BASE);
const site = (host?: string) =>
  siteSchema.parse({
    name: 'Lumen',
    description: 'Help',
    url: 'https://help.example.com',
    base: BASE,
    ...(host && { host }),
    defaultLocale: 'en',
    locales: [
      { code: 'en', label: 'English' },
      { code: 'ko', label: '한국어' },
    ],
    contact: { channels: [{ type: 'link', label: 'Us', url: 'https://example.com' }] },
  });

interface Written {
  id: string;
  locale?: string;
  anchors?: string[];
  aliases?: string[];
}

function center(written: Written[], moved: Record<string, string> = {}, host?: HostName | 'github-pages'): HelpCenter {
  const articles = written.map(
    ({ id, locale = 'en', anchors = [], aliases = [] }) =>
      ({
        ...{ id, locale, aliases, category: 'billing', slug: id, title: id, draft: false },
        headings: anchors.map((anchor) => ({ anchor })),
      }) as unknown as Article,
  );
  const recorded = Object.fromEntries(written.map(({ id, anchors = [] }) => [id, { en: anchors }]));
  return {
    ...{ articles, categories: [], broken: [], ownPages: [], brokenOwnPages: [], files: ['files/manual.pdf'] },
    site: site(host),
    permalinks: { articles: recorded, moved },
  } as unknown as HelpCenter;
}

/** Every file that matters to links. */
function filesOf({ articles }: HelpCenter, plan: RedirectPlan): Set<string> {
  return new Set(
    [
      // An article is shown in each language.
      ...articles.flatMap((article) =>
        ['en', 'ko'].map((locale) => `${urls.article({ ...article, locale })}index.html`),
      ),
      ...plan.permalinks.map(({ id }) => `${urls.permalink(id)}index.html`),
      ...plan.oldAddresses.map(({ file }) => `${BASE}${file}`),
      ...(plan.lookup.size > 0 ? [`${urls.permalinks}index.html`] : []),
    ].map((file) => file.slice(1)),
  );
}

/** Where a visitor comes to by way of the host's rules and of what stands at the address then. */
function visit(host: HostName, of: HelpCenter, plan: RedirectPlan, address: string, languages: string[]): string {
  const files = filesOf(of, plan);
  const answer = HOST_SERVERS[host](files, plan.rules!.map(lineOf));
  const { count, files: lookup } = lookupFiles(plan.lookup);
  const url = new URL(address, 'https://help.example.com');
  for (let steps = 0; steps < 4; steps++) {
    const found = answer(url.pathname);
    if (!found) return 'nothing';
    if ('location' in found) {
      url.pathname = found.location;
      continue;
    }
    const old = plan.oldAddresses.find(({ file }) => `${BASE.slice(1)}${file}` === found.file);
    if (old) return `${encodeURI(old.to)}${url.hash}`;
    if (/\/(?:en|ko)\/billing\/[^/]+\/index\.html$/.test(found.file)) return `${url.pathname}${url.hash}`;
    let targets: Targets | undefined = plan.permalinks.find(
      ({ id }) => `${urls.permalink(id)}index.html` === `/${found.file}`,
    )?.targets;
    for (const key of targets ? [] : lookupKeys(url.pathname, BASE))
      targets ??= readLookup(lookup.get(lookupFileOf(key, count))!)?.[key];
    if (!targets) return 'lost';
    return leadOn(targets, url, languages, 'en') ?? 'retired';
  }
  return 'round in circles';
}

const several = (count: number, make: (number: number) => Partial<Written> = () => ({})): Written[] =>
  Array.from({ length: count }, (_, number) => ({ id: `article-${number}`, ...make(number) }));

describe('Links', () => {
  test('have a page each, where the site does not name its host, or one that reads no rules', () => {
    for (const host of [undefined, 'github-pages'] as const) {
      const plan = planRedirects(
        center(
          several(3, () => ({ aliases: ['/old'] })),
          { former: 'article-1' },
          host,
        ),
      );
      expect(plan.rules).toBeUndefined();
      expect(plan.permalinks.map(({ id }) => id)).toEqual(['article-0', 'article-1', 'article-2', 'former']);
      expect(plan.oldAddresses.map(({ from }) => from)).toEqual(['/help/old']);
    }
  });

  test('are rules and no page where the host reads as many, with and without a slash where it needs that', () => {
    const content = (host: HostName) => center([{ id: 'refunds', anchors: ['how'], aliases: ['/hc/7'] }], {}, host);
    const cloudflare = planRedirects(content('cloudflare-pages'));
    expect(cloudflare.rules!.map(lineOf)).toEqual([
      '/help/hc/7 /help/en/billing/refunds/ 301',
      '/help/hc/7/ /help/en/billing/refunds/ 301',
      '/help/a/refunds/ /help/en/billing/refunds/ 302',
      '/help/a/:id /help/a/:id/ 302',
    ]);
    expect([cloudflare.permalinks, cloudflare.oldAddresses, cloudflare.lookup.size]).toEqual([[], [], 0]);
    expect(planRedirects(content('netlify')).rules!.map(lineOf)).toEqual([
      '/help/hc/7 /help/en/billing/refunds/ 301',
      '/help/a/refunds/ /help/en/billing/refunds/ 302',
    ]);
  });

  test('that ask the reader’s language, or whose sections have other names now, are pages beside the rules', () => {
    const { permalinks } = planRedirects(
      center(
        [{ id: 'one' }, { id: 'two' }, { id: 'two', locale: 'ko' }, { id: 'three', anchors: ['new'] }],
        { 'three#old': 'three#new', gone: 'retired' },
        'netlify',
      ),
    );
    expect(permalinks.map(({ id }) => id)).toEqual(['two', 'three', 'gone']);
  });

  test('that are more than the host reads are looked up, and it is never given more', () => {
    const content = center(
      several(5000, (number) => ({ aliases: [`/hc/en-us/articles/${number}`, `/kb/${number}-질문`] })),
      {},
      'cloudflare-pages',
    );
    const plan = planRedirects(content);
    const lines = plan.rules!.map(lineOf);
    expect(lines.filter((line) => !/[*:]/.test(line))).toHaveLength(2000);
    expect(lines.slice(2000)).toEqual([
      '/help/a/:id /help/a/ 200',
      '/help/a/:id/ /help/a/ 200',
      '/help/hc/en-us/articles/* /help/a/ 200',
      '/help/kb/* /help/a/ 200',
    ]);
    expect([plan.permalinks, plan.oldAddresses, plan.lookup.size]).toEqual([[], [], 15_000]);
    for (const address of ['/help/a/article-7/', '/help/a/article-4999/', '/help/a/article-4999'])
      expect(visit('cloudflare-pages', content, plan, address, [])).toMatch(/^\/help\/en\/billing\/article-\d+\/$/);
    for (const address of ['/help/hc/en-us/articles/4999/', '/help/kb/4999-질문'])
      expect(visit('cloudflare-pages', content, plan, address, [])).toBe('/help/en/billing/article-4999/');
    expect(visit('cloudflare-pages', content, plan, '/help/kb/5000', [])).toBe('lost');
  });

  test('in a folder that has pages, too, are never answered for the whole folder', () => {
    const content = center(
      several(30, (number) => ({ aliases: [`/en/billing/old-${number}`, `/files/old-${number}`, `/old-${number}`] })),
      {},
      'netlify',
    );
    const plan = planRedirects(content, { redirects: 10, folders: 10, anySlash: true }, 5);
    expect(plan.rules!.map(lineOf).filter((line) => line.includes('*'))).toEqual([]);
    // Those in the folder of one language are also in that of the other, where the article shows, too.
    expect(plan.oldAddresses).toHaveLength(30 * 4 - 10);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'lookup', 'constructor');
const anchor = fc.constantFrom('how', 'when', 'toString', '기간');
const alias = fc.constantFrom(
  ...[
    '/hc/1',
    '/hc/2/',
    '/hc/환불',
    '/hc/x/3',
    '/kb/%EA%B0%80',
    '/en/billing/z',
    '/a/zz/',
    '/a/y/x',
    '/old',
    '/x.html',
    '/q:r',
  ],
);
const written = fc.uniqueArray(
  fc.record({
    id,
    locale: fc.constantFrom('en', 'ko'),
    anchors: fc.uniqueArray(anchor),
    aliases: fc.array(alias, { maxLength: 4 }),
  }),
  { selector: (one) => `${one.id} ${one.locale}`, minLength: 1, maxLength: 9 },
);
const link = fc
  .tuple(fc.oneof(id, fc.constantFrom('former', 'older')), fc.option(anchor))
  .map(([name, section]) => (section === null ? name : `${name}#${section}`));
const moved = fc.dictionary(link, fc.oneof(link, fc.constant('retired')), { maxKeys: 4 });

test.each(Object.keys(HOST_SERVERS) as HostName[])(
  'Every permanent link and every old address leads by the rules of %s where a page of its own would',
  (host) => {
    const limits = fc.record({ redirects: fc.nat(16), folders: fc.nat(3) });
    fc.assert(
      fc.property(
        written,
        moved,
        limits,
        fc.nat(4),
        fc.constantFrom('en', 'ko', 'fr'),
        (articles, gone, few, most, language) => {
          const content = center(articles, gone, host);
          const rules: HostRules = { ...HOSTS[host].rules, ...few };
          if (host === 'gitlab-pages') rules.redirects = 0;
          const plan = planRedirects(content, rules, most);
          expect(plan.rules!.filter(({ status }) => status !== 200).length).toBeLessThanOrEqual(rules.redirects + 1);
          const pages = permalinkPages(
            content.articles.map((article) => ({ ...article, href: urls.article(article) })),
            content.permalinks,
            publishedAnchors(content),
          );
          for (const { id, targets } of pages)
            for (const section of ['', 'nothing-like-this', ...Object.keys(targets)]) {
              const hrefs = Object.hasOwn(targets, section) ? targets[section]! : (targets[''] ?? {});
              const [page = 'retired', wanted] =
                hrefs[preferred([language], Object.keys(hrefs), 'en')]?.split('#') ?? [];
              for (const slash of ['/', '']) {
                const address = `${urls.permalinks}${id}${slash}${section && `#${encodeURIComponent(section)}`}`;
                const [at, shown] = visit(host, content, plan, address, [language]).split('#');
                expect([address, at]).toEqual([address, page]);
                if (wanted !== undefined) expect([address, shown]).toEqual([address, wanted]);
              }
            }
          for (const { from, to } of redirectsOf(content))
            for (const slash of ['/', ''])
              expect([from, visit(host, content, plan, `${encodeURI(from.replace(/\/$/, ''))}${slash}`, [])]).toEqual([
                from,
                to,
              ]);
        },
      ),
      { numRuns: 150 },
    );
  },
);
