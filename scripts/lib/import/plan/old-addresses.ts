import { placeOf, RESERVED_FOLDERS, siteUrls } from '../../../../src/site/urls.ts';
import type { SourceArticle, SourceCategory, SourceSite } from '../sources/source.ts';
import { aliasesOf } from './article-file.ts';

/** What the pages of the new site are called by. */
interface Names {
  /** Folder of a category by its key. */
  folders: Map<string, string>;
  /** File of an article by its id. */
  files: Map<string, string>;
}

/** Who has an address: an article with its translations, or a page that the site has anyway. */
interface Owner {
  key: string;
  name: string;
}

const urls = siteUrls();

/**
 * Leaves each old address to one page: the new page that has it by itself, else the first that had it, published before
 * draft. Who loses one is told so. Two pages had one address where the old system showed only one of them, or took
 * capitals for small letters.
 */
export function shareOutAddresses(site: SourceSite, names: Names): void {
  const owners = pagesOf(site, names);
  const [first] = site.locales;
  const byRank = site.articles.toSorted(
    (one, other) =>
      Number(one.locale !== first) - Number(other.locale !== first) || Number(one.draft) - Number(other.draft),
  );
  for (const article of byRank) {
    article.aliases = article.aliases.filter((alias) => {
      const taken = claim(owners, alias, { key: `article ${article.id}`, name: article.origin });
      if (taken && taken !== home)
        article.notes.push({
          level: 'changed',
          kind: 'address-taken',
          detail: `its old address ${alias.slice(0, 200)} leads to ${taken.name}, which has it, too`,
        });
      return !taken;
    });
  }
  for (const category of site.categories)
    category.aliases = category.aliases.filter(
      (alias) => !claim(owners, alias, { key: keyOf(category), name: `the category ${category.title}` }),
    );
}

/** The front page of a language is there anyway. */
const home: Owner = { key: 'home', name: 'the front page' };

/** The pages that the new site has without any old address. */
function pagesOf({ locales, articles, categories }: SourceSite, { folders, files }: Names): Map<string, Owner> {
  const owners = new Map<string, Owner>([['/search', { key: 'search', name: 'the search' }]]);
  const folderOf = (key: string): string => folders.get(key) ?? key;
  for (const locale of locales) {
    owners.set(placeOf(urls.home(locale)), home);
    for (const folder of RESERVED_FOLDERS)
      owners.set(placeOf(urls.category(locale, folder)), { key: folder, name: 'a page of the site itself' });
  }
  for (const category of categories)
    owners.set(placeOf(urls.category(category.locale, folderOf(category.key))), {
      key: keyOf(category),
      name: `the category ${category.title}`,
    });
  for (const article of articles) {
    const place = placeIn(article, folderOf(article.category), files);
    owners.set(place, { key: `article ${article.id}`, name: article.origin });
  }
  return owners;
}

function placeIn({ id, locale }: SourceArticle, category: string, files: Names['files']): string {
  return placeOf(urls.article({ locale, category, slug: files.get(id) ?? id }));
}

function keyOf({ key }: SourceCategory): string {
  return `category ${key}`;
}

/** Gives an address to who asks for it first; undefined when it is theirs, else who has it. */
function claim(owners: Map<string, Owner>, alias: string, asks: Owner): Owner | undefined {
  const [path] = aliasesOf([alias]).aliases ?? [];
  if (path === undefined) return undefined;
  const place = placeOf(path);
  const owner = owners.get(place);
  if (!owner) owners.set(place, asks);
  return owner && owner.key !== asks.key ? owner : undefined;
}
