import { preferred } from '../support/permalinks.ts';

/** Goes on to the article, and the section, in the reader's language; the page itself stays out of the history. */
const place = document.querySelector<HTMLElement>('[data-permanent]');
if (place) {
  const targets = JSON.parse(place.dataset['permanent'] ?? '{}') as Record<string, Record<string, string>>;
  const hrefs = targets[decoded(location.hash.slice(1))] ?? targets[''] ?? {};
  const href = hrefs[preferred(navigator.languages, Object.keys(hrefs), place.dataset['default'] ?? '')];
  if (href) location.replace(href);
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
