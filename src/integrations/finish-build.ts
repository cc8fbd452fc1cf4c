import { fileURLToPath } from 'node:url';
import type { HookParameters } from 'astro';
import { type StudentReport, studentWarning, unavailableWarnings } from '../search/indexer/distil/student.ts';
import { hasFolding } from './content-security-policy.ts';
import type { CurrentContent } from './current-content.ts';
import { writeDownloads } from './downloads.ts';
import { writeHostFiles } from './host-files.ts';
import { writeOwnFiles } from './own-files.ts';
import { preloadModules } from './preload-modules.ts';
import { planRedirects } from './redirect-plan.ts';
import { writeSearchFiles } from './search-files.ts';
import { framesOf, hasVideos, writeVideos } from './video-files.ts';
import { writeWidgetScript } from './widget-script.ts';
import { writeRedirects } from './write-redirects.ts';

type Logger = HookParameters<'astro:build:done'>['logger'];

/** Writes beside Astro's pages everything else that the site consists of. */
export async function finishBuild(
  content: CurrentContent,
  { dir, logger, pages }: Pick<HookParameters<'astro:build:done'>, 'dir' | 'logger' | 'pages'>,
): Promise<void> {
  const { center } = content;
  const search = await content.search();
  const bytes = await writeSearchFiles(dir, search.files);
  logger.info(`search index: ${search.files.size} files, ${(bytes / 1024).toFixed(0)} kB`);
  for (const [locale, report] of Object.entries(search.students)) logStudent(report, locale, logger);
  for (const warning of unavailableWarnings(search.unavailable)) logger.warn(warning);
  if (center.site) {
    const { notices, site } = center;
    const frames = await framesOf(fileURLToPath(dir), center, pages);
    const shown = { videos: hasVideos(center), folding: hasFolding(center) };
    await writeHostFiles(dir, { ...site, ...shown, notices, frames }, search);
  }
  if (center.site) await writeWidgetScript(dir, center.site, center.strings);
  await writeDownloads(dir, center);
  await writeOwnFiles(dir, center);
  await writeVideos(fileURLToPath(dir), center);
  for (const { pathname } of pages)
    if (/(^|\/)search\/$/.test(pathname)) await preloadModules(dir, `${pathname}index.html`);
  const plan = planRedirects(center);
  await writeRedirects(fileURLToPath(dir), center, plan);
  if (plan.oldAddressCount > 0) logger.info(`${plan.oldAddressCount} old addresses lead to their new pages`);
}

function logStudent(report: StudentReport, locale: string, logger: Logger): void {
  logger.info(
    `instant search in ${locale}: learned from ${report.spans} spans, cosine ${report.heldOutCosine.toFixed(2)} to the model on ${report.heldOut} held-out ones`,
  );
  const warning = studentWarning(report, locale);
  if (warning) logger.warn(warning);
}
