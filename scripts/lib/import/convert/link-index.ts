import { posix } from 'node:path';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { imageName } from '../sources/assets.ts';
import type { SourceSite } from '../sources/source.ts';
import { addressKeys, pathKey } from './address-keys.ts';
import type { ConversionInput } from './conversion.ts';

/** Where an address leads inside the imported content. */
export type Target = { kind: 'article'; id: string } | { kind: 'category'; slug: string };

/** Everything that conversion looks up: plain data, shared by all articles and workers. */
export interface LinkIndex {
  kind: SourceSite['kind'];
  /** `https://support.example.com`: what relative addresses of unknown pages are completed with. */
  origin?: string;
  /** The path the new site lives under: `/` or `/help/`. */
  base: string;
  /** Keys as address-keys.ts makes them. */
  targets: Map<string, Target>;
  /** Keys of articles that not everybody may read: not even their address, which has the title, may come out. */
  restricted: Set<string>;
  /** Source files by path, in lower case: their path, and the name they get under images/ or files/. */
  files: Map<string, { file: string; name: string }>;
  /** Folders whose files stood at the top of the old site; '' is the source's own top. */
  assetFolders: string[];
  /** Names under images/ or files/ of what was downloaded, by address. */
  downloads: Map<string, string>;
  /** What the tabs are called that are values of the new site's choices, as `tabName` writes it. */
  tabNames: Map<string, { choice: string; value: string }>;
}

/** `macOS` and `MacOS ` are one; `Mac OS` is the same where it is a value's name. */
export function tabName(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, '-');
}

/** From an article's folder to the content folder. */
export const toContentFolder = '../../../';

/** From an article's folder to the folder of images. */
export const imagesFolder = `${toContentFolder}images/`;

/** The imported article or category that an address means, in any of its old forms. */
export function findTarget(
  url: string,
  input: Pick<ConversionInput, 'folder' | 'address'>,
  links: LinkIndex,
): Target | undefined {
  const [, host, path] = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/i.exec(url) ?? [];
  if (host !== undefined) {
    const own = links.origin !== undefined && host.toLowerCase() === new URL(links.origin).host;
    for (const key of addressKeys(path || '/')) {
      // The numbers of Zendesk are unique among all its customers; the others' begin at 1 for each.
      if (own || /^zendesk:\w+:\d{6,}$/.test(key)) {
        const target = links.targets.get(key);
        if (target) return target;
      }
    }
    return undefined;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return undefined;
  const bare = url.replace(/[?#].*/s, '');
  if (!bare || imageName.test(bare)) return undefined;
  if (bare.startsWith('/')) {
    return addressKeys(bare)
      .map((key) => links.targets.get(key))
      .find(Boolean);
  }
  const way = safeDecode(bare);
  const joined = posix.join('/', input.folder, way);
  // Browsers start from the page's address, which may be a folder of its own: one step less far up than the file suggests.
  const beside =
    input.address === undefined
      ? []
      : [posix.join('/', input.address.slice(0, input.address.lastIndexOf('/') + 1), way)];
  const keys = [
    `file:${pathKey(joined)}`,
    pathKey(joined),
    ...beside.flatMap((address) => [pathKey(address), pathKey(address.replace(/^\/[a-z]{2}(-[a-z]+)?\//, '/'))]),
    // Hugo looks for a page from the top too, and then anywhere by its name.
    ...(links.kind === 'hugo' ? [pathKey(way), `name:${way.replace(/\.md$/, '')}`] : []),
  ];
  return keys.map((key) => links.targets.get(key)).find(Boolean);
}

/** True for any address of a restricted article, on whichever host: its number tells. */
export function isRestricted(url: string, links: LinkIndex): boolean {
  if (links.restricted.size === 0) return false;
  const path = url.replace(/^(?:https?:)?\/\/[^/?#]+/i, '');
  return addressKeys(path).some((key) => links.restricted.has(key));
}

/** The full address of a page that was not imported; undefined when its host is unknown. */
export function absolute(url: string, links: LinkIndex): string | undefined {
  if (/^https?:/i.test(url)) return url;
  if (url.startsWith('//')) return `https:${url}`;
  if (!links.origin || !URL.canParse(url, links.origin)) return undefined;
  return url.startsWith('/') ? new URL(url, links.origin).href : undefined;
}

/** The source file that an address in an article means: beside the article, or in a folder that stood at the site's top. */
export function findFile(
  url: string,
  input: Pick<ConversionInput, 'folder'>,
  links: LinkIndex,
): { file: string; name: string } | undefined {
  const path = safeDecode(url.replace(/[?#].*/s, ''));
  if (/^[a-z]+:/i.test(path) || path.startsWith('//')) return undefined;
  const beside = path.startsWith('/') ? [] : [posix.join('/', input.folder, path).slice(1)];
  const fromTop = links.assetFolders.map((folder) => posix.join('/', folder, posix.join('/', path)).slice(1));
  for (const candidate of [...beside, ...fromTop]) {
    const file = links.files.get(candidate.toLowerCase());
    if (file) return file;
  }
  return undefined;
}
