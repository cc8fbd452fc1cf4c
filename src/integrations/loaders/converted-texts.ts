import type { RenderedContent } from 'astro:content';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../cache/cache-folder.ts';
import { hashFiles } from '../../cache/hash-files.ts';
import { RecordCache } from '../../cache/record-cache.ts';

/** What a page shows of a text. */
interface ConvertedText {
  /** Markdown below the front matter, with snippets and variables put in. */
  body: string;
  rendered: RenderedContent;
}

/** By the digests of the entries. */
export type ConvertedTexts = RecordCache<ConvertedText>;

/** Everything that decides how a text is converted, besides what its digest has. */
const SOURCES = ['.', '../../markdown', '../../i18n', '../../schemas', '../../site', '../../../package-lock.json'].map(
  (path) => fileURLToPath(new URL(path, import.meta.url)),
);

const NAME = 'signpost.converted-texts';
const SHARED = Symbol.for(NAME);
const shared = globalThis as { [SHARED]?: { folder: string; texts: ConvertedTexts } };

/** The module by which pages get the texts: a bundle shares no modules with the process that runs it, only what is global. */
export const CONVERTED_MODULE = `export const converted = (digest) => globalThis[Symbol.for('${NAME}')]?.texts.get(digest);`;

/**
 * The converted texts of a content folder, by the digests of the entries in Astro's store. That one is read, written and
 * bundled as a whole in each build, and is in memory several times over, so texts are kept beside it; and they outlive a
 * build that is killed, which it does not.
 */
export async function convertedTexts(root: string): Promise<ConvertedTexts> {
  const name = createHash('sha256').update(JSON.stringify([await hashFiles(SOURCES), resolve(root)]));
  const folder = join(cacheFolder(), 'converted', name.digest('hex').slice(0, 24));
  if (shared[SHARED]?.folder !== folder) {
    shared[SHARED]?.texts.close();
    shared[SHARED] = { folder, texts: new RecordCache(folder) };
  }
  return shared[SHARED].texts;
}

/** Drops texts that the build which ends did not show, once there are many. */
export function tidyConvertedTexts(): void {
  shared[SHARED]?.texts.tidy();
}
