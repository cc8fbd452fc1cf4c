import { setTimeout } from 'node:timers/promises';
import type { ViteDevServer } from 'vite';

/** Milliseconds a change waits for requests under way; a browser that does not fetch its answer must not hold it up. */
const PATIENCE = 2_000;
/** Milliseconds in which a browser that is told to reload has asked for its page. */
const RELOAD = 50;

/** Changes what pages are made of while no page is made. */
export interface SerializedRefresh {
  refresh(change: () => Promise<void>): Promise<void>;
  /** Resolves when the pages that were asked for right after a change are there: who reloads waits for nothing else. */
  served(): Promise<void>;
  /** Ends with another server in the place of this one. */
  restart(): Promise<void>;
}

/**
 * Keeps changes and requests apart. A page that is rendered while content changes has Astro and Vite remember what they
 * read before, and every later page shows it until the next edit; one that is rendered during a restart fails. Requests
 * that come meanwhile wait and get what is new.
 */
export function serializeRefresh(server: ViteDevServer): SerializedRefresh {
  const underWay = new Set<Promise<void>>();
  let changing: Promise<void> | undefined;
  let replaced = false;
  server.middlewares.use(async (request, response, next) => {
    while (changing) await changing;
    if (replaced) return void response.writeHead(307, { Location: request.originalUrl ?? '/' }).end();
    const ended = new Promise<void>((resolve) => response.once('close', resolve));
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    next();
  });
  const idle = async (): Promise<void> => void (await Promise.race([Promise.all(underWay), setTimeout(PATIENCE)]));
  const refresh: SerializedRefresh['refresh'] = async (change) => {
    const changed = idle().then(change);
    changing = changed.catch(() => {}).finally(() => (changing = undefined));
    await changed;
  };
  const served = () => setTimeout(RELOAD).then(idle);
  const restart = () => {
    replaced = true;
    return refresh(() => server.restart());
  };
  return { refresh, served, restart };
}
