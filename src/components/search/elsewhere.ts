import { languageOfferUrl } from '../../site/urls.ts';
import type { LanguageOffer } from '../site/language-offer.ts';
import type { BoxConfig } from './config.ts';
import { element } from './elements.ts';

/** A search of the same question in another of the site's languages, offered in that language. */
export interface Elsewhere {
  locale: string;
  dir: 'ltr' | 'rtl';
  text: string;
  href: string;
}

const offers = new Map<string, Promise<LanguageOffer>>();

/**
 * Follows what is asked: when a question is written in another of the site's languages than the page's, `show` is called
 * with the search in that language, and with undefined when the question is another one.
 * @returns to be called with each query, as often as one likes.
 */
export function elsewhere(config: BoxConfig, show: (offer: Elsewhere | undefined) => void): (query: string) => void {
  let newest = '';
  return (query) => {
    if (query === newest || config.others.length === 0) return;
    newest = query;
    find(query, config)
      // A language that cannot be told, or whose texts cannot be fetched, is not offered.
      .catch(() => undefined)
      .then((found) => query === newest && show(found));
  };
}

/** The link of an offer, to be read in its language. */
export function elsewhereLink({ locale, dir, text, href }: Elsewhere): HTMLAnchorElement {
  return Object.assign(element('a', '', text), { href, hreflang: locale, lang: locale, dir });
}

async function find(query: string, { locale, others }: BoxConfig): Promise<Elsewhere | undefined> {
  const { questionLanguage } = await import('../../search/core/query/question-language.ts');
  const found = await questionLanguage(query, [locale, ...others.map(({ index }) => index.locale)], locale);
  if (found === undefined || found === locale) return undefined;
  const { dir, search, addresses } = await offerOf(found);
  return { locale: found, dir, text: search, href: `${addresses.search}?q=${encodeURIComponent(query)}` };
}

function offerOf(locale: string): Promise<LanguageOffer> {
  const known = offers.get(locale);
  if (known) return known;
  const fetched = fetch(languageOfferUrl(import.meta.env.BASE_URL, locale)).then((answer) => answer.json());
  offers.set(locale, fetched);
  fetched.catch(() => offers.delete(locale));
  return fetched;
}
