import type { Page, Request } from 'playwright-core';

/** One response as it travelled. */
interface Transfer {
  url: string;
  /** Bytes on the wire: headers and compressed body; 0 when the browser's cache answered. */
  bytes: number;
  /** Milliseconds since the recording began, at the end of the response. */
  at: number;
}

/** Records what a page and its workers transfer from now on. */
export interface Recording {
  /** Finished responses so far, in order of arrival. */
  transfers(): Promise<Transfer[]>;
  /** Sum of their bytes. */
  bytes(): Promise<number>;
  /** Forgets what was recorded so far. */
  clear(): void;
}

export function recordTransfers(page: Page): Recording {
  let finished: { request: Request; at: number }[] = [];
  const start = performance.now();
  page.on('requestfinished', (request) => finished.push({ request, at: performance.now() - start }));
  const transfers = async () => {
    const measured = await Promise.all(finished.map(({ request, at }) => measure(request, at)));
    return measured.filter((transfer) => transfer !== undefined);
  };
  return {
    transfers,
    bytes: async () => (await transfers()).reduce((sum, { bytes }) => sum + bytes, 0),
    clear: () => {
      finished = [];
    },
  };
}

async function measure(request: Request, at: number): Promise<Transfer | undefined> {
  if (!request.url().startsWith('http')) return undefined;
  const response = await request.response();
  if (!response || (await fromCache(request))) return { url: request.url(), bytes: 0, at };
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return { url: request.url(), bytes: responseBodySize + responseHeadersSize, at };
}

/** A response from the browser's cache has no time at which it was sent for over a connection. */
async function fromCache(request: Request): Promise<boolean> {
  const timing = request.timing();
  return timing.requestStart < 0 && timing.responseStart < 0;
}
