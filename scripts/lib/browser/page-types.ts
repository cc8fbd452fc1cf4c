import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { siteUrls } from '../../../src/site/urls.ts';

/** One address of each kind of page of a built site, relative to its root: `en/billing/refunds/`. */
export type PageTypes = Record<'home' | 'category' | 'article' | 'search' | 'contact' | 'all' | 'lost', string>;

/** Names below a locale that are no categories. */
const special = new Set(['search', 'contact', 'a-z']);

/**
 * Finds a page of each kind in a built folder; of categories and articles the first in the alphabet.
 * @throws Error when the locale has no article.
 */
export async function pageTypes(folder: string, locale: string): Promise<PageTypes> {
  for (const category of await folders(join(folder, locale))) {
    if (special.has(category)) continue;
    const [slug] = await folders(join(folder, locale, category));
    if (!slug) continue;
    const urls = siteUrls('');
    return {
      home: urls.home(locale),
      category: urls.category(locale, category),
      article: urls.article({ locale, category, slug }),
      search: urls.search(locale),
      contact: urls.contact(locale),
      all: urls.az(locale),
      lost: urls.article({ locale, category, slug: 'no-such-page' }),
    };
  }
  throw new Error(`No article page in ${join(folder, locale)}. Build the site first.`);
}

async function folders(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => []);
  const found: string[] = [];
  for (const name of names.sort()) {
    if ((await stat(join(path, name))).isDirectory()) found.push(name);
  }
  return found;
}
