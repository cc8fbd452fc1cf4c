import type { APIRoute } from 'astro';
import { sitemapFiles } from '../data/sitemap.ts';
import { sitemapXml } from '../site/sitemap-xml.ts';

export const GET: APIRoute = async () =>
  new Response(sitemapXml((await sitemapFiles())[0]!.pages), { headers: { 'Content-Type': 'application/xml' } });
