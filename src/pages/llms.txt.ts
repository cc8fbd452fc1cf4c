import type { APIRoute } from 'astro';
import { listCategories } from '../data/categories.ts';
import { ownPages } from '../data/own-pages.ts';
import { absolute, locales, site, text, urls } from '../data/site.ts';
import { siteTitle } from '../data/strings.ts';

/** The map of the site for language models, after llmstxt.org: each article's Markdown, by category and language. */
export const GET: APIRoute = async () => {
  const parts = await Promise.all(locales.map(({ code, label }) => inLocale(code, label)));
  const [title, description] = [
    siteTitle(text(site.name, site.defaultLocale), site.defaultLocale),
    text(site.description, site.defaultLocale),
  ];
  const mcp = site.mcp
    ? `Assistants search and read this help center by the Model Context Protocol (Streamable HTTP) at <${site.mcp}>.\n\n`
    : '';
  return new Response(`# ${title}\n\n> ${description}\n\n${mcp}${parts.join('\n')}`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

async function inLocale(locale: string, label: string): Promise<string> {
  const categories = (await listCategories(locale)).map(({ title, articles }) => ({
    title,
    lines: articles
      .filter((article) => !article.fallback)
      .map((article) => entry(article, urls.articleMarkdown(article))),
  }));
  const own = {
    title: siteTitle(text(site.name, locale), locale),
    lines: (await ownPages())
      .filter((page) => page.locale === locale && page.original === locale && page.sitemap)
      .map((page) => entry(page, page.href)),
  };
  return [...categories, own]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `## ${title} (${label})\n\n${lines.join('\n')}\n`)
    .join('\n');
}

function entry({ title, description }: { title: string; description: string }, href: string): string {
  return `- [${title}](${absolute(href)}): ${description}`;
}
