import { memoize } from '../../../cache/memoize.ts';
import { ALL_LANGUAGES, type ModelSettings, modelFor, type SearchSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { type CachedTeacher, cachedTeacher } from '../embed/cached-teacher.ts';
import { loadTeacher } from '../embed/teacher.ts';
import { ModelUnavailable } from '../model/model-error.ts';
import { type BrowserModel, writeBrowserModel } from '../model/write-browser-model.ts';

/** What gives a locale its search by meaning. */
export interface LocaleModel {
  settings: ModelSettings;
  teacher: CachedTeacher;
  /** The copy that visitors may download; undefined when the deep tier is off. */
  browser: BrowserModel | undefined;
}

/** What questions in other languages than a locale's are understood with. */
export type ForeignModel = Pick<LocaleModel, 'settings' | 'teacher'>;

export interface Models {
  /** By locale; none for those that are searched by words alone. */
  of: ReadonlyMap<string, LocaleModel>;
  /** Opens the model of many languages, once; undefined where none is wanted or to be had. */
  foreign(): Promise<ForeignModel | undefined>;
  /** By locale: why the model that serves it is not there now. */
  unavailable: Readonly<Record<string, string>>;
}

/** For a search by words. */
export const NO_MODELS: Models = { of: new Map(), unavailable: {}, foreign: async () => undefined };

/**
 * Opens the models that the build embeds the locales with; locales of one model share it. One whose weights cannot be
 * had from this machine now costs its locales their search by meaning, and nobody the site.
 * @throws ModelError when a model is not what the settings say.
 */
export async function openModels(
  settings: Pick<SearchSettings, 'models' | 'deepTier'>,
  locales: readonly string[],
  progress: ProgressSink,
): Promise<Models> {
  const of = new Map<string, LocaleModel>();
  const unavailable: Record<string, string> = {};
  const teacherOf = memoize(async (model: ModelSettings) => cachedTeacher(await loadTeacher(model, { progress })));
  for (const locale of locales) {
    const model = modelFor(settings, locale);
    if (model === undefined) continue;
    try {
      const teacher = await teacherOf(model);
      const browser =
        settings.deepTier === 'off'
          ? undefined
          : await writeBrowserModel(model, { progress, language: locale.split('-')[0] });
      of.set(locale, { settings: model, teacher, browser });
    } catch (error) {
      if (!(error instanceof ModelUnavailable)) throw error;
      unavailable[locale] = error.message;
    }
  }
  let opened: Promise<ForeignModel | undefined> | undefined;
  return { of, unavailable, foreign: () => (opened ??= foreignModel()) };

  async function foreignModel(): Promise<ForeignModel | undefined> {
    const model = modelFor(settings, ALL_LANGUAGES);
    if (model === undefined) return undefined;
    try {
      return { settings: model, teacher: await teacherOf(model) };
    } catch (error) {
      // Told with the locales that it serves, and where it serves none an addition that nobody misses.
      if (!(error instanceof ModelUnavailable)) throw error;
      return undefined;
    }
  }
}

/** Milliseconds after which a model that could not be had is asked for again: who is offline does not wait with each edit. */
const RETRY_AFTER = 300_000;

/**
 * Opens models as `openModels` does, but once for as long as the same ones are asked for. Where one could not be had, the next
 * edit after a while tries again.
 * @param now Gives the time, in ms.
 */
export function reuseModels(now: () => number = Date.now): typeof openModels {
  let last: { key: string; opened: Promise<Models>; until: number } | undefined;
  return ({ models, deepTier }, locales, progress) => {
    const key = JSON.stringify([models, deepTier, [...locales].sort()]);
    if (last === undefined || last.key !== key || now() >= last.until) {
      const opened = openModels({ models, deepTier }, locales, progress);
      const one = { key, opened, until: Infinity };
      last = one;
      opened.then(
        ({ unavailable }) => {
          if (Object.keys(unavailable).length > 0) one.until = now() + RETRY_AFTER;
        },
        () => {
          // A failure is not remembered: the next edit may have mended it.
          if (last === one) last = undefined;
        },
      );
    }
    return last.opened;
  };
}
