import { posix } from 'node:path';
import type { MdxRules } from './names.ts';

/**
 * An address of a document as it is spelled in the file that it is put into. What begins with an alias (`@site/…`) is
 * counted from the top of the folder that is imported.
 */
export function movedAddress(written: string, from: string, to: string, { aliases, address }: MdxRules): string {
  const url = address?.(written) ?? written;
  const alias = Object.keys(aliases).find((one) => one !== '/' && url.startsWith(one));
  if (alias !== undefined) return posix.join('/', aliases[alias] ?? '', url.slice(alias.length));
  if (posix.dirname(from) === posix.dirname(to) || /^(?:[a-z][a-z0-9+.-]*:|\/|#|$)/i.test(url)) return url;
  const rest = /[?#].*/s.exec(url)?.[0] ?? '';
  const path = posix.relative(
    posix.dirname(to),
    posix.join(posix.dirname(from), url.slice(0, url.length - rest.length)),
  );
  return (path.startsWith('.') ? path : `./${path}`) + rest;
}
