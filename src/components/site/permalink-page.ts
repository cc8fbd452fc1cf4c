import { preferred } from '../../permalinks/permalink.ts';
import { PERMALINK_LANGUAGE } from '../../site/urls.ts';
import { safeDecode } from '../../site/safe-decode.ts';

/**
 * Goes on to the article, and the section, in the reader's language, or in the one that the link asks for with `?in=`;
 * the page itself stays out of the history.
 */
const place = document.querySelector<HTMLElement>('[data-permanent]');
if (place) {
  const targets = JSON.parse(place.dataset['permanent'] ?? '{}') as Record<string, Record<string, string>>;
  const hrefs = targets[safeDecode(location.hash.slice(1))] ?? targets[''] ?? {};
  const href = hrefs[preferred([...new URLSearchParams(location.search).getAll(PERMALINK_LANGUAGE), ...navigator.languages], Object.keys(hrefs), place.dataset['default'] ?? '')];
  if (href) location.replace(href);
}
