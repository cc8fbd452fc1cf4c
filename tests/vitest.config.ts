import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages as a build has them: unified's copies for development check each step of their parsers, and take their time. */
const ssr = { resolve: { conditions: ['node'] } };

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
        ssr,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        root,
        ssr,
        test: {
          name: 'site',
          isolate: false,
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/support/setup.ts'],
          testTimeout: 20_000,
        },
      },
      {
        root,
        ssr,
        test: {
          name: 'browser',
          isolate: false,
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: 3,
        },
      },
      // Not part of `npm test`: `npm run engines` runs it in each engine that is installed.
      {
        root,
        ssr,
        test: {
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
        ssr,
        test: {
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
