import { writeFile } from 'node:fs/promises';
import type { Site } from '../schemas/site.ts';
import { CURRENT_FOLDER, type SearchBuild } from '../search/indexer/process/build-index.ts';
import type { PageKind } from '../site/head-sources.ts';
import { allowFrames } from '../site/players.ts';
import { type SiteUrls, siteUrls } from '../site/urls.ts';
import { contentSecurityPolicy, type PolicySettings } from './content-security-policy.ts';

/** Files whose names carry a hash of their content never change. */
const FOREVER = 'public, max-age=31536000, immutable';

/** What files for download may do when a browser opens one: nothing, and as a page of no site. */
const DOWNLOAD_POLICY = "default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; sandbox";

/** No file of the search is a page or a worker. A question fetches many small ones, with each of which its headers are sent. */
const INDEX_POLICY = "default-src 'none'; sandbox";

type HostSettings = PolicySettings & {
  /** The origins that pages frame, by their paths. */
  frames?: ReadonlyMap<string, readonly string[]>;
};

interface HostRule {
  pattern: string;
  headers: Record<string, string>;
  /** True where what an earlier rule says under the same names must not be sent beside it. */
  replaces?: boolean;
}

/**
 * Headers by path pattern. No header but the policy is set by two patterns that match one path, because hosts differ
 * in what they make of it: some send the later, some both in one line. Of two policies browsers keep to both, and either
 * holds alone; only the agents' page has to be rid of the other, and files of the search, whose policy is there to be short. A sandboxed PDF shows in no browser's viewer, so files
 * are to be saved rather than opened.
 * `hashedFolders` are folders below `_search/` that are named by their content.
 */
function headerRules(base: string, hashedFolders: string[], settings: HostSettings = {}): HostRule[] {
  const urls = siteUrls(base);
  return [
    {
      pattern: urls.file('*'),
      headers: {
        'Content-Security-Policy': allowFrames(contentSecurityPolicy(settings), framedEverywhere(settings)),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      },
    },
    ...framedRules(base, settings),
    ...framingRules(settings),
    {
      pattern: urls.file('files/*'),
      headers: { 'Content-Security-Policy': DOWNLOAD_POLICY, 'Content-Disposition': 'attachment' },
    },
    { pattern: `${urls.searchFiles}*`, headers: { 'Content-Security-Policy': INDEX_POLICY }, replaces: true },
    { pattern: urls.file('_astro/*'), headers: { 'Cache-Control': FOREVER } },
    ...hashedFolders.map((folder) => ({
      pattern: `${urls.searchFiles}${folder}/*`,
      headers: { 'Cache-Control': FOREVER },
    })),
    { pattern: `${urls.searchFiles}${CURRENT_FOLDER}/*`, headers: { 'Cache-Control': 'no-cache' } },
  ];
}

/** Pages in frames, where their policy is not that of all others. */
function framedRules(base: string, settings: PolicySettings): HostRule[] {
  const rules = (page: PageKind & keyof SiteUrls, replaces: boolean): HostRule[] => {
    const own = contentSecurityPolicy(settings, page);
    if (own === contentSecurityPolicy(settings)) return [];
    return (settings.locales ?? []).map(({ code }) => ({
      pattern: `${siteUrls(base)[page](code)}*`,
      headers: { 'Content-Security-Policy': own },
      replaces,
    }));
  };
  // The widget's is the narrower one. The agents' page has other pages around it, which no two policies allow together.
  return [...rules('widget', false), ...rules('agents', true)];
}

/** So many pages have a rule of their own; a hundred rules are all that some hosts read. */
const MOST_PAGES = 60;

/** Pages that frame other sites' players. */
function framingRules(settings: HostSettings): HostRule[] {
  const { frames } = settings;
  if (!frames || frames.size > MOST_PAGES) return [];
  return [...frames].map(([pattern, origins]) => ({
    pattern,
    headers: { 'Content-Security-Policy': allowFrames(contentSecurityPolicy(settings), origins) },
    replaces: true,
  }));
}

/** Of too many pages the headers of all allow it: each page states its own policy beside, and browsers keep to both. */
function framedEverywhere({ frames }: HostSettings): string[] {
  return frames && frames.size > MOST_PAGES ? [...new Set([...frames.values()].flat())].sort() : [];
}

/** Writes `_headers`, which Netlify, Cloudflare Pages and our own server read. */
export async function writeHostFiles(dir: URL, site: Site & HostSettings, { files }: SearchBuild): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => name.split('/')[0] ?? ''));
  folders.delete(CURRENT_FOLDER);
  const text = headerRules(site.base, [...folders].sort(), site)
    .map(({ pattern, headers, replaces }) =>
      [
        pattern,
        // Cloudflare takes the name for one to remove. To Netlify, which sends the later value anyway, a line without a
        // colon says nothing.
        ...(replaces ? Object.keys(headers).map((name) => `  ! ${name}`) : []),
        ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      ].join('\n'),
    )
    .join('\n\n');
  await writeFile(new URL('_headers', dir), `${text}\n`);
}
