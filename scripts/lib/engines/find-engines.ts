import { globSync } from 'node:fs';
import { findBrowser, findProgram } from '../browser/find-browser.ts';
import type { Engine, EngineName } from './engine.ts';
import { startPuppeteer } from './puppeteer.ts';
import { startWebKit } from './webkit-driver.ts';

const MINI_BROWSER = '/usr/{lib,libexec}/{*/,}webkit2gtk-4*/MiniBrowser';

/** How to start each engine that this machine has. */
export async function findEngines(): Promise<Map<EngineName, () => Promise<Engine>>> {
  const found = new Map<EngineName, () => Promise<Engine>>();
  const chromium = await findBrowser().catch(() => undefined);
  if (chromium) found.set('chromium', () => startPuppeteer('chromium', chromium));
  const firefox = findProgram(['firefox', 'firefox-esr'], ['/Applications/Firefox.app/Contents/MacOS/firefox']);
  if (firefox) found.set('firefox', () => startPuppeteer('firefox', { path: firefox, env: {} }));
  const driver = findProgram(['WebKitWebDriver']);
  const [browser] = globSync(MINI_BROWSER);
  // Without a display there must be something that makes one.
  const display = process.env.DISPLAY ? undefined : findProgram(['xvfb-run']);
  if (driver && browser && (display || process.env.DISPLAY))
    found.set('webkit', () => startWebKit({ driver, browser, display }));
  return found;
}

/** What to install to have an engine. */
export const REMEDIES: Record<EngineName, string> = {
  chromium: 'Chrome or Chromium, or set CHROMIUM_PATH to one',
  firefox: 'Firefox (Debian: firefox-esr)',
  webkit: 'WebKitGTK’s driver and a display (Debian: webkit2gtk-driver and xvfb)',
};
