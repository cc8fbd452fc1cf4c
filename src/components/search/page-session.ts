import type { Question, SearchEngine } from '../../search/browser/engine-types.ts';
import { type IndexLocation, openSearchEngine } from '../../search/browser/search-engine.ts';
import { SearchSession, type SessionParts } from '../../search/browser/session.ts';
import { loadOnce } from '../../search/core/load-once.ts';
import type { Asker } from '../../search/core/variants/variant-preference.ts';

/** The indexes that a page searches. */
export interface PageIndexes {
  /** Undefined where the page's language has no articles. */
  index: IndexLocation | undefined;
  /** The page's locale; needed where there may be no index. */
  locale?: string;
  /** Those of the site's other languages; none where they are not to be asked. */
  others?: readonly IndexLocation[];
  /** The locale that has every article; needed with `others`. */
  defaultLocale?: string;
}

/**
 * A session over the index that belongs to this page, and over those of other languages for questions in these; retried
 * when the connection comes back.
 * @param passageLength How many characters of a passage are shown at most.
 * @param show Called for each step of the newest question.
 */
export function pageSession(indexes: PageIndexes, passageLength: number, show: SessionParts['show']): SearchSession {
  let waiting = false;
  const session = new SearchSession({
    open: (renew) => openPageSearch(indexes, renew, passageLength),
    show: (update) => {
      waiting = update.state === 'offline';
      show(update);
    },
    seen: inSight,
  });
  addEventListener('online', () => {
    if (waiting) session.retry();
  });
  return session;
}

/** A site without choices never fetches it. */
const chosen = loadOnce(() => import('../site/chosen-variants.ts'));

/** What was chosen on this device of the site's choices. */
const visitor: Asker['visitor'] = (choices) =>
  chosen().then(
    ({ chosenVariants }) => chosenVariants(choices),
    () => [],
  );

/** Resolves when the page is in sight, and not in a tab behind another one. */
async function inSight(): Promise<void> {
  while (document.hidden)
    await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
}

/** What other languages need is fetched by the first question that may be put to them: on a site in one language never. */
async function openPageSearch(
  { index, locale = '', others = [], defaultLocale = '' }: PageIndexes,
  renew: boolean,
  passageLength: number,
): Promise<SearchEngine> {
  if (!index) return openBorrowed({ locale, others, defaultLocale }, renew, passageLength);
  const page = await openSearchEngine(index, renew, passageLength, visitor);
  if (others.length === 0) return page;
  const mayConcern =
    index.locale === defaultLocale
      ? foreignLetters(
          index.locale,
          others.map(({ locale }) => locale),
        )
      : () => true;
  let site: SearchEngine | undefined;
  const openSite = loadOnce(async (): Promise<SearchEngine> => {
    const { openSiteSearch } = await import('../../search/browser/site-search.ts');
    site = openSiteSearch(page, { own: index, others, defaultLocale }, renew, passageLength, visitor);
    return site;
  });
  const engineFor = async ({ text }: Question): Promise<SearchEngine> => {
    if (!mayConcern(text)) return page;
    // Without the code the page's own index answers; the next question asks for it again.
    return openSite().catch(() => page);
  };
  return {
    browserCopy: page.browserCopy,
    large: page.large,
    preview: async (question, vector) => (await engineFor(question)).preview(question, vector),
    wordsFirst: async (question, articles) => (await engineFor(question)).wordsFirst?.(question, articles),
    prefetch: async (question, embedded) => (await engineFor(question)).prefetch(question, embedded),
    lexical: async (question) => (await engineFor(question)).lexical(question),
    instant: async (question) => (await engineFor(question)).instant(question),
    deep: async (question, vector) => (await engineFor(question)).deep(question, vector),
    others: (question, outcome, vector) => site?.others?.(question, outcome, vector),
  };
}

/** The default language answers on the pages of one that has no articles. */
async function openBorrowed(
  { locale, others, defaultLocale }: Required<Omit<PageIndexes, 'index'>>,
  renew: boolean,
  passageLength: number,
): Promise<SearchEngine> {
  const lent = others.find((one) => one.locale === defaultLocale);
  const lender = await openSearchEngine(lent, renew, passageLength, visitor);
  const { openBorrowedSearch } = await import('../../search/browser/site-search.ts');
  const indexed = others.map((one) => one.locale);
  return openBorrowedSearch(lender, { locale, indexed, permanent: lent?.permanent ?? '' });
}

/**
 * Tells whether a question may be in one of the other locales: where each of them has other letters, only one that has a letter
 * which the page's language has not.
 */
function foreignLetters(own: string, others: readonly string[]): (text: string) => boolean {
  const scriptOf = (locale: string): string | undefined => new Intl.Locale(locale).maximize().script;
  if (scriptOf(own) !== 'Latn' || others.some((locale) => scriptOf(locale) === 'Latn')) return () => true;
  return (text) => /[^\P{L}\p{sc=Latn}]/u.test(text);
}
