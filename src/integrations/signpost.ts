import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Refresh } from './loaders/loaders.ts';
import { readHelpCenter } from '../content/read-help-center.ts';
import { contentRoot } from '../content/content-root.ts';
import { publishedArticles } from '../content/published-articles.ts';
import type { HelpCenter } from '../content/types.ts';
import { buildSearch, type SearchBuild } from '../search/indexer/process/build-index.ts';
import { takeSearchWorker } from '../search/indexer/process/worker-client.ts';
import { IncrementalBuild } from '../search/indexer/process/incremental-build.ts';
import { studentWarning } from '../search/indexer/distil/student.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { publishedDownloads, serveDownloads, writeDownloads } from './downloads.ts';
import { writeHostFiles } from './host-files.ts';
import { fileOf, redirectsOf, writeRedirects } from './redirect-pages.ts';
import { onContentChange } from './watch-content.ts';
import { beginOverwriting, removeUnwritten } from './clean-stale-output.ts';
import { writePermalinkRedirects } from './permalink-redirects.ts';
import { codeSplitting } from './vite/code-splitting.ts';
import { stubOrama } from './vite/stub-orama.ts';
import { aliasOnnxRuntime } from './vite/alias-onnx-runtime.ts';
import { preloadModules } from './preload-modules.ts';
import { refreshApart } from './serialize-refresh.ts';
import { serveSearchFiles, writeSearchFiles } from './search-files.ts';
import { problemTeller } from './report-problems.ts';
import { virtualModules } from './vite/virtual-modules.ts';
import { serveWidgetScript, writeWidgetScript } from './widget-script.ts';

/** Milliseconds in which the search is usually built after an edit; what the edit made wrong is told then, at the latest. */
const SOON = 500;

/**
 * Joins the help center with Astro: pages get the site's settings and the names of the index files,
 * a build writes the index beside the pages, and the dev server serves it anew after each edit.
 */
export function signpost(center: HelpCenter): AstroIntegration {
  const state = { center, search: undefined as Promise<SearchBuild> | undefined };
  // Only a server that goes on has a use for what a build leaves behind.
  let incremental: IncrementalBuild | undefined;
  const build = (): Promise<SearchBuild> => {
    const articles = publishedArticles(state.center);
    return incremental ? buildSearch(state.center, articles, terminalProgress(), incremental) : takeSearchWorker(state.center.site).build(state.center, articles);
  };
  const search = (): Promise<SearchBuild> => (state.search ??= build());
  let out = '';
  let began = 0;
  return {
    name: 'signpost',
    hooks: {
      'astro:config:setup': ({ updateConfig, command }) => {
        // What the build before left in the folder is written over; see clean-stale-output.ts.
        updateConfig({ vite: { build: { emptyOutDir: false }, plugins: [virtualModules(state, search, command), stubOrama(), aliasOnnxRuntime(), codeSplitting()] } });
        // Begun at once, so that it is done when the first page asks for it; who asks also hears of its failure.
        if (command === 'build') search().catch(() => {});
      },
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
      },
      'astro:build:start': async () => {
        began = await beginOverwriting(out);
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        const apart = refreshApart(server);
        incremental = new IncrementalBuild();
        server.middlewares.use(serveSearchFiles(() => state.center.site?.base ?? '/', search));
        server.middlewares.use(serveWidgetScript(() => state.center.site));
        server.middlewares.use(serveDownloads(() => state.center));
        const root = contentRoot();
        const tell = problemTeller(server);
        void tell(state.center);
        onContentChange(server.watcher, root, async () => {
          const settings = state.center.site;
          const center = await readHelpCenter(root, { former: state.center });
          // Without settings there is no site; the last good ones stay until they are mended.
          state.center = { ...center, site: center.site ?? settings };
          // Astro's own watcher, which loaders are given, is deaf once the server was restarted; this hook is called again.
          await apart.refresh(async () => refreshContent?.({ context: { center: state.center } satisfies Refresh }));
          // Settings are part of every page and of Astro's own configuration.
          if (JSON.stringify(state.center.site) !== JSON.stringify(settings)) return apart.restart();
          await apart.served();
          const former = state.search;
          const next = build();
          // The former index answers until the new one is ready; a failed one never replaces it.
          const replaced = next.then(() => (state.search = next), () => (state.search = former));
          await Promise.race([replaced, setTimeout(SOON)]);
          await tell(state.center);
          await replaced;
        });
      },
      'astro:build:done': async ({ dir, logger, pages }) => {
        const built = await search();
        const bytes = await writeSearchFiles(dir, built.files);
        logger.info(`search index: ${built.files.size} files, ${(bytes / 1024).toFixed(0)} kB`);
        for (const [locale, report] of Object.entries(built.students)) {
          logger.info(`instant search in ${locale}: learned from ${report.spans} spans, cosine ${report.heldOutCosine.toFixed(2)} to the model on ${report.heldOut} held-out ones`);
          const warning = studentWarning(report, locale);
          if (warning) logger.warn(warning);
        }
        if (state.center.site) await writeHostFiles(dir, state.center.site, built);
        if (state.center.site) await writeWidgetScript(dir, state.center.site);
        // Before files that may stand where a folder was, and the other way round.
        const redirected = redirectsOf(state.center).map((redirect) => fileOf(redirect, state.center.site));
        await removeUnwritten(out, began, [...publishedDownloads(state.center), ...redirected]);
        await writeDownloads(dir, state.center);
        for (const { pathname } of pages) if (/(^|\/)search\/$/.test(pathname)) await preloadModules(dir, `${pathname}index.html`);
        const redirects = await writeRedirects(dir, state.center, began);
        await writePermalinkRedirects(dir, state.center);
        if (redirects > 0) logger.info(`${redirects} old addresses lead to their new pages`);
      },
    },
  };
}
