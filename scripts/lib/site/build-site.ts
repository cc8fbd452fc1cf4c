import { basename, dirname } from 'node:path';
import { build } from 'astro';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { tidyCache } from '../../../src/cache/tidy-cache.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatReport } from '../../../src/check/report.ts';
import { contentRoot } from '../../../src/content/content-root.ts';
import { listFiles } from '../../../src/content/list-files.ts';
import { keepHelpCenter, readCachedHelpCenter } from '../../../src/content/parse-cache.ts';
import { searchedTexts } from '../../../src/content/published-articles.ts';
import { readSite } from '../../../src/content/read-site.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import {
  beginBuildProgress,
  buildProgress,
  endBuildProgress,
  endSearchProgress,
  STEPS,
} from '../../../src/integrations/build-progress.ts';
import { holdContentFolder, releaseContentFolder } from '../../../src/integrations/content-folder.ts';
import { tidyConvertedTexts } from '../../../src/integrations/loaders/converted-texts.ts';
import { checkOutput, outputFolder, STAGING } from '../../../src/integrations/output-folder.ts';
import { HOSTS } from '../../../src/schemas/host.ts';
import { startSearchWorker } from '../../../src/search/indexer/process/worker-client.ts';
import { asStep } from '../../../src/terminal/progress.ts';
import { recordLastBuild } from './last-build.ts';
import { describeSize, hostRefuses, siteSize, sizeAdvice } from './site-size.ts';

/**
 * Checks the content and builds the site into the output folder.
 * @throws Error with the whole report when the content has errors: a site with holes is never published;
 *   when the output folder is somebody's: nothing in it is touched then; when the host named in site.yaml would refuse the site.
 */
export async function buildSite(): Promise<void> {
  // A NODE_ENV set in the shell must not publish drafts, which pages show in development.
  process.env.NODE_ENV = 'production';
  // Building talks to nobody.
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  await checkOutput(outputFolder());
  const root = contentRoot();
  const began = new Date();
  // It takes long and uses the other core.
  beginBuildProgress((await listFiles(root)).files.filter((file) => file.endsWith('.md')).length);
  const search = startSearchWorker(await readSite(root), buildProgress('search'));
  try {
    const { center, errors } = await asStep(buildProgress('pages'), STEPS.read, async () => {
      const center = await readCachedHelpCenter(root);
      const errors = (await checkContent(center)).filter(({ severity }) => severity === 'error');
      return { center, errors };
    });
    if (errors.length > 0)
      // Each of them has to be mended before anything is built.
      throw new Error(
        `The content has errors, so nothing was built.\n\n${formatReport(errors, center, { whole: true })}`,
      );
    keepHelpCenter(center);
    // Astro's build will need it; by then much of it is done.
    search.build(center, searchedTexts(center)).then(endSearchProgress, () => {});
    forgetSearched(center);
    await holdContentFolder();
    await build({ logLevel: 'warn' });
    const size = await siteSize(outputFolder());
    endBuildProgress();
    console.log(`The site has ${describeSize(size)}.`);
    const host = center.site?.host && HOSTS[center.site.host];
    for (const advice of sizeAdvice(size, host)) console.log(advice);
    const refused = host ? hostRefuses(size, host) : [];
    if (refused.length > 0) throw new Error(refused.join('\n'));
    tidyConvertedTexts();
    await tidyCache(cacheFolder());
    // What builds that were killed had written for other folders.
    await tidyCache(dirname(STAGING), { [basename(STAGING)]: 0 });
    await recordLastBuild(root, began);
  } finally {
    await releaseContentFolder();
    search.end();
    endBuildProgress();
  }
}

/** What was checked and sent to the search is most of what a help center takes in memory, and pages show none of it. */
function forgetSearched({ articles, ownPages }: HelpCenter): void {
  for (const page of [...articles, ...ownPages]) Object.assign(page, { sections: [], prose: [] });
}
