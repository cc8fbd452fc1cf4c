import { fileURLToPath } from 'node:url';
import { hashOfFiles } from '../../../cache/hash-files.ts';

/** All that decides the bytes of an index beside content, settings and model: this folder, the core, and the packages. */
const SOURCES = ['..', '../../core', '../../../../package-lock.json'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

let known: Promise<string> | undefined;

/** Changes whenever the code that makes an index does, or the version of Node. */
export function codeKey(): Promise<string> {
  return (known ??= hashOfFiles(SOURCES));
}
