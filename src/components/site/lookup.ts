import { leadOn, lookupFileOf, lookupKeys, readLookup } from '../../permalinks/lookup.ts';
import type { Targets } from '../../permalinks/permalink-pages.ts';
import { ownValue } from '../../site/own-value.ts';
import { LOOKUP_FOLDER } from '../../site/urls.ts';

const { base = '/', default: defaultLocale = '', lookup = '1' } = document.body.dataset;

/** Goes on to where the address leads; the page itself stays out of the history. */
async function followLink(): Promise<void> {
  const targets = await lookUp().catch(() => 'failed' as const);
  const href =
    targets && targets !== 'failed' ? leadOn(targets, location, navigator.languages, defaultLocale) : undefined;
  if (href !== undefined) return location.replace(href);
  showEnd(targets === 'failed' ? targets : targets ? 'retired' : 'missing');
  // It shows the page in the language of the reader, and searches for what the address names.
  await import('./not-found.ts').catch(() => {});
  for (const place of document.querySelectorAll('[data-lost][hidden]')) place.remove();
}

/**
 * Where a link leads; undefined for one that nobody has ever published.
 * @throws Error when that cannot be fetched, or was built another time than the page.
 */
async function lookUp(): Promise<Targets | undefined> {
  for (const key of lookupKeys(location.pathname, base)) {
    const answer = await fetch(`${base}${LOOKUP_FOLDER}${lookupFileOf(key, Number(lookup))}`);
    const links = answer.ok ? readLookup(await answer.text()) : undefined;
    if (!links) throw new Error(`No links: status ${answer.status}.`);
    const targets = ownValue(links, key);
    if (targets) return targets;
  }
  return undefined;
}

function showEnd(end: 'missing' | 'retired' | 'failed'): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-lost]')) {
    const rest = place.querySelector<HTMLElement>('[data-lookup-end]')!;
    rest.hidden = false;
    for (const head of rest.querySelectorAll<HTMLElement>('[data-lost-head]'))
      if (head.dataset.lostHead !== end) head.remove();
    if (end === 'failed') {
      place.querySelector<HTMLElement>('[data-lookup-failed]')!.hidden = false;
    } else {
      place.querySelector('[data-lookup-head]')!.remove();
      place.dataset.title = rest.dataset[end];
    }
  }
}

void followLink();
