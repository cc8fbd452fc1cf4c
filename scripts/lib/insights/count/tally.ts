import type { Event } from '../../../../src/schemas/events.ts';
import { noOutcomes, type Outcome, type OutcomeCounts } from './outcomes.ts';

/** More articles than any help center has; what comes beyond was made up by somebody. */
const MOST_ARTICLES = 20_000;
const MOST_DAYS = 4000;
const MOST_LOCALES = 200;
/** Texts that are kept of readers, of one article and of all. */
const MOST_WORDS = { article: 5, all: 10_000 };

interface Searches {
  searches: number;
  /** Searches whose verdict was not `confident` and of which nothing was opened. */
  unanswered: number;
  opened: number;
  /** Questions that agents reported as unanswered, with their words or without. */
  gaps: number;
}

export type Row = Searches & { outcomes: OutcomeCounts };

/** What is counted of an article; all but `reasons` are visits. */
export interface ArticleRow {
  visits: number;
  /** By the language of the page, which shows the article untranslated where it is not written in it. */
  locales: Map<string, number>;
  /** Visits that opened it and then reached a person. */
  contacted: number;
  answered: number;
  notHelpful: number;
  reasons: Record<'unclear' | 'incomplete' | 'wrong' | 'different' | 'none', number>;
  /** What some of those whom it did not help needed, in their own words. */
  words: string[];
  /** How often an agent called an answer of it wrong or old, by locale and section: `en#how-long`. */
  outdated: Map<string, number>;
}

/** Everything the report counts, as plain data. */
export interface Counts {
  events: number;
  duplicates: number;
  total: Row;
  days: Map<string, Row>;
  locales: Map<string, Row>;
  articles: Map<string, ArticleRow>;
}

/** Counts in memory that grows with days, languages and articles but not with events. */
export class Tally implements Counts {
  events = 0;
  duplicates = 0;
  readonly total = newRow();
  readonly days = new Map<string, Row>();
  readonly locales = new Map<string, Row>();
  readonly articles = new Map<string, ArticleRow>();
  #words = 0;

  /** Counts a search; visits are counted when they are whole. */
  search(event: Extract<Event, { type: 'search' }>): void {
    for (const row of this.#rows(event.at.slice(0, 10), event.locale)) {
      row.searches++;
      if (event.rank !== null) row.opened++;
      if (isUnanswered(event)) row.unanswered++;
    }
  }

  /** Counts a question that an agent says nothing answers. */
  gap({ at, locale }: Extract<Event, { type: 'gap' }>): void {
    for (const row of this.#rows(at.slice(0, 10), locale)) row.gaps++;
  }

  /** Counts an answer that an agent calls wrong or old. */
  outdated({ at, locale, article, language, section }: Extract<Event, { type: 'outdated' }>): void {
    this.#rows(at.slice(0, 10), locale);
    const row = this.article(article);
    const place = section === '' ? language : `${language}#${section}`;
    const known = row?.outdated.get(place);
    if (row && (known !== undefined || row.outdated.size < MOST_LOCALES)) row.outdated.set(place, (known ?? 0) + 1);
  }

  /** Counts a whole visit on the day it began. */
  visit(day: string, locale: string, outcome: Outcome): void {
    for (const row of this.#rows(day, locale)) row.outcomes[outcome]++;
  }

  /** The row of an article; undefined when there are more than any help center has. */
  article(id: string): ArticleRow | undefined {
    const make = (): ArticleRow => ({
      visits: 0,
      locales: new Map(),
      contacted: 0,
      answered: 0,
      notHelpful: 0,
      reasons: { unclear: 0, incomplete: 0, wrong: 0, different: 0, none: 0 },
      words: [],
      outdated: new Map(),
    });
    return getOrMake(this.articles, id, MOST_ARTICLES, make);
  }

  /** Counts a visit that opened an article on a page in this language. */
  opened(row: ArticleRow, locale: string): void {
    row.visits++;
    const known = row.locales.get(locale);
    if (known !== undefined || row.locales.size < MOST_LOCALES) row.locales.set(locale, (known ?? 0) + 1);
  }

  /** Keeps what a reader whom an article did not help wrote, while there are few such texts. */
  wrote(row: ArticleRow, words: string): void {
    if (row.words.length >= MOST_WORDS.article || this.#words >= MOST_WORDS.all || row.words.includes(words)) return;
    row.words.push(words);
    this.#words++;
  }

  #rows(day: string, locale: string): Row[] {
    return [
      this.total,
      getOrMake(this.days, day, MOST_DAYS, newRow),
      getOrMake(this.locales, locale, MOST_LOCALES, newRow),
    ].filter((row) => row !== undefined);
  }
}

/** Whether a search ended without an answer that anybody could be sure of. */
export function isUnanswered({ verdict, rank }: { verdict: string; rank: number | null }): boolean {
  return verdict === 'none' || (verdict === 'related' && rank === null);
}

function newRow(): Row {
  return { searches: 0, unanswered: 0, opened: 0, gaps: 0, outcomes: noOutcomes() };
}

function getOrMake<Value>(map: Map<string, Value>, key: string, most: number, make: () => Value): Value | undefined {
  const known = map.get(key);
  if (known !== undefined || map.size >= most) return known;
  const made = make();
  map.set(key, made);
  return made;
}
