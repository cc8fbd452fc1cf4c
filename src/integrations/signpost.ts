import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { collectGarbage } from '../cache/collect-garbage.ts';
import type { HelpCenter } from '../content/types.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { astroProgress } from './build-progress.ts';
import { CurrentContent } from './current-content.ts';
import { serveWhileWriting } from './dev-server.ts';
import { finishBuild } from './finish-build.ts';
import { LiveSearch } from './live-search.ts';
import { checkOutput, outputFolder, publishOutput, STAGING } from './output-folder.ts';
import { tidyPictures } from './tidy-pictures.ts';
import { aliasOnnxRuntime } from './vite/alias-onnx-runtime.ts';
import { codeSplitting } from './vite/code-splitting.ts';
import { detectedLanguages } from './vite/detected-languages.ts';
import { oneLanguage } from './vite/one-language.ts';
import { slots } from './vite/slots.ts';
import { stubOrama } from './vite/stub-orama.ts';
import { virtualModules } from './vite/virtual-modules.ts';

/** The search of the dev server, which must end when Astro restarts the server in the same process. */
let live: LiveSearch | undefined;

/**
 * Joins the help center with Astro: pages get the site's settings and the names of the index files,
 * a build writes the index beside the pages, and the dev server serves it anew after each edit.
 */
export function signpost(center: HelpCenter): AstroIntegration {
  const content = new CurrentContent(center);
  let staged = '';
  let cache = '';
  const progress = astroProgress();
  return {
    name: 'signpost',
    hooks: {
      'astro:config:setup': ({ updateConfig, command }) => {
        updateConfig({
          vite: {
            // A build beside the dev server writes there.
            server: { watch: { ignored: [`${STAGING}/**`, `${outputFolder()}/**`] } },
            plugins: [
              virtualModules(content, command),
              slots(content),
              stubOrama(),
              aliasOnnxRuntime(),
              codeSplitting(),
              oneLanguage(content),
              detectedLanguages(content),
            ],
          },
        });
        // What reading and checking took is several times as much as what was read.
        if (command === 'build') collectGarbage();
        // Started now, so that it is done when the first page needs it; that page's `await` also gets its failure.
        if (command === 'build') content.search().catch(() => {});
        if (command === 'build') progress.converting();
      },
      'astro:config:done': ({ config }) => {
        staged = fileURLToPath(config.outDir);
        cache = fileURLToPath(config.cacheDir);
      },
      'astro:build:start': async (hook) => {
        // All articles were converted; what was needed for that is more than what bundling needs.
        collectGarbage();
        progress.bundling(hook);
        await checkOutput(outputFolder());
      },
      'astro:server:setup': (hook) => {
        live?.end();
        live = new LiveSearch(terminalProgress(), (message) => console.log(message));
        serveWhileWriting(content, live, hook);
      },
      'astro:build:done': async (hook) => {
        progress.writing();
        await finishBuild(content, hook);
        await publishOutput(staged, outputFolder());
        await rm(staged, { recursive: true, force: true });
        await tidyPictures(cache, outputFolder());
        progress.done();
      },
    },
  };
}
