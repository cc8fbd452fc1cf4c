import type { APIRoute } from 'astro';
import { absolute, urls } from '../data/site.ts';

/** Everything may be read; where the site lives under a base path, its host's own robots.txt decides. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(urls.file('sitemap-index.xml'))}\n`);
