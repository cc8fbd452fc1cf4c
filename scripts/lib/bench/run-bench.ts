import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import type { Browser } from 'playwright-core';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { launchBrowser } from '../browser/launch.ts';
import { benchLocales } from './bench-locales.ts';
import { measureAccessibility } from './measure-accessibility.ts';
import { measureBuilds } from './measure-builds.ts';
import { measureBytes } from './measure-bytes.ts';
import { measureCheck } from './measure-check.ts';
import { measureContradictions } from './measure-contradictions.ts';
import { measureDeep } from './measure-deep.ts';
import { measureDesks } from './measure-desks.ts';
import { measureDev } from './measure-dev.ts';
import { measureFirstMinute } from './measure-first-minute.ts';
import { measureImport } from './measure-import.ts';
import { measureInsights } from './measure-insights.ts';
import { measureKeys } from './measure-keys.ts';
import { measureLanguages } from './measure-languages.ts';
import { measureMcp } from './measure-mcp.ts';
import { measureScale } from './measure-scale.ts';
import { measureSupport } from './measure-support.ts';
import { measureTitles } from './measure-titles.ts';
import { measureTopics } from './measure-topics.ts';
import type { Row } from './row.ts';
import { runBuild } from './run-command.ts';
import { servePreview } from './start-server.ts';

export interface BenchResult {
  rows: Row[];
  /** What could not be measured, and why; the other figures are not affected. */
  failures: string[];
}

/** What can be measured, in the order in which it is. */
export const groups = [
  'check',
  'contradictions',
  'import',
  'mcp',
  'build',
  'dev',
  'bytes',
  'speed',
  'support',
  'deep',
  'lighthouse',
  'axe',
] as const;
/** What is measured only when named, because it needs data of its own or takes long. */
export const whenNamed = ['insights', 'topics', 'titles', 'languages', 'first-minute', 'scale'] as const;
/** Those that need no built site. */
const withoutSite: string[] = ['check', 'contradictions', 'import', 'mcp', 'dev', ...whenNamed];

export interface BenchOptions {
  /** Events that the group `insights` makes up. */
  events: number;
  /** Folders of retrieval sets for the groups `topics` and `languages`; see measure-topics.ts and measure-languages.ts. */
  sets: string[];
  /** What the groups `first-minute` and `scale` leave out. */
  skip: string[];
  /** Articles that the group `scale` grows the content to, ascending. */
  sizes: number[];
  /** Where the group `scale` keeps what it makes for the next time; a folder that is removed when left out. */
  workspace?: string | undefined;
}

/**
 * Measures a content folder. Without `build` among the groups the site is built once, with the project's own cache.
 * @throws Error for an unknown group, or when the content does not build.
 */
export async function runBench(
  content: string,
  wanted: string[],
  { events, sets, skip, sizes, workspace: kept }: BenchOptions,
): Promise<BenchResult> {
  const all: string[] = [...groups, ...whenNamed];
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`--only ${unknown.join(', ')}: no such measurement. Choose from ${all.join(', ')}.`);
  const root = resolve(content);
  const workspace = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const cache = wanted.includes('build') ? join(workspace, 'cache') : cacheFolder();
  const rows: Row[] = [];
  const failures: string[] = [];
  const step = async (name: string, measure: () => Promise<Row[]>) => {
    if (!wanted.includes(name)) return;
    process.stderr.write(pc.dim(`measuring: ${name}\n`));
    try {
      rows.push(...(await measure()));
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message}`);
    }
  };
  try {
    await step('insights', () => measureInsights(workspace, events));
    await step('topics', () => measureTopics(workspace, sets));
    await step('titles', () => measureTitles(root));
    await step('languages', () => measureLanguages(sets));
    await step('first-minute', () => measureFirstMinute(root, workspace, skip, rows));
    await step('scale', async () => {
      await measureScale(root, kept ? resolve(kept) : workspace, { sizes, skip, keeps: kept !== undefined }, rows);
      return [];
    });
    await step('check', () => measureCheck(workspace));
    await step('contradictions', () => measureContradictions(root, workspace));
    await step('import', () => measureImport(workspace));
    await step('mcp', () => measureMcp(root, cacheFolder()));
    const out = join(workspace, 'dist');
    await step('build', () => measureBuilds(root, workspace));
    await step('dev', () => measureDev(root, workspace, cache));
    if (wanted.every((name) => withoutSite.includes(name))) return { rows, failures };

    if (!wanted.includes('build')) await runBuild(root, out, cache);

    const locales = await benchLocales(root, out);
    const [{ locale, pages, queries }] = locales;
    const center = await readHelpCenter(root);
    const server = await servePreview(root, out);
    try {
      await step('bytes', () => inBrowser((browser) => measureBytes(browser, server.url, locales)));
      await step('speed', () => inBrowser((browser) => measureKeys(browser, server.url, locales)));
      await step('support', () => inBrowser((browser) => measureSupport(browser, server.url, locale, queries)));
      await step('support', () => inBrowser((browser) => measureDesks(browser, server.url, center, queries)));
      await step('deep', () => inBrowser((browser) => measureDeep(browser, server.url, pages, queries)));
      await step('axe', () => inBrowser((browser) => measureAccessibility(browser, server.url, pages)));
      await step('lighthouse', async () => {
        // Lighthouse takes longer to load than all the rest.
        const { measureLighthouse } = await import('./measure-lighthouse.ts');
        return measureLighthouse(server.url, pages, queries[0] ?? 'help');
      });
    } finally {
      await server.close();
    }
    return { rows, failures };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** A browser for one group: what a measurement that failed left open would slow the next one down. */
async function inBrowser(measure: (browser: Browser) => Promise<Row[]>): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}
