import { posix } from 'node:path';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import type { ConversionInput } from './convert-article.ts';
import type { Places } from './link-index.ts';

/** The source file that an address in an article means: beside the article, or below the top folder, `static` or `assets`. */
export function localFile(url: string, input: Pick<ConversionInput, 'folder'>, places: Places): { file: string; name: string } | undefined {
  const path = safeDecode(url.replace(/[?#].*$/s, ''));
  if (/^[a-z]+:/i.test(path) || path.startsWith('//')) return undefined;
  const beside = posix.join('/', input.folder, path).slice(1);
  const fromTop = posix.join('/', path).slice(1);
  for (const candidate of path.startsWith('/') ? [fromTop, `static/${fromTop}`] : [beside, fromTop, `static/${fromTop}`, `assets/${fromTop}`]) {
    const file = places.files.get(candidate.toLowerCase());
    if (file) return file;
  }
  return undefined;
}
