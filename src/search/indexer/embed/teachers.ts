import { memoize } from '../../../cache/memoize.ts';
import { type ModelSettings, modelFor, type SearchSettings } from '../../../schemas/search-settings.ts';
import { ModelUnavailable } from '../model/model-error.ts';

/**
 * Opens the model that serves a locale; locales of one model share what was opened. Undefined for a locale that is
 * searched by words alone, be it for want of its model's weights, which is told once.
 * @param open Opens one model: for passages, for questions, with or without a cache.
 */
export function teachersOf<Opened>(
  settings: Pick<SearchSettings, 'models'>,
  open: (model: ModelSettings) => Promise<Opened>,
  tell: (message: string) => void = console.error,
): (locale: string) => Promise<Opened | undefined> {
  const opened = memoize(async (model: ModelSettings): Promise<Opened | undefined> => {
    try {
      return await open(model);
    } catch (error) {
      if (!(error instanceof ModelUnavailable)) throw error;
      tell(`Words alone are compared where a model is not here. ${error.message}`);
      return undefined;
    }
  });
  return async (locale) => {
    const model = modelFor(settings, locale);
    return model && opened(model);
  };
}
