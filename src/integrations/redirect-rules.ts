import type { HostRules } from '../schemas/host.ts';
import { permalinkFolder } from '../site/urls.ts';

/** A line of `_redirects`. Addresses are paths from the root of the host, percent-encoded; with status 200 the page at `to` is shown at `from`. */
export interface RedirectRule {
  from: string;
  to: string;
  status: 200 | 301 | 302;
}

/** As hosts read it: parts with a space between. */
export function lineOf({ from, to, status }: RedirectRule): string {
  return `${from} ${to} ${status}`;
}

export function fits(rule: RedirectRule, { length }: HostRules): boolean {
  return length === undefined || lineOf(rule).length <= length;
}

/** Whether a path is written in one way alone, so that a host that compares letters finds it. What browsers and hosts may encode or not, or read as a pattern, is none. */
export function isPlain(path: string): boolean {
  return /^\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/.test(path) && !/\/index(\.html)?\/?$/.test(path);
}

/** The addresses for which a host needs rules where one with a slash at its end and one without mean the same. */
export function spellings(path: string, { anySlash }: HostRules): string[] {
  const bare = path.replace(/\/$/, '');
  return anySlash ? [path] : [bare, `${bare}/`];
}

/** A path as `_redirects` has it: encoded, with the signs that mean something there written out. */
export function asWritten(path: string): string {
  return encodeURI(path).replace(/[*:?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** At all addresses below a folder, which has a slash at its end, the page where links are looked up. */
export function folderRule(folder: string, base: string): RedirectRule {
  return { from: `${folder}*`, to: permalinkFolder(base), status: 200 };
}
