import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { transformedFolder } from '../scripts/lib/test/kept-code.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Packages as a build has them: unified's copies for development check each step of their parsers, and take their time.
 * Vite adds the condition that chooses those copies to whatever a configuration names, so it is taken out afterwards.
 */
const plugins: Plugin[] = [
  {
    name: 'no-development-copies',
    configResolved({ environments }) {
      for (const { resolve } of Object.values(environments)) resolve.conditions.splice(0, Infinity, 'node');
    },
  },
];

/** What a file is turned into before it runs is kept for the next run; what is printed has no colours, as in a pipe. */
const kept = { fsModuleCache: true, fsModuleCachePath: transformedFolder(), env: { NO_COLOR: '1' } };

/**
 * Megabytes for what is made and forgotten at once, of which tests make much. In the room that Node gives it, it is copied so often
 * that a tenth of all work goes into it.
 */
const ROOM_FOR_THE_YOUNG = ['--max-semi-space-size=64'];

/**
 * One project a kind of test. Files of a worker share the modules they load: to load them takes longer than most tests.
 * A file that stubs something takes it back.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins,
        test: {
          ...kept,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
          // Other steps go first, which is slow, not wrong.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
          execArgv: ROOM_FOR_THE_YOUNG,
        },
      },
      // One at a time: Astro has one folder in the project for what all its processes write about content.
      {
        root,
        plugins,
        test: {
          ...kept,
          name: 'builds',
          isolate: false,
          include: ['tests/builds/**/*.test.ts'],
          testTimeout: 20_000,
          maxWorkers: 1,
        },
      },
      {
        root,
        plugins,
        test: {
          ...kept,
          name: 'site',
          isolate: false,
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/support/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins,
        test: {
          ...kept,
          name: 'browser',
          isolate: false,
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // What waits for a state waits as long as a busy machine takes, and no longer than it must.
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 3,
        },
      },
      // Not part of `npm test`: `npm run engines` runs it in each engine that is installed.
      {
        root,
        plugins,
        test: {
          ...kept,
          name: 'engines',
          include: ['tests/engines/**/*.test.ts'],
          globalSetup: ['tests/engines/support/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      // Its files ask for the same indexes, which are made once for all of them.
      {
        root,
        plugins,
        test: {
          ...kept,
          name: 'relevance',
          isolate: false,
          maxWorkers: 1,
          include: ['tests/relevance/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
