import { fileURLToPath } from 'node:url';
import { cachedOnDisk } from '../../../cache/disk-cache.ts';
import { hashFiles } from '../../../cache/hash-files.ts';
import { memoize } from '../../../cache/memoize.ts';
import type { IndexDocument } from '../index-document.ts';
import { buildLocale, type LocaleBuild, type LocaleInput } from './build-locale.ts';
import { hashDocuments } from './hash-documents.ts';

/** A build of a locale without what only a later build in the same process can use. */
export type CachedLocale = Omit<LocaleBuild, 'semantic' | 'foreign' | 'neighbours'>;

/** The search of one locale, from the cache where neither content, settings, model nor code have changed since it was made. */
export async function cachedLocale(input: LocaleInput): Promise<CachedLocale> {
  const { locale, documents, synonyms, choices = [], pins = [], model, foreign } = input;
  return cachedOnDisk(
    [
      await codeKey(),
      model?.teacher.id,
      model?.browser?.copy,
      model?.settings,
      locale,
      hashDocuments(documents),
      synonyms,
      ...(pins.length > 0 ? [pins] : []),
      ...(choices.length > 0 ? [choices] : []),
      ...(foreign ? [foreign.teacher.id, foreign.settings, hashLanguages(foreign.languages)] : []),
    ],
    async () => {
      const { index, related, report } = await buildLocale(input);
      return { index, related, report };
    },
  );
}

function hashLanguages(languages: Readonly<Record<string, readonly IndexDocument[]>>): [string, string][] {
  return Object.entries(languages).map(([language, documents]) => [language, hashDocuments(documents)]);
}

/**
 * Everything that decides the bytes of an index besides content, settings and model: the indexer, what it uses of the
 * core, and the packages. How a question is read, ranked and answered is no part of it, so that a change there leaves the
 * indexes standing.
 */
export const INDEX_SOURCES = [
  '..',
  ...[
    'embedding',
    'format',
    'index',
    'orama',
    'pins/pins-file.ts',
    'semantic',
    'text',
    'query/beginning.ts',
    'load-once.ts',
    'parameters.ts',
    'rank/lexical.ts',
    'rank/stop-word-factors.ts',
    'variants/variants-column.ts',
  ].map((part) => `../../core/${part}`),
  '../../../../package-lock.json',
].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Changes whenever the code that makes an index does, or the version of Node. */
const codeKey = memoize(() => hashFiles(INDEX_SOURCES));
