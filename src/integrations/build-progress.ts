import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HookParameters } from 'astro';
import { cacheFolder } from '../cache/cache-folder.ts';
import { collectGarbage } from '../cache/collect-garbage.ts';
import { type PlannedStep, type PlanProgress, planProgress } from '../terminal/plan.ts';
import { type ProgressSink, silentProgress } from '../terminal/progress.ts';
import { releaseContentFolder } from './content-folder.ts';

/** The search is built beside everything that pages need before they can be rendered. */
type Lane = 'search' | 'pages' | 'site';
type Step = Omit<PlannedStep, 'lane'> & { lane: Lane };

export const STEPS = {
  read: 'Reading and checking the content',
  convert: 'Converting the articles',
  bundle: 'Bundling scripts and styles',
  render: 'Rendering pages',
  pictures: 'Fitting pictures',
  write: 'Writing search, redirects and headers',
} as const;

/** Seconds that the steps take on two cores, from what was measured on the sample site; corrected while they run. */
function stepsOf(articles: number, cold: boolean): Step[] {
  const search: Step[] = [
    { title: 'Preparing the model', lane: 'search', seconds: 2, kept: true },
    { title: 'Shrinking the model', lane: 'search', seconds: 3, kept: true },
    { title: 'Compressing the runtime', lane: 'search', seconds: 2, kept: true },
    { title: 'Embedding sections', lane: 'search', seconds: 0.22 * articles, kept: true },
    { title: 'Learning the words', lane: 'search', seconds: 0, kept: true },
    { title: 'Teaching the student', lane: 'search', seconds: 15, kept: true },
    { title: 'Fitting the student', lane: 'search', seconds: 3, kept: true },
    { title: 'Writing the index', lane: 'search', seconds: 1 + 0.01 * articles, kept: true },
  ];
  return [
    // What the cache has is not done again, and what it lacks is known only when it is looked for.
    ...search.map((step) => (cold ? step : { ...step, seconds: 0 })),
    { title: STEPS.read, lane: 'pages', seconds: 0.5 + 0.01 * articles },
    { title: STEPS.convert, lane: 'pages', seconds: 1 + 0.03 * articles },
    { title: STEPS.bundle, lane: 'pages', seconds: 4 },
    { title: STEPS.render, lane: 'site', seconds: 0.5 + 0.04 * articles },
    { title: STEPS.pictures, lane: 'site', seconds: 0, kept: true },
    { title: STEPS.write, lane: 'site', seconds: 1 },
  ];
}

let shown: PlanProgress | undefined;

/** Shows the progress of a build of about so many articles, until `endBuildProgress`. */
export function beginBuildProgress(articles: number): void {
  shown = planProgress(stepsOf(articles, !existsSync(join(cacheFolder(), 'embeddings'))), 'site');
}

/** Where a lane's steps are told; nobody looks where no build was announced. */
export function buildProgress(lane: Lane): ProgressSink {
  return shown?.lane(lane) ?? silentProgress;
}

/** Nothing of the search is to come any more. */
export function endSearchProgress(): void {
  shown?.endLane('search');
}

export function endBuildProgress(): void {
  shown?.end();
  shown = undefined;
}

/** The phases of Astro's build, told by its hooks. */
export function astroProgress() {
  const pages = buildProgress('pages');
  const site = buildProgress('site');
  return {
    converting: () => pages.start(STEPS.convert, 1),
    bundling({ setPrerenderer }: Pick<HookParameters<'astro:build:start'>, 'setPrerenderer'>) {
      pages.stop();
      pages.start(STEPS.bundle, 1);
      setPrerenderer((usual) => ({
        ...usual,
        // Loads the pages, which wait for the search.
        setup: async () => {
          pages.stop();
          // The search needs the memory meanwhile.
          collectGarbage();
          await usual.setup?.();
        },
        getStaticPaths: async () => {
          await releaseContentFolder();
          const paths = await usual.getStaticPaths();
          site.start(STEPS.render, paths.length);
          return paths;
        },
        render: async (...of) => {
          const page = await usual.render(...of);
          site.advance(1);
          return page;
        },
        teardown: async () => {
          await usual.teardown?.();
          site.stop();
          site.start(STEPS.pictures, 1);
        },
      }));
    },
    writing() {
      site.stop();
      site.start(STEPS.write, 1);
    },
    done: () => site.stop(),
  };
}
