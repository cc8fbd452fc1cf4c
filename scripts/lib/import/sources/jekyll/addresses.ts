import type { Page } from '../markdown/system.ts';
import type { JekyllConfig } from './config.ts';
import { permalinkOf } from './permalinks.ts';
import type { SiteFile } from './site-files.ts';

/** The address that a page had; none for documents of collections without pages, and where no configuration says so. */
export function addressesOf(file: SiteFile | undefined, config: JekyllConfig): string[] {
  if (!file || !config.isKnown || !isPublished(file, config)) return [];
  const permalink = permalinkOf(file, config);
  return permalink === undefined ? [] : [config.base + encodeURI(permalink)];
}

/** What links call a page: by its address without the base path, and by its file. */
export function pathsOf(page: Page, file: SiteFile | undefined, config: JekyllConfig): string[] {
  if (!file) return [];
  const permalink = permalinkOf(file, config);
  const collection = file.collection === undefined ? [] : [`/${file.collection}/${file.below}`];
  return [
    ...(permalink === undefined ? [] : [permalink]),
    `/${page.file}`,
    `/${file.path}`,
    ...(config.isKnown ? [] : [...collection, `/${file.below}`]),
  ];
}

/** Whether the old site had a page for a file, rather than parts of other pages made of it. */
export function isPublished(file: SiteFile, { collections, isKnown }: JekyllConfig): boolean {
  return file.kind !== 'document' || !isKnown || collections.get(file.collection ?? '')?.output === true;
}

/** An address of front matter as it was on the old site: from the top, below its base path. */
export function withBase(alias: string, { base }: JekyllConfig): string {
  if (/^https?:/i.test(alias)) return alias;
  const path = `/${alias}`.replace(/^\/+/, '/');
  return path.startsWith(`${base}/`) ? path : base + path;
}
