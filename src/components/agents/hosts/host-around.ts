import type { Host } from './host.ts';

/** So many messages are kept until there is somebody to read them. */
const KEPT = 20;

/**
 * The help desk around the page; undefined where there is none that it may listen to. What speaks with help desks is loaded
 * in a frame only, and meanwhile what the page around says is kept: Chatwoot speaks as soon as the page is there.
 * @param origins Of site.yaml: who may frame the page and is listened to.
 */
export async function hostAround(origins: readonly string[]): Promise<Host | undefined> {
  if (parent === window || origins.length === 0) return undefined;
  const early: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => {
    if (event.source === parent && early.push(event) > KEPT) early.shift();
  };
  addEventListener('message', keep);
  const { connectHost } = await import('./connect-host.ts');
  removeEventListener('message', keep);
  return connectHost(origins, early);
}
