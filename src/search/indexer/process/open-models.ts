import type { SearchSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { type CachedTeacher, cachedTeacher } from '../embed/cached-teacher.ts';
import { loadTeacher } from '../embed/teacher.ts';
import { type BrowserModel, writeBrowserModel } from '../model/write-browser-model.ts';

export interface Models {
  /** Undefined when no locale of the site needs one. */
  teacher: CachedTeacher | undefined;
  /** Undefined without a teacher, or when the deep tier is off. */
  browser: BrowserModel | undefined;
}

/** The model that the build embeds with, and the copy that visitors may download. */
export async function openModels(settings: SearchSettings, wanted: boolean, progress: ProgressSink): Promise<Models> {
  const teacher = wanted ? await cachedTeacher(await loadTeacher(settings.model, { progress })) : undefined;
  const browser =
    teacher && settings.deepTier !== 'off' ? await writeBrowserModel(settings.model, { progress }) : undefined;
  return { teacher, browser };
}

/** Opens models as `openModels` does, but once for as long as the same ones are asked for. */
export function reuseModels(): typeof openModels {
  let last: { key: string; opened: Promise<Models> } | undefined;
  return (settings, wanted, progress) => {
    const key = JSON.stringify([settings, wanted]);
    if (last?.key !== key) {
      const opened = openModels(settings, wanted, progress);
      last = { key, opened };
      // A failure is not remembered: the next edit may have mended it.
      opened.catch(() => (last = undefined));
    }
    return last.opened;
  };
}
