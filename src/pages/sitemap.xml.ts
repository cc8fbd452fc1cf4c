import type { APIRoute } from 'astro';
import { sitemapPages, sitemapXml } from '../data/sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(sitemapXml(await sitemapPages()), { headers: { 'Content-Type': 'application/xml' } });
