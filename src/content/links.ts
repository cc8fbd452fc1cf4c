import { posix } from 'node:path';
import { articleTarget, downloadPath } from '../markdown/link-targets.ts';
import type { LinkResolver } from '../markdown/options.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { safeDecode } from '../site/safe-decode.ts';
import { siteUrls } from '../site/urls.ts';
import type { Article, BrokenPage, HelpCenter, OwnPage, Page, WrittenPage } from './types.ts';

/** What a link between articles and pages means. */
interface LinkTarget {
  /** Id of the article; undefined while its front matter is wrong, and for a page of the owner's own. */
  id: string | undefined;
  page: Page | OwnPage | WrittenPage;
  /** Without `#`, not percent-encoded; '' when the link is to the whole article. */
  anchor: string;
}

/** Finds the article or page that a link written in `file` means; undefined when it means none. */
export type LinkFinder = (target: string, file: string) => LinkTarget | undefined;

/**
 * Finds articles for links. A file that is missing in the writer's language but there in another
 * stands for the same article, because every article has a page in every language.
 */
export function createLinkFinder(center: HelpCenter): LinkFinder {
  const pages: (Article | BrokenPage)[] = [...center.articles, ...center.broken];
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const byPath = firstBy(inOrderOfLocales(pages, center), (page) => `${page.category}/${page.slug}`);
  const byId = firstBy(inOrderOfLocales(pages, center), (page) => page.id);
  const ownPages: WrittenPage[] = [...center.ownPages, ...center.brokenOwnPages];
  const ownByFile = new Map(ownPages.map((page) => [page.file, page]));
  // In a language that lacks it, a page shows in the default one; one that the default language lacks is nowhere else.
  // While site.yaml is wrong, nobody knows which that is, and no link is called broken for it.
  const shownIn = center.site ? [center.site.defaultLocale] : [...new Set(ownPages.map(({ locale }) => locale))];
  const ownPage = (slug: string, locale: string): WrittenPage | undefined =>
    [locale, ...shownIn].map((code) => ownByFile.get(`pages/${code}/${slug}.md`)).find(Boolean);
  const byIdIn = firstBy(pages, (page) => page.id && `${page.locale} ${page.id}`);
  return (target, file) => {
    const locale = file.split('/')[1] ?? '';
    const named = articleTarget(target);
    if (!named) return undefined;
    if ('id' in named) return linkTo(byIdIn.get(`${locale} ${named.id}`) ?? byId.get(named.id), named.anchor);
    if ('slug' in named) return linkTo(ownPage(named.slug, locale), named.anchor);
    const { path } = named;
    const full = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
    const [, ownSlug] = /^pages\/[^/]+\/([^/]+)\.md$/.exec(full) ?? [];
    if (ownSlug !== undefined) return linkTo(ownPage(ownSlug, locale), named.anchor);
    const exact = byFile.get(full);
    const elsewhere = byPath.get(full.replace(/^articles\/[^/]+\//, '').replace(/\.md$/, ''));
    const page = exact ?? elsewhere;
    const own = page?.id === undefined ? undefined : byIdIn.get(`${locale} ${page.id}`);
    return linkTo(own ?? page, named.anchor);
  };
}

/**
 * Turns links between articles into addresses in the locale of the page they are on:
 * `../billing/refunds.md#x` in `articles/ko/…` becomes `/help/ko/billing/refunds/#x`. Links to articles
 * that `isPublished` turns down get no address; by default those to drafts and the like. A file below
 * content/files has the address of the same name.
 */
export function createLinkResolver(
  center: HelpCenter,
  isPublished: (article: Article) => boolean = (article) => isBuilt(article),
): LinkResolver {
  const find = createLinkFinder(center);
  const urls = siteUrls(center.site?.base);
  const files = new Set(center.files);
  return (target, file) => {
    const link = find(target, file);
    const download = link ? undefined : downloadPath(target, file);
    if (download !== undefined && files.has(download)) return urls.file(download);
    if (!link || ('draft' in link.page && !isPublished(link.page as Article))) return undefined;
    const locale = file.split('/')[1] ?? link.page.locale;
    const address =
      'category' in link.page ? urls.article({ ...link.page, locale }) : urls.ownPage(locale, link.page.slug);
    return address + (link.anchor && `#${link.anchor}`);
  };
}

function linkTo(page: Article | BrokenPage | WrittenPage | undefined, anchor: string): LinkTarget | undefined {
  return page && { id: 'id' in page ? page.id : undefined, page, anchor: safeDecode(anchor) };
}

/** The default locale's pages first, then those of the other locales in the order of site.yaml. */
function inOrderOfLocales<P extends WrittenPage>(pages: P[], { site }: HelpCenter): P[] {
  const codes = site ? [site.defaultLocale, ...site.locales.map(({ code }) => code)] : [];
  const rank = (page: P): number => {
    const at = codes.indexOf(page.locale);
    return at === -1 ? codes.length : at;
  };
  return [...pages].sort((a, b) => rank(a) - rank(b));
}

function firstBy<P>(pages: P[], key: (page: P) => string | undefined): Map<string, P> {
  const map = new Map<string, P>();
  for (const page of pages) {
    const name = key(page);
    if (name !== undefined && !map.has(name)) map.set(name, page);
  }
  return map;
}
