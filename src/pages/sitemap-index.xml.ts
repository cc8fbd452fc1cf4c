import type { APIRoute } from 'astro';
import { absolute, urls } from '../data/site.ts';
import { sitemapFiles } from '../data/sitemap.ts';
import { sitemapIndexXml } from '../site/sitemap-xml.ts';

/** The entry that search engines look for: all files of the sitemap. */
export const GET: APIRoute = async () =>
  new Response(sitemapIndexXml((await sitemapFiles()).map(({ name }) => absolute(urls.file(name)))), {
    headers: { 'Content-Type': 'application/xml' },
  });
