import { NO_SOURCES } from '../../../src/content/insert/sources.ts';
import type { Article, HelpCenter } from '../../../src/content/types.ts';
import { articleSchema } from '../../../src/schemas/article.ts';
import { checkSettingsSchema } from '../../../src/schemas/check-settings.ts';
import { publishingTimes } from '../../../src/schemas/publishing.ts';
import { siteSchema } from '../../../src/schemas/site.ts';

/** A help center under /help/ with a handful of articles, two of them in Korean, one only there. */
export function smallCenter(): HelpCenter {
  const site = siteSchema.parse({
    name: 'Example',
    description: 'Help',
    url: 'https://help.example.com',
    base: '/help/',
    defaultLocale: 'en',
    locales: [
      { code: 'en', label: 'English' },
      { code: 'ko', label: '한국어' },
    ],
    contact: { channels: [{ type: 'email', label: 'Write', address: 'help@example.com' }] },
  });
  const articles = [
    article('en', 'billing', 'refunds', 'refunds'),
    article('en', 'billing', 'invoices', 'invoices'),
    article('en', 'plans', 'pause', 'pause'),
    article('en', 'plans', 'children', 'children'),
    article('ko', 'billing', 'hwanbul', 'refunds'),
  ];
  return {
    root: '/content',
    site,
    categories: [],
    articles,
    broken: [],
    ownPages: [],
    brokenOwnPages: [],
    files: articles.map(({ file }) => file),
    synonyms: {},
    queries: { answered: {}, unanswerable: {} },
    pins: {},
    terms: {},
    notices: { notices: [] },
    agents: {},
    permalinks: { articles: {}, moved: {} },
    strings: {},
    sources: NO_SOURCES,
    checkSettings: checkSettingsSchema.parse({}),
    theme: undefined,
    problems: [],
  };
}

function article(locale: string, category: string, slug: string, id: string): Article {
  const frontMatter = articleSchema.parse({ title: id, id, description: id });
  const file = `articles/${locale}/${category}/${slug}.md`;
  return {
    ...frontMatter,
    ...publishingTimes(frontMatter, 'UTC'),
    locale,
    category,
    slug,
    file,
    source: '',
    body: '',
    bodyLine: 1,
    headings: [],
    references: [],
    anchors: [],
    diagnostics: [],
    prose: [],
    sections: [],
  };
}
