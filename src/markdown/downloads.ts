import { posix } from 'node:path';

/**
 * Path below the content folder of the file that a link written in `file` offers for download: `files/manual.pdf` for
 * `../../../files/manual.pdf` and for `/files/manual.pdf`. Undefined for links that mean something else; whether
 * the file is there is another question.
 */
export function downloadPath(target: string, file: string): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return undefined;
  const bare = target.replace(/[?#].*$/s, '');
  const path = bare.startsWith('/') ? posix.join('/', bare).slice(1) : posix.join(posix.dirname(file), bare);
  return /^files\/.*[^/]$/s.test(path) ? path : undefined;
}
