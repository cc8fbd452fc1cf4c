import type { ViteDevServer } from 'vite';

/**
 * Keeps pages that were under way while content changed from being remembered. Astro forgets the entries of a route
 * when content changes, but a page asked for before, which ends after, has it remember the former entries, and every
 * later page shows them until the next edit. Returns a function to call when content has changed.
 */
export function forgetPagesUnderWay(server: ViteDevServer): () => void {
  const open = new Set<Promise<void>>();
  server.middlewares.use((_, response, next) => {
    const ended = new Promise<void>((resolve) => response.once('close', resolve));
    open.add(ended);
    void ended.then(() => open.delete(ended));
    next();
  });
  return () => {
    const stale = [...open];
    if (stale.length === 0) return;
    void Promise.all(stale).then(() => {
      for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
      server.environments['client']?.hot.send({ type: 'full-reload', path: '*' });
    });
  };
}
