import { articleIn } from '../../site/urls.ts';
import { mergeLanguages } from '../core/merge-languages.ts';
import { questionLanguage } from '../core/query/question-language.ts';
import type { Hit, LanguageHits, Outcome } from '../core/types.ts';
import type { Asker } from '../core/variants/variant-preference.ts';
import type { LocaleEngine, Preview, Question, Ranked, SearchEngine } from './engine-types.ts';
import { Unreachable } from './fetch-index-file.ts';
import { type IndexLocation, openSearchEngine } from './search-engine.ts';

// In one file with it, since both tell languages apart.
export { openBorrowedSearch } from './borrowed-search.ts';

/** The indexes of a site in several languages, seen from a page in one of them. */
export interface SiteIndexes {
  own: IndexLocation;
  others: readonly IndexLocation[];
  /** The locale that has every article; the pages of all others show its articles where they have none. */
  defaultLocale: string;
}

/** Who answers a question, and how it is asked there. */
interface Route {
  engine: LocaleEngine;
  asked: Question;
  locale: string;
}

/** Articles of each language beside the question's. */
const OFFERED = 3;

/**
 * The search of a site in several languages. A question in the page's language is answered by the page's index, and
 * where that is not sure, by what the default language alone has. One in another language is answered by the index of
 * its own, and by what the page's and the default language have beside. Nothing of another language is fetched before a
 * question needs it.
 * @param page The engine of the page's own index.
 * @param renew Whether the other indexes are those deployed now, as for `openSearchEngine`.
 */
export function openSiteSearch(
  page: LocaleEngine,
  { own, others, defaultLocale }: SiteIndexes,
  renew: boolean,
  passageLength: number,
  visitor?: Asker['visitor'],
): SearchEngine {
  const locations = new Map([own, ...others].map((location) => [location.locale, location]));
  const engines = new Map([[own.locale, Promise.resolve(page)]]);
  const ready = new Set([own.locale]);
  let last: { text: string; locale: Promise<string> } | undefined;

  return {
    browserCopy: page.browserCopy,
    large: page.large,
    preview: async (question, vector) => {
      const to = await routeIfReady(question);
      return to && previewOf(await to.engine.preview(to.asked, readable(to.engine, to.locale, vector)));
    },
    wordsFirst: async (question, articles) => {
      const to = await routeIfReady(question);
      return to && previewOf(await to.engine.wordsFirst(to.asked, articles));
    },
    prefetch: async (question, embedded) => {
      const { engine, asked, locale } = await route(question);
      await engine.prefetch(asked, embedded && isReadable(engine, locale));
    },
    lexical: async (question) => {
      const { engine, asked } = await route(question);
      return labelledRanking(await engine.lexical(asked));
    },
    instant: async (question) => {
      const { engine, asked } = await route(question);
      const ranked = await engine.instant(asked);
      return ranked && labelledRanking(ranked);
    },
    deep: async (question, vector) => {
      const { engine, asked, locale } = await route(question);
      const ranked = isReadable(engine, locale) ? await engine.deep(asked, vector) : undefined;
      return ranked && labelledRanking(ranked);
    },
    others: (question, outcome, vector) => (asksOthers(outcome) ? withOthers(question, outcome, vector) : undefined),
  };

  /** What is not open yet has nothing to show; the ranking that follows opens it. */
  async function routeIfReady(question: Question): Promise<Route | undefined> {
    return ready.has(await localeOf(question.text)) ? route(question) : undefined;
  }

  function previewOf(found: Preview | undefined): Preview | undefined {
    return found && { outcome: labelled(found.outcome), complete: found.complete && !asksOthers(found.outcome) };
  }

  /** The locale of a question: that of the page unless it is told to be in another one. */
  function localeOf(text: string): Promise<string> {
    if (last?.text !== text) {
      const told = questionLanguage(text, [...locations.keys()], own.locale);
      last = {
        text,
        locale: told.then(
          (locale) => locale ?? own.locale,
          () => own.locale,
        ),
      };
    }
    return last.locale;
  }

  /** The engine of the question's language; the page's where that cannot be opened. */
  async function route(question: Question): Promise<Route> {
    const locale = await localeOf(question.text);
    const engine = await open(locale).catch((error: unknown) => {
      if (error instanceof Unreachable) throw error;
      return page;
    });
    return { engine, asked: engine.locale === locale ? question : { ...question, askedIn: locale }, locale };
  }

  function open(locale: string): Promise<LocaleEngine> {
    const known = engines.get(locale);
    if (known) return known;
    const opening = openSearchEngine(locations.get(locale), renew, passageLength, visitor);
    engines.set(locale, opening);
    opening.then(
      () => ready.add(locale),
      () => engines.delete(locale),
    );
    return opening;
  }

  /** Whether the page's copy of a transformer embeds questions in a locale as an index wants them. */
  function isReadable(engine: LocaleEngine, locale: string): boolean {
    const model = page.embeds(locale);
    return model !== undefined && model === engine.reads(locale);
  }

  function readable(engine: LocaleEngine, locale: string, vector?: Float32Array): Float32Array | undefined {
    return isReadable(engine, locale) ? vector : undefined;
  }

  /** Locales that are asked after an outcome, the page's first. */
  function asksAfter({ locale, verdict }: Outcome): string[] {
    if (locale === own.locale && verdict === 'confident') return [];
    return [...new Set([own.locale, defaultLocale])].filter((one) => one !== locale && locations.has(one));
  }

  function asksOthers(outcome: Outcome): boolean {
    return asksAfter(outcome).length > 0;
  }

  async function withOthers(question: Question, outcome: Outcome, vector?: Float32Array): Promise<Outcome> {
    const main = await open(outcome.locale);
    const found = await Promise.all(
      asksAfter(outcome).map((locale) => askBeside(locale, main, question, vector).catch(() => undefined)),
    );
    return mergeLanguages(
      outcome,
      found.filter((group) => group !== undefined),
    );
  }

  /** What an index has of a question in the language of another one, and that other one has not. */
  async function askBeside(
    locale: string,
    main: LocaleEngine,
    { text, said }: Question,
    vector?: Float32Array,
  ): Promise<LanguageHits> {
    const [engine, ids] = await Promise.all([open(locale), main.ids()]);
    const askedIn = main.locale;
    const question: Question = { text, said, limit: OFFERED, askedIn, without: (article) => ids.has(article) };
    const readableVector = readable(engine, askedIn, vector);
    const ranked =
      (readableVector && (await engine.deep(question, readableVector))) ??
      (await engine.instant(question)) ??
      (await engine.lexical(question));
    const { verdict, hits } = await ranked.outcome();
    // The pages of the question's language show what the default language alone has.
    const place = (hit: Hit): Hit =>
      locale === defaultLocale ? { ...hit, href: articleIn(hit.href, own.permanent, askedIn) } : hit;
    return { locale, verdict, hits: hits.map((hit) => ({ ...place(hit), locale })) };
  }

  function labelledRanking(ranked: Ranked): Ranked {
    return { ...ranked, outcome: async () => labelled(await ranked.outcome()) };
  }

  function labelled(outcome: Outcome): Outcome {
    const { locale, hits } = outcome;
    return locale === own.locale ? outcome : { ...outcome, hits: hits.map((hit) => ({ ...hit, locale })) };
  }
}
