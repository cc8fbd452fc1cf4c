import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

async function options(extra: string[] = []): Promise<LaunchOptions> {
  const { path, env } = await findBrowser();
  return {
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    // Chromium refuses its sandbox to root, as which containers run; only our own pages are opened.
    chromiumSandbox: false,
    args: ['--disable-background-networking', '--disable-component-update', '--font-render-hinting=none', ...extra],
  };
}

/** Starts the browser for one program, with further command-line switches when it needs them. */
export async function launchBrowser(switches: string[] = []): Promise<Browser> {
  return chromium.launch(await options(switches));
}

/** Starts the browser for several processes, which connect to its `wsEndpoint()`. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer(await options());
}
