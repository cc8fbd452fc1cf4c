import type { Loader, LoaderContext } from 'astro/loaders';
import { contentRoot } from '../../content/content-root.ts';
import { keptHelpCenter } from '../../content/parse-cache.ts';
import type { HelpCenter } from '../../content/types.ts';
import { convertedTexts } from './converted-texts.ts';
import { syncArticles, syncOwnPages } from './sync-pages.ts';

/** What Astro passes on to loaders when content is loaded again: the help center as just read. */
export type Refresh = { center: HelpCenter };

/**
 * Gives Astro every valid article, rendered. We read the files ourselves, so that only a malformed file
 * itself is skipped and the same report names what is wrong with it everywhere.
 */
export function articleLoader(): Loader {
  return {
    name: 'signpost-articles',
    async load(context) {
      const center = await centerToLoad(context);
      await syncArticles(context, center, await convertedTexts(center.root));
    },
  };
}

/** Gives Astro every valid page of the owner's own, rendered. */
export function ownPageLoader(): Loader {
  return {
    name: 'signpost-own-pages',
    async load(context) {
      const center = await centerToLoad(context);
      await syncOwnPages(context, center, await convertedTexts(center.root));
    },
  };
}

/** Gives Astro every valid category. */
export function categoryLoader(): Loader {
  return {
    name: 'signpost-categories',
    async load(context) {
      await syncCategories(context, await centerToLoad(context));
    },
  };
}

/** The help center a loader loads: the one just read for a refresh, or the one that a build has read. */
async function centerToLoad({ refreshContextData }: LoaderContext): Promise<HelpCenter> {
  const read = refreshContextData as Refresh | undefined;
  return read?.center ?? keptHelpCenter(contentRoot());
}

async function syncCategories({ store, parseData }: LoaderContext, center: HelpCenter): Promise<void> {
  store.clear();
  for (const category of center.categories) {
    const id = `${category.locale}/${category.slug}`;
    store.set({ id, data: await parseData({ id, data: { ...category } }) });
  }
}
