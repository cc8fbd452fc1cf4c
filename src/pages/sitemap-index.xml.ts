import type { APIRoute } from 'astro';
import { absolute, urls } from '../data/site.ts';

/** The entry that search engines look for; a help center fits into one sitemap (50,000 addresses). */
export const GET: APIRoute = () =>
  new Response(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      `<sitemap><loc>${absolute(urls.file('sitemap.xml'))}</loc></sitemap>`,
      '</sitemapindex>',
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'application/xml' } },
  );
