import { readFile, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { filesBelow } from '../../../src/cache/files-below.ts';
import type { HostLimits } from '../../../src/schemas/host.ts';

/** What a host is given. Sizes are bytes. */
export interface SiteSize {
  files: number;
  size: number;
  /** Path below the site's folder, with forward slashes. */
  largest: { file: string; size: number };
  /** Files that an owner can do without: the Markdown of articles, and pages that only lead on from a permanent link. */
  markdown: number;
  permalinks: number;
  /** Lines of _redirects. */
  rules: number;
}

/** Counts the files of a built site; Git's own are not published where the folder is a repository. */
export async function siteSize(folder: string): Promise<SiteSize> {
  const total: SiteSize = {
    ...{ files: 0, size: 0, largest: { file: '', size: 0 } },
    ...{ markdown: 0, permalinks: 0, rules: 0 },
  };
  for (const path of await filesBelow(folder)) {
    const file = relative(folder, path).replaceAll(sep, '/');
    if (file.startsWith('.git/')) continue;
    const { size } = await stat(path);
    total.files++;
    total.size += size;
    if (/^[^/]+\/[^/]+\/[^/]+\.md$/.test(file)) total.markdown++;
    if (/^a\/[^/]+\/index\.html$/.test(file)) total.permalinks++;
    if (file === '_redirects') total.rules = (await readFile(path, 'utf8')).split('\n').filter(Boolean).length;
    if (size > total.largest.size) total.largest = { file, size };
  }
  return total;
}

/** The size in a line: `1,234 files, 45.2 MB, the largest _search/model/encoder.bin with 8.1 MB; 20 rules for the host`. */
export function describeSize({ files, size, largest, rules }: SiteSize): string {
  const led = rules > 0 ? `; ${count(rules)} rules for the host` : '';
  return `${count(files)} files, ${megabytes(size)}, the largest ${largest.file} with ${megabytes(largest.size)}${led}`;
}

/** Why a host would refuse the site, or publish only a part of it; nothing where it takes it. */
export function hostRefuses({ files, size, largest, markdown }: SiteSize, host: HostLimits): string[] {
  return [
    ...(host.files !== undefined && files > host.files
      ? [
          `The site has ${count(files)} files; ${host.name} takes ${count(host.files)}. ${fewer(markdown) ?? 'Take out languages or articles, or name a host in site.yaml that takes more.'}`,
        ]
      : []),
    ...(host.fileSize !== undefined && largest.size > host.fileSize
      ? [
          `${largest.file} has ${megabytes(largest.size)}; ${host.name} takes ${megabytes(host.fileSize)} a file. Make it smaller, or keep it elsewhere and link to it.`,
        ]
      : []),
    ...(host.size !== undefined && size > host.size
      ? [
          `The site has ${megabytes(size)}; ${host.name} takes ${megabytes(host.size)}. Keep films and files for download elsewhere, or name a host in site.yaml that takes more.`,
        ]
      : []),
  ];
}

/** From this part of the files that a host takes on, a build says what the owner can do. */
const NEAR = 0.8;
/** So many pages of permanent links are worth a word. */
const MANY = 1000;

/** What an owner should know before the host refuses the site: how near its limit is, or that links need not be pages. */
export function sizeAdvice({ files, markdown, permalinks }: SiteSize, host: HostLimits | undefined): string[] {
  if (!host && permalinks >= MANY)
    return [
      `${count(permalinks)} files are pages that lead on from permanent links. Name the host in site.yaml (host: cloudflare-pages, netlify or gitlab-pages): where it reads rules, they are rules.`,
    ];
  if (host?.files === undefined || files <= NEAR * host.files || files > host.files) return [];
  return [`${host.name} takes ${count(host.files)} files. ${fewer(markdown) ?? ''}`.trimEnd()];
}

/** What leaves out files; undefined where nothing does. */
function fewer(markdown: number): string | undefined {
  return markdown > 0 ? `markdownFiles: false in site.yaml leaves out ${count(markdown)}.` : undefined;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}
