import type { APIRoute, GetStaticPaths } from 'astro';
import { type ArticlePage, articlePages, originalHref } from '../../../data/articles.ts';
import { absolute } from '../../../data/site.ts';
import { stripComments } from '../../../markdown/strip-comments.ts';

export const getStaticPaths = (async () =>
  (await articlePages()).map((page) => ({ params: { locale: page.locale, category: page.category, slug: page.slug }, props: { page } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ArticlePage }> = ({ props }) =>
  new Response(articleMarkdown(props.page), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });

/** An article as one Markdown document: title, description, address and day, then the text as written, without writers' comments. */
function articleMarkdown(page: ArticlePage): string {
  const facts = [`Source: <${absolute(originalHref(page))}>`, ...(page.updated ? [`Updated: ${page.updated.toISOString().slice(0, 10)}`] : [])];
  return `# ${page.title}\n\n> ${page.description}\n\n${facts.join('  \n')}\n\n${stripComments(page.entry.body ?? '').trim()}\n`;
}
