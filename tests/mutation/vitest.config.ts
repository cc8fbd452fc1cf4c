import { defineConfig } from 'vitest/config';

/** The unit tests that StrykerJS runs against changed code: those of what it changes, and no others, for speed. */
export default defineConfig({
  test: {
    include: [
      'tests/unit/search/core/**/*.test.ts',
      'tests/unit/contact/**/*.test.ts',
      'tests/unit/components/contact/**/*.test.ts',
    ],
    testTimeout: 60_000,
  },
});
