import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';
import { inject } from 'vitest';

/** Paths of all files of the built test site, relative to it, with forward slashes. */
export async function siteFiles(): Promise<string[]> {
  const entries = await readdir(inject('siteFolder'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(inject('siteFolder').length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** Paths of all pages, those that only lead old addresses on left out. */
export function sitePages(): Promise<string[]> {
  pagesOfSite ??= findPages();
  return pagesOfSite;
}
let pagesOfSite: Promise<string[]> | undefined;

async function findPages(): Promise<string[]> {
  const pages = (await siteFiles()).filter((file) => file.endsWith('.html'));
  const texts = await Promise.all(pages.map(readText));
  return pages.filter((_, place) => !texts[place]!.includes('http-equiv="refresh"'));
}

export function readText(file: string): Promise<string> {
  return readFile(join(inject('siteFolder'), file), 'utf8');
}

/**
 * The document of a page, to be read only: tests share it, because each of them asks for all pages. `/` is the site's
 * root, as in `en/contact/`.
 */
export async function readPage(address: string): Promise<Document> {
  const file = address.endsWith('.html') ? address : `${address}index.html`;
  const known = documents.get(file);
  if (known) return known;
  const document = parseHTML(await readText(file)).document as unknown as Document;
  documents.set(file, document);
  return document;
}
const documents = new Map<string, Document>();

/** Whether an address of the site, base path included, is served from a file. */
export function isServed(address: string): boolean {
  const base = inject('siteBase');
  if (!address.startsWith(base)) return false;
  const path = decodeURIComponent(address.slice(base.length).replace(/[?#].*$/s, ''));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return existsSync(join(inject('siteFolder'), file));
}
