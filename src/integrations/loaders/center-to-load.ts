import type { LoaderContext } from 'astro/loaders';
import { readHelpCenter } from '../../content/read-help-center.ts';
import { contentRoot } from '../../content/content-root.ts';
import type { HelpCenter } from '../../content/types.ts';

/** What Astro hands on to loaders when content is loaded again: a reading that was made already. */
export type Refresh = { center: HelpCenter };

/** The help center a loader loads: the one just read for a refresh, otherwise read now. */
export async function centerToLoad({ refreshContextData }: LoaderContext): Promise<HelpCenter> {
  const read = refreshContextData as Refresh | undefined;
  return read?.center ?? readHelpCenter(contentRoot());
}
