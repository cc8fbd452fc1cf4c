import type { APIRoute } from 'astro';
import { sitemapFiles } from '../data/sitemap.ts';
import { type SitemapPage, sitemapXml } from '../site/sitemap-xml.ts';

export async function getStaticPaths() {
  const [, ...others] = await sitemapFiles();
  return others.map(({ pages }, place) => ({ params: { number: String(place + 2) }, props: { pages } }));
}

/** What one file of a sitemap may not hold. */
export const GET: APIRoute<{ pages: SitemapPage[] }> = ({ props }) =>
  new Response(sitemapXml(props.pages), { headers: { 'Content-Type': 'application/xml' } });
