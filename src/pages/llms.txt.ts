import type { APIRoute } from 'astro';
import { listCategories } from '../data/categories.ts';
import { absolute, locales, site, text, urls } from '../data/site.ts';
import { siteTitle } from '../data/strings.ts';

/** The map of the site for language models, after llmstxt.org: each article's Markdown, by category and language. */
export const GET: APIRoute = async () => {
  const parts = await Promise.all(locales.map(({ code, label }) => inLocale(code, label)));
  const [title, description] = [
    siteTitle(text(site.name, site.defaultLocale), site.defaultLocale),
    text(site.description, site.defaultLocale),
  ];
  return new Response(`# ${title}\n\n> ${description}\n\n${parts.join('\n')}`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

async function inLocale(locale: string, label: string): Promise<string> {
  const categories = await listCategories(locale);
  return categories
    .map(({ title, articles }) => ({ title, own: articles.filter((article) => !article.fallback) }))
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => {
      const lines = own.map(
        (article) => `- [${article.title}](${absolute(urls.articleMarkdown(article))}): ${article.description}`,
      );
      return `## ${title} (${label})\n\n${lines.join('\n')}\n`;
    })
    .join('\n');
}
