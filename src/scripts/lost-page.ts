import { lostWords } from '../support/lost-words.ts';

/** Shows the lost page in the language of the lost address and searches for its words. */
const places = [...document.querySelectorAll<HTMLElement>('[data-lost]')];
const locales = places.map((place) => place.dataset['lost'] ?? '');
const base = document.querySelector<HTMLElement>('[data-base]')?.dataset['base'] ?? '/';
const { locale, words } = lostWords(location.pathname, base, locales);
const place = places.find((one) => one.dataset['lost'] === locale) ?? places.find((one) => !one.hidden);

if (place) {
  for (const one of places) one.hidden = one !== place;
  document.documentElement.lang = place.lang;
  const input = place.querySelector<HTMLInputElement>('input[name="q"]');
  if (input && words) {
    input.value = words;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
