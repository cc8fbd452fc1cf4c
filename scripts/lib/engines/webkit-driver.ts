import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { type Engine, type EnginePage, findMarked, mark } from './engine.ts';

/** WebKitGTK's driver, its small browser, and what gives both a display. */
export interface WebKitPrograms {
  driver: string;
  browser: string;
  display: string | undefined;
}

/** Starts WebKit's driver; each visit is a session of its own, which keeps nothing. */
export async function startWebKit({ driver, browser, display }: WebKitPrograms): Promise<Engine> {
  const port = await freePort();
  const command = [...(display ? [display, '--auto-servernum'] : []), driver, `--port=${port}`];
  // A group of its own, since the display's server outlives the program that starts it.
  const child = spawn(command[0]!, command.slice(1), { stdio: 'ignore', detached: true });
  const server = `http://127.0.0.1:${port}`;
  await listening(server, child);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  const open = () => new Builder().usingServer(server).withCapabilities(capabilities).build();
  const probe = await open();
  const version = String((await probe.getCapabilities()).get('browserVersion'));
  await probe.quit();
  return {
    name: 'webkit',
    version: `WebKitGTK ${version}`,
    visit: async () => {
      const session = await open();
      // A script asked for while a page gives way to the next may never be answered: it is asked again.
      await session.manage().setTimeouts({ script: 5000 });
      await session.manage().window().setRect({ width: 1280, height: 800 });
      // This protocol does not give access to the console.
      return { page: pageOf(session, []), problems: [], leave: () => session.quit() };
    },
    close: async () => {
      if (child.exitCode !== null) return;
      process.kill(-child.pid!);
      await once(child, 'exit');
    },
  };
}

/** @param frames Marks of the frames that the page lies in, from the outermost. */
function pageOf(driver: WebDriver, frames: readonly string[]): EnginePage {
  const find = (marked: string) => driver.executeScript<WebElement>(`return (${findMarked})(arguments[0])`, marked);
  const within = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    await driver.switchTo().defaultContent();
    for (const frame of frames) await driver.switchTo().frame(await find(frame));
    return act();
  };
  const self: EnginePage = {
    open: (url) => within(() => driver.get(url)),
    evaluate: (run, ...args) => within(() => driver.executeScript(`return (${run}).apply(null, arguments)`, ...args)),
    click: async (selector) => {
      const marked = await mark(self, selector);
      await within(async () => (await find(marked)).click());
    },
    type: async (selector, text) => {
      const marked = await mark(self, selector);
      await within(async () => {
        const element = await find(marked);
        if (frames.length === 0) return element.sendKeys(text);
        // In a frame of another origin WebKit gives the focus to whoever clicks, not to a script, the driver's included.
        return driver.actions().move({ origin: element }).click().sendKeys(text).perform();
      });
    },
    press: (key, { control = false } = {}) =>
      within(async () => {
        const code = KEYS[key] ?? key;
        const actions = driver.actions();
        if (control) actions.keyDown(Key.CONTROL);
        actions.sendKeys(code);
        if (control) actions.keyUp(Key.CONTROL);
        await actions.perform();
      }),
    frame: async (selector) => pageOf(driver, [...frames, await mark(self, selector)]),
  };
  return self;
}

const KEYS: Record<string, string> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
};

async function listening(server: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${server}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${child.spawnfile} did not start. Run it by hand to see why.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
