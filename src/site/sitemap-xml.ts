import { languageTag } from '../schemas/locale.ts';
import { escapeHtml } from './escape-html.ts';

/** A page that search engines should know, with the languages it is written in. Addresses are full ones. */
export interface SitemapPage {
  href: string;
  updated?: Date;
  translations: readonly { locale: string; href: string }[];
}

/** What one file may hold, after sitemaps.org/protocol.html. */
interface SitemapLimits {
  addresses: number;
  /** Not compressed, in UTF-8. */
  bytes: number;
}
const LIMITS: SitemapLimits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';
const FOOT = '</urlset>\n';

/**
 * Pages in their order, as many in each file as it may hold; one file, perhaps without a page, where they fit. The texts
 * are made twice, to be measured and to be written, so that those of one file are in memory at once.
 */
export function sitemapParts(pages: readonly SitemapPage[], limits = LIMITS): SitemapPage[][] {
  const encoder = new TextEncoder();
  const parts: SitemapPage[][] = [[]];
  const around = encoder.encode(HEAD + FOOT).length;
  let size = around;
  for (const page of pages) {
    const { length } = encoder.encode(entry(page));
    const full = parts.at(-1)!.length === limits.addresses || size + length > limits.bytes;
    if (full && parts.at(-1)!.length > 0) {
      parts.push([]);
      size = around;
    }
    parts.at(-1)!.push(page);
    size += length;
  }
  return parts;
}

/** A file of a sitemap, after sitemaps.org, with Google's `xhtml:link` for languages. */
export function sitemapXml(pages: readonly SitemapPage[]): string {
  return `${HEAD}${pages.map(entry).join('')}${FOOT}`;
}

/** The file that names those of a sitemap. */
export function sitemapIndexXml(addresses: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `<sitemap><loc>${address}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n');
}

function entry({ href, updated, translations }: SitemapPage): string {
  const languages = translations.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${languageTag(one.locale)}" href="${escapeHtml(one.href)}"/>`,
  );
  return [
    '<url>',
    `<loc>${escapeHtml(href)}</loc>`,
    ...(updated ? [`<lastmod>${updated.toISOString().slice(0, 10)}</lastmod>`] : []),
    ...(translations.length > 1 ? languages : []),
    '</url>\n',
  ].join('');
}
