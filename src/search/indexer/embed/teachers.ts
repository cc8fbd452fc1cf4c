import { memoize } from '../../../cache/memoize.ts';
import { type ModelSettings, modelFor, type SearchSettings } from '../../../schemas/search-settings.ts';

/**
 * Opens the model that serves a locale; locales of one model share what was opened. Undefined for a locale that is
 * searched by words alone.
 * @param open Opens one model: for passages, for questions, with or without a cache.
 */
export function teachersOf<Opened>(
  settings: Pick<SearchSettings, 'models'>,
  open: (model: ModelSettings) => Promise<Opened>,
): (locale: string) => Promise<Opened | undefined> {
  const opened = memoize(open, 1);
  return async (locale) => {
    const model = modelFor(settings, locale);
    return model && opened(model);
  };
}
