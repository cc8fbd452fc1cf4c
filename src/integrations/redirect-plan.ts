import type { HelpCenter } from '../content/types.ts';
import { shortTargets } from '../permalinks/lookup.ts';
import {
  type PermalinkPage,
  permalinkPages,
  type Targets,
  type WrittenArticle,
} from '../permalinks/permalink-pages.ts';
import { publishedAnchors } from '../permalinks/record.ts';
import { HOSTS, type HostRules } from '../schemas/host.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { placeOf, siteUrls } from '../site/urls.ts';
import { planOldAddresses } from './old-address-plan.ts';
import { type Redirect, redirectsOf } from './redirect-pages.ts';
import { fits, folderRule, type RedirectRule, spellings } from './redirect-rules.ts';

/** How a site's permanent links and old addresses are answered. Each of them has a rule, a page of its own, or is looked up. */
export interface RedirectPlan {
  /** In the order in which a host reads them. Undefined where the site doesn't name its host, or that reads none. */
  rules: RedirectRule[] | undefined;
  /** The permalinks that have a page of their own. */
  permalinks: PermalinkPage[];
  /** The old addresses that have one. */
  oldAddresses: Redirect[];
  /** Of all old addresses. */
  oldAddressCount: number;
  /** What the page at `/a/` looks up, by permalink's id or old address's place: all links, or none where there is no such page. */
  lookup: Map<string, Targets>;
}

/** So many permalinks, and as many old addresses, may have pages of their own beside rules; of more each is looked up. */
const MOST_PAGES = 500;

/**
 * Decides how links are answered by what the host named in site.yaml reads and takes.
 *
 * Without a name, and where a host reads no rules, each link has a page. Else old addresses come first, which search engines
 * know: as rules, and where these are more than the host reads, one rewrite for a whole folder of them. Permanent links follow,
 * as far as a rule can say where they lead: to one article, in one language, with sections that kept their names. Others have
 * pages of their own, or from a certain number on are looked up, all by one rewrite.
 * @param limits Of the host, for tests; by default those of the one that site.yaml names.
 */
export function planRedirects(
  center: HelpCenter,
  limits: HostRules | undefined = rulesOf(center),
  mostPages = MOST_PAGES,
): RedirectPlan {
  const permalinks = permalinkPages(writtenArticles(center), center.permalinks, publishedAnchors(center));
  if (!limits) {
    const oldAddresses = redirectsOf(center);
    const lookup = new Map<string, Targets>();
    return { rules: undefined, permalinks, oldAddresses, oldAddressCount: oldAddresses.length, lookup };
  }
  const old = planOldAddresses(center, limits, mostPages);
  const own = planPermalinks(permalinks, center, { ...limits, redirects: limits.redirects - old.rules.length });
  const looksUp = own.rest.length > mostPages;
  const { base, permalinks: page } = siteUrls(center.site?.base);
  const anyPermalink = spellings(`${page}:id/`, limits);
  // A link that lost its last sign finds the rule of the whole one.
  const mended = anyPermalink.filter((from) => own.rules.length > 0 && !from.endsWith('/'));
  return {
    rules: [
      ...old.rules,
      ...own.rules,
      ...(looksUp
        ? anyPermalink.map((from) => ({ from, to: page, status: 200 as const }))
        : mended.map((from) => ({ from, to: `${from}/`, status: 302 as const }))),
      ...old.folders.map((folder) => folderRule(folder, base)),
    ],
    permalinks: looksUp ? [] : own.rest,
    oldAddresses: old.pages,
    oldAddressCount: old.all.length,
    lookup: looksUp || old.folders.length > 0 ? linksOf(permalinks, old.all, center) : new Map(),
  };
}

function rulesOf({ site }: HelpCenter): HostRules | undefined {
  const host = site?.host && HOSTS[site.host];
  return host && 'rules' in host ? host.rules : undefined;
}

/** The articles that have a page, in the languages they are written in. */
function writtenArticles({ articles, site }: HelpCenter): WrittenArticle[] {
  const urls = siteUrls(site?.base);
  return articles
    .filter((article) => isBuilt(article))
    .map(({ id, locale, title, ...place }) => ({
      id,
      locale,
      title,
      href: encodeURI(urls.article({ locale, ...place })),
    }));
}

/** Rules for as many permalinks as a host reads, and the others. */
function planPermalinks(
  permalinks: readonly PermalinkPage[],
  { site }: HelpCenter,
  limits: HostRules,
): { rules: RedirectRule[]; rest: PermalinkPage[] } {
  const urls = siteUrls(site?.base);
  const rules = new Map<PermalinkPage, RedirectRule>();
  for (const page of permalinks) {
    const to = onlyTarget(page);
    if (to === undefined || rules.size >= limits.redirects) continue;
    const rule: RedirectRule = { from: urls.permalink(page.id), to, status: 302 };
    if (fits(rule, limits)) rules.set(page, rule);
  }
  return { rules: [...rules.values()], rest: permalinks.filter((page) => !rules.has(page)) };
}

/**
 * The one page to which all that a permalink can ask for leads; undefined where there are several, or a section has another name
 * than the link, which only a browser knows.
 */
function onlyTarget(page: PermalinkPage): string | undefined {
  const { '': whole = {}, ...sections } = shortTargets(page);
  const hrefs = Object.values(whole);
  const isOne = hrefs.length === 1 && Object.keys(sections).length === 0 && !hrefs[0]!.includes('#');
  return isOne ? hrefs[0] : undefined;
}

function linksOf(
  permalinks: readonly PermalinkPage[],
  oldAddresses: readonly Redirect[],
  { site }: HelpCenter,
): Map<string, Targets> {
  const root = siteUrls(site?.base).base.length - 1;
  return new Map([
    ...oldAddresses.map(({ from, to, locale }): [string, Targets] => [
      placeOf(from.slice(root)),
      { '': { [locale]: encodeURI(to) } },
    ]),
    ...permalinks.map((page): [string, Targets] => [page.id, shortTargets(page)]),
  ]);
}
