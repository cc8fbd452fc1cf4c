import type { Loader, LoaderContext } from 'astro/loaders';
import { centerToLoad } from './center-to-load.ts';
import type { HelpCenter } from '../../content/types.ts';

/** Gives Astro every valid category. */
export function categoryLoader(): Loader {
  return {
    name: 'signpost-categories',
    async load(context) {
      await sync(context, await centerToLoad(context));
    },
  };
}

async function sync({ store, parseData }: LoaderContext, center: HelpCenter): Promise<void> {
  store.clear();
  for (const category of center.categories) {
    const id = `${category.locale}/${category.slug}`;
    store.set({ id, data: await parseData({ id, data: { ...category } }) });
  }
}
