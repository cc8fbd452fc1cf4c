import { pointInYaml } from '../../../src/check/locate.ts';
import { placeOf } from '../../../src/content/insert/places.ts';
import type { HelpCenter, WrittenPage } from '../../../src/content/types.ts';
import { type EmbeddedVideo, embeddedVideo } from '../../../src/markdown/embedded-videos.ts';
import type { VideoService } from '../../../src/site/players.ts';

/** Where an address is written. */
interface Place {
  /** Path relative to the content folder. */
  file: string;
  /** 1-based. */
  line: number;
}

/** An address of another site, and every place that leads there. */
export interface OutwardLink {
  /** As a browser asks for it, without what follows `#`; as written when no browser can read it. */
  address: string;
  /** What is asked for in its place. */
  asked?: string;
  places: Place[];
}

/** Where a site tells about a film: the film's page is there even when the film is gone. */
const TELLS: Record<VideoService, string> = {
  youtube: 'https://www.youtube.com/oembed?format=json&url=',
  vimeo: 'https://vimeo.com/api/oembed.json?url=',
};

interface Collected {
  /** Each address once, in the order of the files. */
  links: OutwardLink[];
  /** How many more addresses check.yaml tells to leave out. */
  ignored: number;
}

/** Fields of site.yaml below which `url` is a link that visitors follow. */
const LINKED = ['contact', 'header', 'footer'] as const;
const WEB = /^(?:https?:|\/\/)/i;

/**
 * Every address of another site that visitors are led to: links and pictures of articles and of the owner's own pages,
 * links of site.yaml and of notices. Drafts and what has expired are left out: nobody reads them.
 */
export function collectLinks(center: HelpCenter, now: Date = new Date()): Collected {
  const links = new Map<string, OutwardLink>();
  const ignored = new Set<string>();
  for (const { written, file, line } of [...inPages(center, now), ...inSettings(center)]) {
    const address = asked(written);
    if (isOwn(address, center)) continue;
    if (center.checkSettings.ignoredLinks.some((start) => address.startsWith(start))) {
      ignored.add(address);
      continue;
    }
    const film = embeddedVideo(address);
    const link = links.get(address) ?? { address, places: [], ...(film && { asked: toldAt(film) }) };
    links.set(address, link);
    if (!link.places.some((place) => place.file === file && place.line === line)) link.places.push({ file, line });
  }
  return { links: [...links.values()], ignored: ignored.size };
}

function toldAt({ service, page }: EmbeddedVideo): string {
  return TELLS[service] + encodeURIComponent(page.replace(/(?:&t=|#).*/, ''));
}

interface Written extends Place {
  written: string;
}

function inPages({ articles, broken, ownPages, brokenOwnPages }: HelpCenter, now: Date): Written[] {
  const read = articles.filter(
    ({ draft, expires_at }) => !draft && (expires_at === undefined || expires_at.getTime() > now.getTime()),
  );
  const pages: WrittenPage[] = [...read, ...broken, ...ownPages, ...brokenOwnPages];
  return pages.flatMap((page) =>
    page.references.flatMap(({ target, line }) =>
      WEB.test(target) ? [{ written: target, ...placeOf(page, line) }] : [],
    ),
  );
}

function inSettings({ root, site, notices }: HelpCenter): Written[] {
  const place = (file: string) => (path: PropertyKey[], written: string) => ({
    written,
    file,
    line: pointInYaml(root, file, path).line,
  });
  const inSite = site
    ? [
        ...(site.home === undefined ? [] : [place('site.yaml')(['home'], site.home)]),
        ...LINKED.flatMap((field) => addressesIn(site[field], [field], place('site.yaml'))),
      ]
    : [];
  return [...inSite, ...addressesIn(notices.notices, ['notices'], place('notices.yaml'))];
}

/** Addresses of the web in fields called `url`, however deep. */
function addressesIn<T>(value: unknown, path: PropertyKey[], found: (path: PropertyKey[], written: string) => T): T[] {
  if (typeof value === 'string') return path.at(-1) === 'url' && WEB.test(value) ? [found(path, value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    addressesIn(inner, [...path, Array.isArray(value) ? Number(key) : key], found),
  );
}

/** As a browser asks for it. Pages hand on addresses with their escaped letters plain, and what plainly means another thing with them. */
function asked(written: string): string {
  const escaped = written
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[\s\p{Cc}]/gu, encodeURIComponent)
    .replace(/^(?=\/\/)/, 'https:');
  const url = URL.parse(escaped);
  if (!url) return written;
  url.hash = '';
  return url.href;
}

/** Whether a page of the site itself is meant, which may not be published yet; the check knows these. */
function isOwn(address: string, { site }: HelpCenter): boolean {
  const [own, url] = [URL.parse(site?.url ?? ''), URL.parse(address)];
  return site !== undefined && own !== null && own.origin === url?.origin && `${url.pathname}/`.startsWith(site.base);
}
