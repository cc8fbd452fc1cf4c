import { posix } from 'node:path';

/** A link that names an article by its id: `id:refunds#how-long-it-takes`. */
export const ID_PREFIX = 'id:';
const BY_ID = /^id:([^#]+)(?:#(.*))?$/s;
/** A link that names an article by its file, relative to the writer's file or, with a slash before it, to the content folder. */
const BY_FILE = /^(?![a-z][a-z0-9+.-]*:|\/\/)([^?#]+\.md)(?:#(.*))?$/is;

/** A link that names a page of the owner's own by its file's name, without `.md`: `page:imprint`. */
export const PAGE_PREFIX = 'page:';
const BY_SLUG = /^page:([^#/]+)(?:#(.*))?$/s;

/** The article or page that a link names, by its id, its name or its file, and what follows `#`. */
export type ArticleTarget =
  | { id: string; anchor: string }
  | { slug: string; anchor: string }
  | { path: string; anchor: string };

/** Whether an address has neither a scheme nor begins at the root of the site or at an anchor: it depends on where its file lies. */
export function isRelative(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(url);
}

/** Reads a link that is meant to lead to an article or a page of the owner's own; undefined for any other. */
export function articleTarget(target: string): ArticleTarget | undefined {
  const [, id, idAnchor = ''] = BY_ID.exec(target) ?? [];
  if (id !== undefined) return { id, anchor: idAnchor };
  const [, slug, slugAnchor = ''] = BY_SLUG.exec(target) ?? [];
  if (slug !== undefined) return { slug, anchor: slugAnchor };
  const [, path, anchor = ''] = BY_FILE.exec(target) ?? [];
  return path === undefined ? undefined : { path, anchor };
}

/**
 * Path below the content folder of the file that a link written in `file` offers for download: `files/manual.pdf` for
 * `../../../files/manual.pdf` and for `/files/manual.pdf`. Undefined for links that mean something else; whether
 * the file is there is another question.
 */
export function downloadPath(target: string, file: string): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return undefined;
  const bare = target.replace(/[?#].*/s, '');
  const path = bare.startsWith('/') ? posix.join('/', bare).slice(1) : posix.join(posix.dirname(file), bare);
  return /^files\/.*[^/]$/s.test(path) ? path : undefined;
}
