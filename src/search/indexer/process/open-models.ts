import { memoize } from '../../../cache/memoize.ts';
import { type ModelSettings, modelFor, type SearchSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { type CachedTeacher, cachedTeacher } from '../embed/cached-teacher.ts';
import { loadTeacher } from '../embed/teacher.ts';
import { type BrowserModel, writeBrowserModel } from '../model/write-browser-model.ts';

/** What gives a locale its search by meaning. */
export interface LocaleModel {
  settings: ModelSettings;
  teacher: CachedTeacher;
  /** The copy that visitors may download; undefined when the deep tier is off. */
  browser: BrowserModel | undefined;
}

/** By locale; none for those that are searched by words alone. */
export type Models = ReadonlyMap<string, LocaleModel>;

/** Opens the models that the build embeds the locales with; locales of one model share it. */
export async function openModels(
  settings: Pick<SearchSettings, 'models' | 'deepTier'>,
  locales: readonly string[],
  progress: ProgressSink,
): Promise<Models> {
  const opened = new Map<string, LocaleModel>();
  const teacherOf = memoize(async (model: ModelSettings) => cachedTeacher(await loadTeacher(model, { progress })));
  const browserOf = memoize((model: ModelSettings) => writeBrowserModel(model, { progress }));
  for (const locale of locales) {
    const model = modelFor(settings, locale);
    if (model === undefined) continue;
    const teacher = await teacherOf(model);
    opened.set(locale, {
      settings: model,
      teacher,
      browser: settings.deepTier === 'off' ? undefined : await browserOf(model),
    });
  }
  return opened;
}

/** Opens models as `openModels` does, but once for as long as the same ones are asked for. */
export function reuseModels(): typeof openModels {
  let last: { key: string; opened: Promise<Models> } | undefined;
  return ({ models, deepTier }, locales, progress) => {
    const key = JSON.stringify([models, deepTier, [...locales].sort()]);
    if (last?.key !== key) {
      const opened = openModels({ models, deepTier }, locales, progress);
      last = { key, opened };
      // A failure is not remembered: the next edit may have mended it.
      opened.catch(() => (last = undefined));
    }
    return last.opened;
  };
}
