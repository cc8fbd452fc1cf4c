import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** Starts the browser for one program, with further command-line switches when it needs them. */
export async function launchBrowser(switches: string[] = []): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    // Chromium refuses its sandbox to root, as which containers run; only our own pages are opened.
    chromiumSandbox: false,
    args: ['--disable-background-networking', '--disable-component-update', '--font-render-hinting=none', ...switches],
  });
}
