import { setTimeout } from 'node:timers/promises';
import type { HookParameters } from 'astro';
import { contentRoot } from '../content/content-root.ts';
import { readHelpCenter } from '../content/read-help-center.ts';
import { exampleQuestions } from '../schemas/queries.ts';
import type { CurrentContent } from './current-content.ts';
import { serveDownloads } from './downloads.ts';
import type { LiveSearch } from './live-search.ts';
import type { Refresh } from './loaders/loaders.ts';
import { serveOldAddresses } from './old-address-server.ts';
import { refreshSheet, serveOwnFiles } from './own-files.ts';
import { problemReporter } from './report-problems.ts';
import { serveSearchFiles } from './search-files.ts';
import { serializeRefresh } from './serialize-refresh.ts';
import { serveVideos } from './video-files.ts';
import { slotFiles } from './vite/slots.ts';
import { watchContent } from './watch-content.ts';
import { serveWidgetScript } from './widget-script.ts';

/** Milliseconds in which the search is usually built after an edit; problems of the edit are reported then, at the latest. */
const SOON = 500;

/**
 * Serves what a build would write beside the pages, and after each edit reads the content, reports problems and
 * builds the search anew. Pages do not wait for the search.
 */
export function serveWhileWriting(
  content: CurrentContent,
  search: LiveSearch,
  { server, refreshContent }: Pick<HookParameters<'astro:server:setup'>, 'server' | 'refreshContent'>,
): void {
  const serialized = serializeRefresh(server);
  server.middlewares.use(serveSearchFiles(content));
  server.middlewares.use(serveWidgetScript(() => content.center));
  server.middlewares.use(serveDownloads(() => content.center));
  server.middlewares.use(serveOwnFiles(() => content.center));
  server.middlewares.use(serveVideos(() => content.center));
  server.middlewares.use(serveOldAddresses(() => content.center));
  const root = contentRoot();
  const report = problemReporter(server);
  content.live = search;
  void search.update(content.center);
  void report(content.center);
  watchContent(server.watcher, root, async () => {
    const { site: settings, notices, strings, theme } = content.center;
    const examples = exampleQuestions(content.center.queries);
    const components = slotFiles(content.center);
    const center = await readHelpCenter(root, { former: content.center });
    // Without settings there is no site; the last valid ones stay until they are mended.
    content.center = { ...center, site: center.site ?? settings };
    // Settings, notices, interface texts, example questions and the owner's components are part of every page, settings also of Astro's own configuration.
    const { site, notices: told, strings: texts } = content.center;
    const isOther =
      JSON.stringify([site, told, texts, exampleQuestions(content.center.queries), slotFiles(content.center)]) !==
      JSON.stringify([settings, notices, strings, examples, components]);
    // Every page names the owner's sheet, once there is one.
    const restarts = isOther || (theme === undefined) !== (content.center.theme === undefined);
    // In a process of its own, which gives way to the pages; another server begins with a search of its own.
    const rebuilt = restarts ? undefined : search.update(content.center);
    // Astro's own watcher, which loaders are given, stops reporting changes once the server was restarted; this hook is called again.
    await serialized.refresh(async () => refreshContent?.({ context: { center: content.center } satisfies Refresh }));
    if (restarts) return serialized.restart();
    if (JSON.stringify(content.center.theme) !== JSON.stringify(theme)) refreshSheet(server, content.center);
    await serialized.served();
    await Promise.race([rebuilt, setTimeout(SOON)]);
    await report(content.center);
    await rebuilt;
  });
}
