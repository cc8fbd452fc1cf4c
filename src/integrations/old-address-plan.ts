import { isTooLong, withoutAliases } from '../check/alias-places.ts';
import { sitePaths } from '../check/page-paths.ts';
import type { HelpCenter } from '../content/types.ts';
import type { HostRules } from '../schemas/host.ts';
import { siteUrls } from '../site/urls.ts';
import { type Redirect, redirectsOf } from './redirect-pages.ts';
import { asWritten, fits, folderRule, isPlain, type RedirectRule, spellings } from './redirect-rules.ts';

/** How old addresses are answered. */
export interface OldAddressPlan {
  all: Redirect[];
  rules: RedirectRule[];
  /** Those with a page of their own. */
  pages: Redirect[];
  /** The folders that have one rewrite each, with their last slash. */
  folders: string[];
}

/**
 * Rules for as many old addresses as a host reads, pages for others; where these would be more than `mostPages`, the fullest folders
 * are each answered as a whole.
 */
export function planOldAddresses(center: HelpCenter, limits: HostRules, mostPages: number): OldAddressPlan {
  const all = redirectsOf(center);
  const rulesOf = ({ from, to }: Redirect): RedirectRule[] =>
    spellings(asWritten(from), limits).map((spelling) => ({ from: spelling, to: encodeURI(to), status: 301 }));
  // What no file can be named for is answered by a rule or not at all.
  const ruled = new Set(
    all.filter((one) => (isPlain(one.from) || isTooLong(one.file)) && rulesOf(one).every((rule) => fits(rule, limits))),
  );
  const most = Math.floor(limits.redirects / (limits.anySlash ? 1 : 2));
  const pagesFor = (some: readonly Redirect[]): number =>
    some.length - Math.min(some.filter((one) => ruled.has(one)).length, most);

  const folders: string[] = [];
  let left: readonly Redirect[] = all;
  const found = pagesFor(left) > mostPages ? foldersOfOld(all, center) : [];
  for (const folder of found.filter((one) => fits(folderRule(one, center.site?.base ?? '/'), limits))) {
    if (folders.length === limits.folders || pagesFor(left) <= mostPages) break;
    folders.push(folder);
    left = left.filter(({ from }) => !from.startsWith(folder));
  }
  const chosen = left
    .filter((one) => ruled.has(one))
    .sort((a, b) => Number(isTooLong(b.file)) - Number(isTooLong(a.file)))
    .slice(0, most);
  const answered = new Set(chosen);
  return { all, rules: chosen.flatMap(rulesOf), pages: left.filter((one) => !answered.has(one)), folders };
}

/** The folders that hold nothing but old addresses, the fullest first: a rule for all of such a one hides no page. */
function foldersOfOld(redirects: readonly Redirect[], center: HelpCenter): string[] {
  const urls = siteUrls(center.site?.base);
  const used = new Set<string>();
  for (const path of [...sitePaths(withoutAliases(center)), ...center.files.map((file) => `/${file}`)]) {
    // With all that are above.
    let folder = folderOf(urls.path(path));
    for (; folder !== '' && !used.has(folder); folder = folderOf(folder)) used.add(folder);
  }
  const counts = new Map<string, number>();
  for (const { from } of redirects) {
    const folder = folderOf(from);
    if (folder !== '' && isPlain(folder) && !used.has(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1)).map(([folder]) => folder);
}

/** The folder in which a page lies: `/hc/articles/` for `/hc/articles/7` and `/hc/articles/7/`; '' for the root. */
function folderOf(path: string): string {
  const end = path.endsWith('/') ? path.length - 1 : path.length;
  return path.slice(0, path.lastIndexOf('/', end - 1) + 1).replace(/^\/$/, '');
}
