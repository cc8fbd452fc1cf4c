import { fnv1a } from '../site/fnv.ts';
import { emptyRecord, ownValue } from '../site/own-value.ts';
import { safeDecode } from '../site/safe-decode.ts';
import { belowBase, PERMALINK_LANGUAGE, permalinkFolder, placeOf } from '../site/urls.ts';
import type { PermalinkPage, Targets } from './permalink-pages.ts';
import { preferred } from './permalink-target.ts';

/**
 * Links as data, for hosts that take fewer files than there are links: one page stands at all of them and looks up where each
 * leads, in one of several files, so that whoever follows a link fetches few others. An article's permalink is known by its
 * id, an old address by its path, which begins with a slash.
 */
interface LookupFile {
  /** Another one is not read. */
  form: typeof FORM;
  links: Record<string, Targets>;
}

const FORM = 1;
/** Links a file: of one language they have some 20 kB, compressed 3 kB. */
const LINKS_A_FILE = 256;

/** The file that has a link, by the number of files there are. */
export function lookupFileOf(key: string, files: number): string {
  return `${files}/${fnv1a(key) % files}.json`;
}

/** The files for these links, by their names, and how many there are. */
export function lookupFiles(links: ReadonlyMap<string, Targets>): { count: number; files: Map<string, string> } {
  const count = Math.max(1, Math.ceil(links.size / LINKS_A_FILE));
  const grouped = new Map<string, Record<string, Targets>>();
  for (let file = 0; file < count; file++) grouped.set(`${count}/${file}.json`, emptyRecord());
  for (const [key, targets] of links) grouped.get(lookupFileOf(key, count))![key] = targets;
  const text = (links: Record<string, Targets>): string => JSON.stringify({ form: FORM, links } satisfies LookupFile);
  return { count, files: new Map([...grouped].map(([name, links]) => [name, text(links)])) };
}

/**
 * Where a permalink leads, without what need not be said: a section that has the same name there, or none, since a browser
 * stays at the top of a page that lacks it. Of the article itself only the section is said: `#how-long`.
 */
export function shortTargets({ targets }: Pick<PermalinkPage, 'targets'>): Targets {
  const whole = targets[''];
  if (!whole) return {};
  const short: Targets = { '': whole };
  for (const [anchor, hrefs] of Object.entries(targets)) {
    if (anchor === '') continue;
    const said = Object.entries(hrefs).map(([locale, href]): [string, string] => {
      const own = whole[locale];
      return [locale, own !== undefined && href.startsWith(`${own}#`) ? href.slice(own.length) : href];
    });
    const isSaid = said.some(([locale, href]) => href !== whole[locale] && href !== `#${encodeURIComponent(anchor)}`);
    const isWhole = said.length === Object.keys(whole).length;
    if (isSaid || !isWhole) short[anchor] = Object.fromEntries(said);
  }
  return short;
}

/** By what a link is known: the id of a permalink, else the path of an old address. Undefined for an address outside the site. */
export function lookupKeys(pathname: string, base: string): string[] {
  const path = belowBase(base, pathname);
  if (path === undefined) return [];
  const place = placeOf(`/${path}`);
  const id = belowBase(permalinkFolder('/'), place);
  return id ? [id, place] : [place];
}

/** The links of a file; undefined when it is damaged or of another form. */
export function readLookup(text: string): Record<string, Targets> | undefined {
  try {
    const { form, links } = JSON.parse(text) as Partial<LookupFile>;
    return form === FORM && typeof links === 'object' ? links : undefined;
  } catch {
    return undefined;
  }
}

/** The address that was asked for, as `location` has it. */
interface Asked {
  search: string;
  hash: string;
}

/**
 * Where a link leads on in the language that it asks for with `?in=`, else in the first of the reader's. Whatever else stands
 * behind its `?` goes along, and so does a section of which nothing is known. Undefined when it leads nowhere.
 */
export function leadOn(
  targets: Targets,
  { search, hash }: Asked,
  languages: readonly string[],
  defaultLocale: string,
): string | undefined {
  const whole = targets[''];
  if (!whole) return undefined;
  const asked = new URLSearchParams(search).getAll(PERMALINK_LANGUAGE);
  const section = ownValue(targets, safeDecode(hash.slice(1)));
  const hrefs = section ?? whole;
  const locale = preferred([...asked, ...languages], Object.keys(hrefs), defaultLocale);
  const href = hrefs[locale];
  if (href === undefined) return undefined;
  const [page = '', anchor] = (href.startsWith('#') ? `${whole[locale]}${href}` : href).split('#');
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(`${PERMALINK_LANGUAGE}=`));
  const query = kept.length > 0 ? `?${kept.join('&')}` : '';
  return `${page}${query}${anchor === undefined ? (section ? '' : hash) : `#${anchor}`}`;
}
