import { type DeepStatus, DeepTier } from '../../search/browser/deep/deep-tier.ts';
import { decideDeepTier, readEnvironment } from '../../search/browser/deep-policy.ts';
import type { SearchSession } from '../../search/browser/session.ts';
import type { BoxConfig } from './config.ts';

/** How the deep tier is offered and its state shown; without it the deep tier is never offered, only loaded where no consent is needed. */
export interface DeepTierNotice {
  /** Shows the offer with the size in bytes; `accept` begins the download. */
  offer(bytes: number, accept: () => void): void;
  /** Shows how far the download is. */
  showStatus(status: DeepStatus): void;
}

/**
 * Lets the transformer rank the session's questions too, once it is loaded: in its worker, after the page has come
 * to rest and the question asked meanwhile has its answer, and only where the site's setting and the visitor's connection
 * allow it. Whatever fails, the search goes on.
 */
export async function startDeepTier(config: BoxConfig, session: SearchSession, notice?: DeepTierNotice): Promise<void> {
  const environment = readEnvironment();
  if (decideDeepTier(config.deepTier, environment, 0) === 'no' || !config.index) return;
  const copy = await session.browserCopy();
  const decision = copy ? decideDeepTier(config.deepTier, environment, copy.bytes) : 'no';
  if (!copy || decision === 'no' || (decision === 'offer' && !notice)) return;
  const deep = new DeepTier({
    folder: config.index.folder,
    copy,
    onStatus: (status) => {
      notice?.showStatus(status);
      if (status.state === 'ready') session.useEncoder(deep);
      if (status.state === 'failed') session.useEncoder(undefined);
    },
  });
  if (decision === 'offer') return notice?.offer(copy.bytes, () => deep.start());
  await Promise.all([pageAtRest(), session.atRest()]);
  deep.start();
}

/** Resolves when the page has loaded and its main thread has nothing better to do (at the latest after two seconds). */
async function pageAtRest(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 300);
  });
}
