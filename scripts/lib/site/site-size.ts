import { stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { filesBelow } from '../../../src/cache/files-below.ts';
import type { HostLimits } from '../../../src/schemas/host.ts';

/** What a host is given. Sizes are bytes. */
export interface SiteSize {
  files: number;
  size: number;
  /** Path below the site's folder, with forward slashes. */
  largest: { file: string; size: number };
}

/** Counts the files of a built site; Git's own are not published where the folder is a repository. */
export async function siteSize(folder: string): Promise<SiteSize> {
  const total: SiteSize = { files: 0, size: 0, largest: { file: '', size: 0 } };
  for (const path of await filesBelow(folder)) {
    const file = relative(folder, path).replaceAll(sep, '/');
    if (file.startsWith('.git/')) continue;
    const { size } = await stat(path);
    total.files++;
    total.size += size;
    if (size > total.largest.size) total.largest = { file, size };
  }
  return total;
}

/** The size in a line: `1,234 files, 45.2 MB, the largest _search/model/encoder.bin with 8.1 MB`. */
export function describeSize({ files, size, largest }: SiteSize): string {
  return `${count(files)} files, ${megabytes(size)}, the largest ${largest.file} with ${megabytes(largest.size)}`;
}

/** Why a host would refuse the site, or publish only a part of it; nothing where it takes it. */
export function hostRefuses({ files, size, largest }: SiteSize, host: HostLimits): string[] {
  return [
    ...(host.files !== undefined && files > host.files
      ? [
          `The site has ${count(files)} files; ${host.name} takes ${count(host.files)}. Take out languages or articles, or name a host in site.yaml that takes more.`,
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

function count(number: number): string {
  return number.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}
