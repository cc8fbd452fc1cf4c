import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { protocolSession } from '../../../scripts/lib/browser/protocol-session.ts';

/** What leaves a trace in a page, or in its context, that nothing takes back for sure. */
const LASTING = {
  page: [
    'addInitScript',
    'addLocatorHandler',
    'clock',
    'exposeBinding',
    'exposeFunction',
    'routeFromHAR',
    'routeWebSocket',
    'setExtraHTTPHeaders',
  ] satisfies (keyof Page)[],
  context: [
    'addInitScript',
    'clock',
    'exposeBinding',
    'exposeFunction',
    'grantPermissions',
    'newCDPSession',
    'route',
    'routeFromHAR',
    'routeWebSocket',
    'setExtraHTTPHeaders',
    'setGeolocation',
    'setOffline',
  ] satisfies (keyof BrowserContext)[],
};

/** Pages of a worker that wait for a visitor: each has a process with some fifty megabytes. */
const MOST_KEPT = 4;

interface KeptPage {
  page: Page;
  session: CDPSession;
  /** What of the device its context was made with, and so can no longer be changed. */
  device: BrowserContextOptions;
  /** What of LASTING was used. */
  used: Set<string>;
}

const kept: KeptPage[] = [];

/** A page as a visitor finds it who has been here before and left nothing but files in the browser's cache. */
export interface LentPage {
  page: Page;
  emptyCache(): Promise<void>;
  /** Begins the visit: what was done to the page so far will be taken back by whoever did it. */
  begin(): void;
  /** Ends the visit. */
  giveBack(): Promise<void>;
}

/**
 * Lends a page for a visit. To start a process for a page and to compile the site's scripts in it takes longer than all
 * else of most visits, so pages are used again. One is closed after a visit that did to it what cannot be taken back, or
 * that ended on another site.
 * @param site Address of the site that is visited, base path included.
 */
export async function lendPage(browser: Browser, device: BrowserContextOptions, site: string): Promise<LentPage> {
  const { viewport, colorScheme = 'light', reducedMotion = 'reduce', forcedColors = 'none', ...made } = device;
  const lent = takeKept(made) ?? (await openPage(browser, made));
  const { page, session, used } = lent;
  await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors });
  return {
    page,
    emptyCache: () => session.send('Network.clearBrowserCache').then(() => {}),
    begin: () => used.clear(),
    giveBack: async () => {
      if (used.size > 0 || !(await clear(lent, site))) return page.context().close();
      kept.push(lent);
      if (kept.length > MOST_KEPT) await kept.shift()?.page.context().close();
    },
  };
}

function takeKept(device: BrowserContextOptions): KeptPage | undefined {
  const place = kept.findLastIndex((one) => isDeepStrictEqual(one.device, device));
  return place < 0 ? undefined : kept.splice(place, 1)[0];
}

async function openPage(browser: Browser, device: BrowserContextOptions): Promise<KeptPage> {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  const session = await protocolSession(page);
  const used = new Set<string>();
  for (const name of LASTING.page) noteUse(page, name, used);
  for (const name of LASTING.context) noteUse(context, name, used);
  return { page, session, device, used };
}

function noteUse<Owner extends object>(owner: Owner, name: keyof Owner & string, used: Set<string>): void {
  const value = owner[name];
  Object.defineProperty(owner, name, {
    get: () => {
      used.add(name);
      return value;
    },
  });
}

/** Takes back what a visit left; says whether nothing of it is left for sure. */
async function clear({ page, session }: KeptPage, site: string): Promise<boolean> {
  const { origin } = new URL(site);
  if (page.isClosed() || new URL(page.url()).origin !== origin) return false;
  for (const other of page.context().pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.mouse.move(-1, -1);
  // The page is left first, for it may write down something then; this file of the site runs nothing.
  await page.goto(new URL('robots.txt', site).href);
  await page.evaluate(() => {
    sessionStorage.clear();
    window.name = '';
  });
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.send('Page.resetNavigationHistory');
  return true;
}
