import type { Loader, LoaderContext } from 'astro/loaders';
import { onContentChange } from './on-content-change.ts';
import { readHelpCenter } from './read.ts';
import { contentRoot } from './root.ts';
import type { HelpCenter } from './types.ts';

/** Gives Astro every valid category. */
export function categoryLoader(): Loader {
  return {
    name: 'signpost-categories',
    async load(context) {
      const root = contentRoot();
      await sync(context, await readHelpCenter(root));
      onContentChange(context.watcher, root, async () => sync(context, await readHelpCenter(root)));
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
