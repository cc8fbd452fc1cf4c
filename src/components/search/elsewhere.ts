import type { Update } from '../../search/browser/engine-types.ts';
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
  headings: Record<Heading, string>;
  /** The link to the search in that language, and its address. */
  text: string;
  href: string;
}

/** Headings that a question in another language than the page's gets in its own. */
export type Heading = keyof LanguageOffer['headings'];

/** An answer waits so long (ms) for the words of its language, which would push it down. */
const PATIENCE = 1000;

const offers = new Map<string, Promise<LanguageOffer>>();

/**
 * Lets `show` draw each step of a search together with what its language says of it, where that is another one of the
 * site's than the page's. Words that cannot be fetched, or not in time, are left out.
 * @returns to be called with each step.
 */
export function withElsewhere(
  { locale }: Pick<BoxConfig, 'locale'>,
  show: (update: Update, said: Elsewhere | undefined) => void,
): (update: Update) => void {
  const known = new Map<string, LanguageOffer>();
  let newest: Update | undefined;
  /** The last question whose answer had to do without. */
  let without = '';
  const draw = (update: Update, asked: string): void => {
    const offer = known.get(asked);
    show(update, offer && saidOf(offer, asked, update.query));
  };
  return (update) => {
    newest = update;
    const asked = update.outcome?.locale ?? locale;
    if (asked === locale) return show(update, undefined);
    if (known.has(asked) || without === update.query) return draw(update, asked);
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
    void Promise.race([offerOf(asked), patience])
      .catch(() => undefined)
      .then((offer) => {
        if (offer) known.set(asked, offer);
        else without = update.query;
        if (newest === update) draw(update, asked);
      });
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

/** A heading in the language of the question. */
export function headingIn(key: Heading, said: Elsewhere | undefined, t: SearchTranslate): string {
  return said?.headings[key] ?? t(key);
}

/** The line that offers an answer which came late: its title among the words of the question's language. */
export function betterLine(title: string, said: Elsewhere | undefined, t: SearchTranslate): string {
  const line = said?.headings.better ?? t('better', { title: '{title}' });
  return line.replace('{title}', () => title);
}

function saidOf(offer: LanguageOffer, locale: string, query: string): Elsewhere {
  const { dir, asked, search, inLanguage, headings: own, addresses } = offer;
  return { locale, dir, asked, inLanguage, headings: own, text: search, href: searchAddress(addresses.search, query) };
}

function offerOf(locale: string): Promise<LanguageOffer> {
  const known = offers.get(locale);
  if (known) return known;
  const fetched = fetch(languageOfferUrl(import.meta.env.BASE_URL, locale)).then((answer) => answer.json());
  offers.set(locale, fetched);
  fetched.catch(() => offers.delete(locale));
  return fetched;
}
