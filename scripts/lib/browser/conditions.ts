import type { CDPSession, Disposable, Frame, Page } from 'playwright-core';
import { memoize } from '../../../src/cache/memoize.ts';

/** A connection as Chromium's network emulation takes it. */
export interface Connection {
  /** Milliseconds added to each round trip. */
  latency: number;
  /** Kilobits per second, both ways. */
  kbps: number;
}

/** What a phone gets on a middling mobile network (Lighthouse's "slow 4G"). */
export const slow4g: Connection = { latency: 150, kbps: 1638 };

/** One session a page: an emulation holds as long as the session that set it, whatever another one says. */
const sessionOf = memoize((page: Page) => page.context().newCDPSession(page));

/** Slows the page's connection down; `undefined` takes the emulation off. */
export async function throttleNetwork(page: Page, connection: Connection | undefined): Promise<void> {
  await throttle(await sessionOf(page), connection);
}

/**
 * Slows the connection of a frame of another site down. It has a process of its own, except in browsers that keep the
 * frames of a page together: there the page's line is the frame's.
 */
export async function throttleFrame(frame: Frame, connection: Connection): Promise<void> {
  const own = await frame
    .page()
    .context()
    .newCDPSession(frame)
    .catch(() => undefined);
  await (own ? throttle(own, connection) : throttleNetwork(frame.page(), connection));
}

async function throttle(session: CDPSession, connection: Connection | undefined): Promise<void> {
  await session.send('Network.enable');
  const bytesPerSecond = connection ? (connection.kbps * 1000) / 8 : -1;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: connection?.latency ?? 0,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

/** Makes the main thread `factor` times slower than the machine. */
export async function slowCpu(page: Page, factor: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor });
}

/** What navigator.connection tells the page about the line, on every page opened from now on. */
export interface ReportedConnection {
  saveData?: boolean;
  effectiveType?: 'slow-2g' | '2g' | '3g' | '4g';
  /** GiB, as navigator.deviceMemory says. */
  deviceMemory?: number;
}

/** Emulates Save-Data, a slow network type or little memory, which Chromium has no switch for, until disposed of. */
export async function reportConnection(page: Page, reported: ReportedConnection): Promise<Disposable> {
  const { deviceMemory, ...connection } = reported;
  return page.addInitScript(
    ([connectionFields, memory]) => {
      const fixed = Object.assign(
        new EventTarget(),
        { saveData: false, effectiveType: '4g', downlink: 10, rtt: 50 },
        connectionFields,
      );
      Object.defineProperty(Navigator.prototype, 'connection', { configurable: true, get: () => fixed });
      if (memory !== undefined)
        Object.defineProperty(Navigator.prototype, 'deviceMemory', { configurable: true, get: () => memory });
    },
    [connection, deviceMemory] as const,
  );
}
