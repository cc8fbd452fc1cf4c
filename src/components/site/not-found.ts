import { preferred } from '../../permalinks/permalink-target.ts';
import type { IndexLocation } from '../../search/browser/search-engine.ts';
import type { Hit } from '../../search/core/types.ts';
import { pathKeywords } from '../../site/path-keywords.ts';
import { PERMALINK_LANGUAGE } from '../../site/urls.ts';
import { readConfig } from '../search/config.ts';
import type { pageSession as PageSession } from '../search/page-session.ts';

const SHOWN = 3;
/** Characters of a passage. */
const PASSAGE = 240;

/**
 * Shows “page not found” in the language of the address, else in the one that the reader prefers, and searches for the
 * address's keywords.
 */
const places = [...document.querySelectorAll<HTMLElement>('[data-lost]')];
const locales = places.map((place) => place.dataset.lost ?? '');
const { base = '/', default: defaultLocale = '' } = document.body.dataset;
const { locale, keywords } = pathKeywords(location.pathname, base, locales);
const asked = [...new URLSearchParams(location.search).getAll(PERMALINK_LANGUAGE), ...navigator.languages];
const shown = locale ?? preferred(asked, locales, defaultLocale);
const place = places.find((one) => one.dataset.lost === shown);

if (place) {
  for (const one of places) one.hidden = one !== place;
  document.documentElement.lang = place.lang;
  document.documentElement.dir = place.dir;
  document.title = place.dataset.title ?? document.title;
  if (keywords) void search(place, keywords);
}

/** Without an index, or without a find, the page stays as it is: a search box and the topics. */
async function search(place: HTMLElement, keywords: string): Promise<void> {
  const form = place.querySelector<HTMLFormElement>('[data-search-box]');
  const input = form?.querySelector('input');
  const list = place.querySelector('[data-lost-results]');
  const searched = place.querySelector<HTMLElement>('[data-lost-searched]');
  if (!form || !input || !list || !searched) return;
  input.value = keywords;
  const { pageSession } = await import('../search/page-session.ts');
  const { resultItem } = await import('../search/elements.ts');
  const { index, locale, others } = readConfig(form);
  // The words of an address are often English, whatever the language of the page.
  const indexes = [{ index, lang: undefined }, ...others.map((other) => ({ index: other, lang: other.locale }))];
  for (const { index, lang } of indexes) {
    const hits = await firstHits(pageSession, index, keywords);
    list.replaceChildren(...hits.map((hit) => resultItem(lang ? { ...hit, locale: lang } : hit, 'result', locale)));
    searched.hidden = hits.length === 0;
    if (hits.length > 0) return;
  }
}

/** The articles that the first settled search of an index finds; none when it cannot be searched. */
function firstHits(pageSession: typeof PageSession, index: IndexLocation | undefined, text: string): Promise<Hit[]> {
  return new Promise((resolve) => {
    const session = pageSession({ index }, PASSAGE, ({ query, state, outcome }) => {
      if (query && state !== 'searching') resolve(outcome?.hits ?? []);
    });
    session.search({ text, limit: SHOWN });
  });
}
