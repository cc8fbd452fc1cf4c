import type { Event } from '../../../../src/schemas/events.ts';
import { addToVisit, newVisit, outcomeOf, type VisitState } from './outcomes.ts';
import type { Tally } from './tally.ts';

interface Visit extends VisitState {
  began: string;
  locale: string;
  /** Articles by id, with the language of the first page that showed them; whether the visit called them unhelpful, the last reason and the last words. */
  articles: Map<
    string,
    {
      locale: string;
      answered: boolean;
      unhelpful: boolean;
      reason: 'unclear' | 'incomplete' | 'wrong' | 'different' | 'none';
      words: string | undefined;
    }
  >;
}

/** A visit that opens more articles than this is a robot. */
const MOST_ARTICLES = 200;

/** The visits of one partition: events go in, in any order, each id once; whole visits come out into the tally. */
export class Visits {
  readonly #visits = new Map<string, Visit>();
  readonly #ids = new Set<string>();
  readonly #tallyOf: (day: string) => Tally | undefined;

  /** @param tallyOf The tally that counts a day; undefined for days that are not counted. */
  constructor(tallyOf: (day: string) => Tally | undefined) {
    this.#tallyOf = tallyOf;
  }

  /** Gives the tally that counts the event; undefined when none does, as one that was there already. */
  add(event: Event): Tally | undefined {
    const tally = this.#tallyOf(event.at.slice(0, 10));
    if (this.#ids.has(event.id)) {
      if (tally) tally.duplicates++;
      return undefined;
    }
    this.#ids.add(event.id);
    if (tally) tally.events++;
    // What agents report is no visit of a customer.
    if (event.type === 'gap') tally?.gap(event);
    if (event.type === 'outdated') tally?.outdated(event);
    if (event.type === 'gap' || event.type === 'outdated') return tally;
    const visit = this.#visit(event);
    addToVisit(visit, event);
    if (event.at < visit.began) visit.began = event.at;
    if (event.type === 'open' || event.type === 'not-helpful' || (event.type === 'answered' && event.article !== null))
      this.#read(visit, event.article!, event);
    if (event.type === 'search') tally?.search(event);
    return tally;
  }

  finish(): void {
    for (const visit of this.#visits.values()) {
      const outcome = outcomeOf(visit);
      const day = visit.began.slice(0, 10);
      const tally = this.#tallyOf(day);
      if (!tally) continue;
      tally.visit(day, visit.locale, outcome);
      for (const [id, { locale, answered, unhelpful, reason, words }] of visit.articles) {
        const row = tally.article(id);
        if (!row) continue;
        tally.opened(row, locale);
        if (outcome === 'contacted') row.contacted++;
        if (answered) row.answered++;
        if (!unhelpful) continue;
        row.notHelpful++;
        row.reasons[reason]++;
        if (words !== undefined) tally.wrote(row, words);
      }
    }
  }

  #visit(event: Event): Visit {
    let visit = this.#visits.get(event.visit);
    if (!visit) {
      visit = { ...newVisit(), began: event.at, locale: event.locale, articles: new Map() };
      this.#visits.set(event.visit, visit);
    }
    return visit;
  }

  #read(visit: Visit, article: string, event: Event): void {
    const known = visit.articles.get(article) ?? {
      locale: event.locale,
      answered: false,
      unhelpful: false,
      reason: 'none' as const,
      words: undefined,
    };
    if (visit.articles.size >= MOST_ARTICLES && !visit.articles.has(article)) return;
    const unhelpful = known.unhelpful || event.type === 'not-helpful';
    const reason = event.type === 'not-helpful' ? (event.reason ?? known.reason) : known.reason;
    const words = event.type === 'not-helpful' ? (event.query ?? known.words) : known.words;
    const answered = known.answered || event.type === 'answered';
    visit.articles.set(article, { ...known, answered, unhelpful, reason, words });
  }
}
