import { buildLocale, type LocaleBuild, type LocaleInput } from './build-locale.ts';
import { codeKey } from './code-key.ts';
import { recall } from '../../../cache/disk-cache.ts';

/** A build of a locale without what only a further build in the same process has a use for. */
export type KeptLocale = Omit<LocaleBuild, 'semantic'>;

/** The search of one locale, from the cache where neither content, settings, model nor code have changed since it was made. */
export async function keptLocale(input: LocaleInput): Promise<KeptLocale> {
  const { locale, documents, synonyms, settings, teacher, browser } = input;
  return recall([await codeKey(), teacher?.id, browser?.copy, settings, locale, documents, synonyms], async () => {
    const { index, related, report } = await buildLocale(input);
    return { index, related, report };
  });
}
