import type { HelpCenter } from '../content/types.ts';
import { placeOf } from '../site/urls.ts';
import { listPageFinder, sameOnSomeDisks, siteFileFinder, sitePaths } from './page-paths.ts';

/** The longest name and the longest path a file may have on common file systems, in bytes; the latter leaves room for the folder. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 900;

/** What an old address clashes with. `nearly`: only on disks and hosts that take the two addresses for one. */
export type Clash<Owner> =
  /** A file or a folder of the built site, by its path. */
  | { kind: 'file'; path: string; nearly: false }
  /** A page of the site. */
  | { kind: 'page'; path: string; nearly: boolean }
  /** An alias claimed before, perhaps by the same owner. */
  | { kind: 'alias'; alias: string; owner: Owner; nearly: boolean };

/**
 * A function that claims the place of an old address in the built site for its owner, and tells what has it already. The
 * first has it; a place that is nearly another's is claimed. The page of each is the file index.html of a folder, and none
 * lies in a folder of that name or of a file of the site, so no file stands where another needs a folder.
 */
export function createAliasPlaces<Owner>(
  center: HelpCenter,
): (alias: string, owner: Owner) => Clash<Owner> | undefined {
  const siteFileAt = siteFileFinder(center);
  const isListPage = listPageFinder(center);
  const paths = [...sitePaths(withoutAliases(center))];
  const pages = new Map(paths.map((path) => [placeOf(path), path]));
  const nearPages = new Map(paths.map((path) => [sameOnSomeDisks(placeOf(path)), path]));
  const claims = new Map<string, { alias: string; owner: Owner }>();
  const nearClaims = new Map<string, { alias: string; owner: Owner }>();
  return (alias, owner) => {
    const place = placeOf(alias);
    const file = siteFileAt(place);
    if (file !== undefined) return { kind: 'file', path: file, nearly: false };
    if (isListPage(place)) return { kind: 'page', path: `${place}/`, nearly: false };
    const near = sameOnSomeDisks(place);
    const clash = clashOf(pages.get(place), claims.get(place), false);
    if (clash) return clash;
    claims.set(place, { alias, owner });
    const nearClash = clashOf(nearPages.get(near), nearClaims.get(near), true);
    if (!nearClash) nearClaims.set(near, { alias, owner });
    return nearClash;
  };
}

/** The file of an old address's page, relative to the built site. */
export function pageFile(alias: string): string {
  return `${placeOf(alias).slice(1)}/index.html`;
}

/** Whether no file can have that path, below the folder of a built site. Only hosts that read _redirects lead on from there. */
export function isTooLong(path: string): boolean {
  return (
    Buffer.byteLength(path) > LONGEST_PATH || path.split('/').some((name) => Buffer.byteLength(name) > LONGEST_NAME)
  );
}

function clashOf<Owner>(
  page: string | undefined,
  claim: { alias: string; owner: Owner } | undefined,
  nearly: boolean,
): Clash<Owner> | undefined {
  if (page !== undefined) return { kind: 'page', path: page, nearly };
  return claim && { kind: 'alias', ...claim, nearly };
}

/** The help center as if nothing in it had an old address. */
export function withoutAliases(center: HelpCenter): HelpCenter {
  return {
    ...center,
    articles: center.articles.map((article) => ({ ...article, aliases: [] })),
    categories: center.categories.map((category) => ({ ...category, aliases: [] })),
  };
}
