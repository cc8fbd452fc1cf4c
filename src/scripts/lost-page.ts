import { readConfig } from '../components/search/box-config.ts';
import { lostWords } from '../support/lost-words.ts';

const SHOWN = 3;
/** Characters of a passage. */
const PASSAGE = 240;

/** Shows the lost page in the language of the lost address and searches for its words. */
const places = [...document.querySelectorAll<HTMLElement>('[data-lost]')];
const locales = places.map((place) => place.dataset['lost'] ?? '');
const base = document.querySelector<HTMLElement>('[data-base]')?.dataset['base'] ?? '/';
const { locale, words } = lostWords(location.pathname, base, locales);
const place = places.find((one) => one.dataset['lost'] === locale) ?? places.find((one) => !one.hidden);

if (place) {
  for (const one of places) one.hidden = one !== place;
  document.documentElement.lang = place.lang;
  if (words) void search(place, words);
}

/** Without an index, or without a find, the page stays as it is: a search box and the topics. */
async function search(place: HTMLElement, words: string): Promise<void> {
  const form = place.querySelector<HTMLFormElement>('[data-search-box]');
  const input = form?.querySelector('input');
  const list = place.querySelector('[data-lost-results]');
  const searched = place.querySelector<HTMLElement>('[data-lost-searched]');
  if (!form || !input || !list || !searched) return;
  input.value = words;
  const { pageSession } = await import('../components/search/page-session.ts');
  const { resultItem } = await import('../components/search/results-list.ts');
  const session = pageSession(readConfig(form).index, PASSAGE, ({ outcome }) => {
    const hits = outcome?.hits ?? [];
    list.replaceChildren(...hits.map((hit) => resultItem(hit, 'result')));
    searched.hidden = hits.length === 0;
  });
  session.search({ text: words, limit: SHOWN });
}
