import puppeteer, { type Browser, type ElementHandle, type Frame, type KeyInput, type Page } from 'puppeteer-core';
import type { BrowserProgram } from '../browser/unpack-browser.ts';
import { type Engine, type EngineName, type EnginePage, findMarked, mark } from './engine.ts';

/** Starts Chromium or Firefox; both speak WebDriver BiDi. */
export async function startPuppeteer(name: Exclude<EngineName, 'webkit'>, program: BrowserProgram): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    protocol: 'webDriverBiDi',
    executablePath: program.path,
    env: { ...process.env, ...program.env },
    // Chromium refuses its sandbox to root, as which containers run; only our own pages are opened.
    args: name === 'chromium' ? ['--no-sandbox', '--disable-background-networking'] : [],
  });
  return {
    name,
    version: await browser.version(),
    visit: () => visit(browser, name),
    close: () => browser.close(),
  };
}

async function visit(browser: Browser, name: EngineName): ReturnType<Engine['visit']> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const problems: string[] = [];
  page.on('pageerror', (error) =>
    problems.push(`exception: ${error instanceof Error ? error.message : String(error)}`),
  );
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  const inPage = pageOf(page, page);
  const open = async (url: string): Promise<void> => {
    // Without a window Chromium asks nobody and refuses; the other engines let a key press write.
    if (name === 'chromium') await context.overridePermissions(new URL(url).origin, ['clipboard-write']);
    await inPage.open(url);
  };
  return { page: { ...inPage, open }, problems, leave: () => context.close() };
}

function pageOf(page: Page, frame: Page | Frame): EnginePage {
  const find = async (selector: string) =>
    (await frame.evaluateHandle(
      `(${findMarked})(${JSON.stringify(await mark(self, selector))})`,
    )) as ElementHandle<Element>;
  const self: EnginePage = {
    open: async (url) => {
      await frame.goto(url, { waitUntil: 'load' });
    },
    // As text, since the two types of a function that runs in a page disagree about its arguments.
    evaluate: (run, ...args) => frame.evaluate(`(${run}).apply(null, ${JSON.stringify(args)})`) as Promise<never>,
    click: async (selector) => (await find(selector)).click(),
    type: async (selector, text) => (await find(selector)).type(text),
    press: async (key, { control = false } = {}) => {
      if (control) await page.keyboard.down('Control');
      await page.keyboard.press(key as KeyInput);
      if (control) await page.keyboard.up('Control');
    },
    frame: async (selector) => {
      const content = await (await find(selector)).contentFrame();
      if (!content) throw new Error(`${selector} is no frame.`);
      return pageOf(page, content);
    },
  };
  return self;
}
