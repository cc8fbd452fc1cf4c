import type { Outcome } from '../../search/core/types.ts';
import { languageOfferUrl } from '../../site/urls.ts';
import type { LanguageOffer } from '../site/language-offer.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element, languageName } from './elements.ts';
import { searchAddress } from './question-address.ts';

/** What is said, in the question's language, of a question that is not in the page's. */
export interface Elsewhere {
  locale: string;
  dir: 'ltr' | 'rtl';
  /** That its language comes first. */
  asked: string;
  /** The heading of articles in yet another language, `{language}`. */
  inLanguage: string;
  /** The link to the search in that language, and its address. */
  text: string;
  href: string;
}

const offers = new Map<string, Promise<LanguageOffer>>();

/**
 * Follows what is answered: when a question is in another of the site's languages than the page's, `show` is called with
 * what that language says of it, and with undefined when the question is another one.
 * @returns to be called with each outcome, as often as one likes.
 */
export function elsewhere(
  { locale }: Pick<BoxConfig, 'locale'>,
  show: (said: Elsewhere | undefined) => void,
): (outcome: Outcome | undefined) => void {
  let newest = '';
  return (outcome) => {
    if (!outcome) return;
    const { query, locale: asked } = outcome;
    if (`${asked} ${query}` === newest) return;
    newest = `${asked} ${query}`;
    if (asked === locale) return show(undefined);
    find(query, asked)
      // A language whose texts cannot be fetched says nothing.
      .catch(() => undefined)
      .then((found) => newest === `${asked} ${query}` && show(found));
  };
}

/** The link to the search in a language, to be read in it. */
export function elsewhereLink({ locale, dir, text, href }: Elsewhere): HTMLAnchorElement {
  return Object.assign(element('a', '', text), { href, hreflang: locale, lang: locale, dir });
}

/** A sentence in the language of a question. */
export function askedLine({ locale, dir, asked }: Elsewhere): HTMLElement {
  return Object.assign(element('span', '', asked), { lang: locale, dir });
}

/**
 * The heading of articles in another language than the question's, in the question's language.
 * @param asked The locale of the question, and what is said of it where that is not the page's.
 */
export function languageHeading(
  locale: string,
  { asked, said, t }: { asked: string; said: Elsewhere | undefined; t: SearchTranslate },
): string {
  const language = languageName(locale, asked);
  return said ? said.inLanguage.replace('{language}', language) : t('inLanguage', { language });
}

async function find(query: string, asked: string): Promise<Elsewhere> {
  const { search: text, addresses, ...said } = await offerOf(asked);
  return { ...said, locale: asked, text, href: searchAddress(addresses.search, query) };
}

function offerOf(locale: string): Promise<LanguageOffer> {
  const known = offers.get(locale);
  if (known) return known;
  const fetched = fetch(languageOfferUrl(import.meta.env.BASE_URL, locale)).then((answer) => answer.json());
  offers.set(locale, fetched);
  fetched.catch(() => offers.delete(locale));
  return fetched;
}
