import type { APIRoute, GetStaticPaths } from 'astro';
import { type ArticlePage, articleMarkdown, articlePages } from '../../../data/articles.ts';
import { site } from '../../../data/site.ts';

export const getStaticPaths = (async () =>
  (site.markdownFiles ? await articlePages() : []).map((page) => ({
    params: { locale: page.locale, category: page.category, slug: page.slug },
    props: { page },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ page: ArticlePage }> = ({ props }) =>
  new Response(articleMarkdown(props.page), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
