import type { APIRoute } from 'astro';
import { hasLlmsParts, llmsLine, llmsSections } from '../data/llms.ts';
import { locales, site, text } from '../data/site.ts';
import { siteTitle, translator } from '../data/strings.ts';

/**
 * The map of the site for language models, after llmstxt.org: each article's Markdown, or its page where there is none, by category and language. Of a large
 * site it names the maps of its categories, since none reads a list of thousands.
 */
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
  const sections = await llmsSections(locale, label);
  const written = (title: string, lines: readonly string[]) => `## ${title}\n\n${lines.join('\n')}\n`;
  if (!(await hasLlmsParts())) return sections.map(({ title, lines }) => written(title, lines)).join('\n');
  const count = (lines: readonly string[]) => translator(locale)('category.count', { count: lines.length });
  const maps = sections.flatMap((part) => (part.href ? [llmsLine(part, part.href, count(part.lines))] : []));
  const own = sections.filter(({ href }) => !href).map(({ title, lines }) => written(title, lines));
  return [...(maps.length > 0 ? [written(label, maps)] : []), ...own].join('\n');
}
