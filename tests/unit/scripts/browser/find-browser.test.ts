import { expect, test } from 'vitest';
import { findBrowser } from '../../../../scripts/lib/browser/find-browser.ts';

test('the browser named in CHROMIUM_PATH is the one used', async () => {
  expect(await findBrowser({ CHROMIUM_PATH: process.execPath })).toEqual({ path: process.execPath, env: {} });
});

test('a CHROMIUM_PATH that names no program is an error that says what to do', async () => {
  await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chrome' })).rejects.toThrow(
    'CHROMIUM_PATH names /nowhere/chrome, which is not a program. Correct it, or unset it to use the browser from npm.',
  );
});
