import { belowBase, languageOfferUrl } from '../../site/urls.ts';

/** What a language says to those who would rather read or search it; one file a language, fetched by them alone. */
export interface LanguageOffer {
  /** The names of the line and of the button that closes it, for screen readers. */
  label: string;
  close: string;
  /** The link where the page is written in the language, and where only the language's home can be offered. */
  page: string;
  home: string;
  /** What is said of a question in the language on a page in another one, and the link to the search in the language. */
  asked: string;
  search: string;
  /** The heading of articles in yet another language, `{language}`. */
  inLanguage: string;
  /** The other headings of results, by their key below `search.`. */
  headings: Record<'answer' | 'results' | 'closest' | 'none' | 'noneClosest' | 'better', string>;
  /** Of the language's home and its results page. */
  addresses: { home: string; search: string };
  dir: 'ltr' | 'rtl';
}

/**
 * Fills the line that language-boot.js made room for: a link to this page in the line's language, or to that language's
 * home where the page is not written in it, and a button that closes the line for good.
 * @param remember Called with the tag of the language that the visitor chose: the line's, or the page's on closing.
 * @throws Error when the texts of the language cannot be fetched.
 */
export async function showOffer(place: HTMLElement, remember: (tag: string) => void): Promise<void> {
  const there = document.querySelector<HTMLAnchorElement>(`.menu [hreflang][lang="${place.lang}"]`);
  const base = import.meta.env.BASE_URL;
  const [locale] = belowBase(base, there?.pathname ?? '')?.split('/') ?? [];
  if (!there || !locale) throw new Error(`The language menu has no link in ${place.lang}.`);
  const answer = await fetch(languageOfferUrl(base, locale));
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
  const texts = (await answer.json()) as LanguageOffer;

  const { home } = texts.addresses;
  const samePage = there.hreflang === there.lang && (there.pathname !== home || isHome(base));
  const link = Object.assign(document.createElement('a'), {
    // A question goes along.
    href: samePage ? there.href + location.search : home,
    hreflang: place.lang,
    textContent: samePage ? texts.page : texts.home,
  });
  link.addEventListener('click', () => remember(place.lang));
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'tool tool-icon',
    textContent: '×',
  });
  close.setAttribute('aria-label', texts.close);
  close.addEventListener('click', () => {
    remember(document.documentElement.lang);
    place.remove();
    // Where the language can still be chosen.
    document.querySelector<HTMLElement>('.menu summary')?.focus();
  });
  place.dir = texts.dir;
  place.setAttribute('aria-label', texts.label);
  const row = Object.assign(document.createElement('div'), { className: 'wrap offer-row' });
  row.append(link, close);
  // What is shown of the page in search results is its own text.
  row.dataset.nosnippet = '';
  place.replaceChildren(row);
}

/** Whether this page is the home page of a language: `/`, `/en/`. */
function isHome(base: string): boolean {
  return /^[^/]*\/?$/.test(belowBase(base, location.pathname) ?? '');
}
