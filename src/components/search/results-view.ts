import type { Update } from '../../search/browser/engine-types.ts';
import { stableMerge } from '../../search/browser/stable-merge.ts';
import type { Hit } from '../../search/core/types.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element, resultItem } from './elements.ts';
import { askedLine, type Elsewhere, elsewhereLink, languageHeading } from './elsewhere.ts';
import { announcer, markProgress } from './progress.ts';
import { mentioned } from './question-address.ts';

/** The elements that ResultsBody.astro renders and its scripts fill. */
export interface PageParts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  intro: HTMLElement;
  cut: HTMLElement;
  elsewhere: HTMLElement;
  note: HTMLElement;
  retry: HTMLButtonElement;
  answer: HTMLElement;
  closest: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  person: HTMLElement;
  others: HTMLElement;
  deep: HTMLElement;
  status: HTMLElement;
}

/** Finds the parts by their `data-part`. @throws Error naming the part that is missing: a mistake in ResultsBody.astro. */
export function pageParts(page: HTMLElement): PageParts {
  const part = <E extends HTMLElement>(name: keyof PageParts): E => {
    const found = page.querySelector<E>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The results page has no data-part="${name}".`);
    return found;
  };
  return {
    form: part('form'),
    input: part('input'),
    intro: part('intro'),
    cut: part('cut'),
    elsewhere: part('elsewhere'),
    note: part('note'),
    retry: part('retry'),
    answer: part('answer'),
    closest: part('closest'),
    list: part('list'),
    more: part('more'),
    person: part('person'),
    others: part('others'),
    deep: part('deep'),
    status: part('status'),
  };
}

/** Articles listed when nothing answers. */
const CLOSEST = 3;

/** Draws what a search found onto the results page. */
export class ResultsView {
  readonly #parts: PageParts;
  readonly #config: BoxConfig;
  readonly #t: SearchTranslate;
  readonly #announce: (message: string) => void;
  readonly #title = document.title;
  #last: Update | undefined;
  /** What is said of a question in another language than the page's. */
  #said: Elsewhere | undefined;
  #hits: Hit[] = [];
  #limit: number;
  #pointed: string | undefined;
  /** Place of the first further result, which gets the focus when it arrives. */
  #next: number | undefined;

  constructor(parts: PageParts, config: BoxConfig, t: SearchTranslate) {
    this.#parts = parts;
    this.#config = config;
    this.#t = t;
    this.#limit = config.results;
    this.#announce = announcer(parts.status);
    for (const region of [parts.answer, parts.list]) {
      region.addEventListener('pointermove', ({ target }) => {
        this.#pointed = articleOf(target);
      });
      region.addEventListener('pointerleave', () => {
        this.#pointed = undefined;
      });
    }
  }

  /** Calls `more` with the number of articles to show when the visitor asks for further ones. */
  onMore(more: (limit: number) => void): void {
    this.#parts.more.addEventListener('click', () => {
      this.#next = this.#hits.length;
      this.#limit += this.#config.results;
      more(this.#limit);
    });
  }

  /** Says something of the language of the question; undefined takes it away. */
  say(said: Elsewhere | undefined): void {
    const { elsewhere } = this.#parts;
    this.#said = said;
    elsewhere.replaceChildren(...(said ? [askedLine(said), ' ', elsewhereLink(said)] : []));
    elsewhere.hidden = !said;
    this.#drawOthers();
  }

  show(update: Update): void {
    markProgress(this.#parts.list, update);
    if (update.query !== this.#last?.query) this.#begin(update.query);
    this.#last = update;
    const { note, retry } = this.#parts;
    const failed = update.state === 'offline' || update.state === 'broken';
    if (failed) this.#hits = [];
    retry.hidden = !failed;
    const verdict = update.outcome?.verdict;
    const none = update.state === 'settled' && verdict === 'none';
    this.#offerPerson(failed || none, update.state === 'settled' && verdict === 'related');
    note.textContent = failed ? this.#t(update.state as 'offline' | 'broken') : none ? this.#t('none') : '';
    note.hidden = note.textContent === '';
    if (failed) {
      this.#draw([], false);
      this.#drawOthers();
      this.#announce(note.textContent);
      return;
    }
    // Until something is known of the new query, the results of the last one stay.
    if (!update.outcome || (update.state === 'searching' && verdict === 'none')) {
      if (update.query) this.#announce(this.#t('searching'));
      return;
    }
    const limit = none ? CLOSEST : this.#limit;
    const hits = stableMerge(this.#hits, update.outcome.hits, this.#held(), limit);
    this.#hits = hits;
    this.#draw(hits, verdict === 'confident' && hits[0]?.article === update.outcome.hits[0]?.article);
    this.#drawOthers();
    this.#parts.more.hidden = none || update.outcome.hits.length < limit;
    this.#focusNext(hits);
    const others = update.outcome.others?.flatMap((group) => group.hits) ?? [];
    if (update.state === 'settled')
      this.#announce(none ? this.#t('none') : this.#t('count', { count: hits.length + others.length }));
  }

  /** Ways to a person come first when nothing else helps, and last when the articles may do. */
  #offerPerson(first: boolean, last: boolean): void {
    const { person, retry, others } = this.#parts;
    person.hidden = !first && !last;
    if (first) retry.after(person);
    else if (last) others.after(person);
  }

  #begin(query: string): void {
    const { intro, others } = this.#parts;
    this.#limit = this.#config.results;
    this.#hits = [];
    this.#pointed = undefined;
    this.#next = undefined;
    intro.hidden = query !== '';
    document.title = query ? `${this.#t('resultsFor', { query: mentioned(query) })} · ${this.#title}` : this.#title;
    others.replaceChildren();
    others.hidden = true;
    if (!query) this.#draw([], false);
  }

  /** What the site's other languages have beside the question's, a heading for each. */
  #drawOthers(): void {
    const { others: place } = this.#parts;
    const { others = [], locale = '' } = this.#last?.outcome ?? {};
    const focused = place.contains(document.activeElement) ? articleOf(document.activeElement) : undefined;
    place.replaceChildren(
      ...others.flatMap((group) => {
        const heading = element(
          'h2',
          'results-label',
          languageHeading(group.locale, { asked: locale, said: this.#said, t: this.#t }),
        );
        if (this.#said) heading.lang = this.#said.locale;
        const list = element('ol', 'results', ...group.hits.map((hit) => resultItem(hit, 'result', locale)));
        list.setAttribute('role', 'list');
        return [heading, list];
      }),
    );
    place.hidden = others.length === 0;
    if (focused) this.#link(focused)?.focus({ preventScroll: true });
  }

  #draw(hits: Hit[], answered: boolean): void {
    const { answer, list, closest, more } = this.#parts;
    const focused = articleOf(document.activeElement);
    const { verdict, locale = '' } = this.#last?.outcome ?? {};
    answer.replaceChildren(...hits.slice(0, answered ? 1 : 0).map((hit) => resultItem(hit, 'answer', locale)));
    list.replaceChildren(...hits.slice(answered ? 1 : 0).map((hit) => resultItem(hit, 'result', locale)));
    answer.hidden = !answered;
    closest.hidden = answered || hits.length === 0;
    closest.textContent = this.#t(verdict === 'none' ? 'noneClosest' : 'closest');
    if (hits.length === 0) more.hidden = true;
    // A redrawn link that had the focus keeps it.
    if (focused) this.#link(focused)?.focus({ preventScroll: true });
  }

  #focusNext(hits: Hit[]): void {
    const next = this.#next === undefined ? undefined : hits[this.#next];
    if (next) this.#link(next.article)?.focus();
    this.#next = undefined;
  }

  #held(): string | undefined {
    return articleOf(document.activeElement) ?? this.#pointed;
  }

  #link(article: string): HTMLElement | undefined {
    const { answer, list, others } = this.#parts;
    const items = [answer, list, others].flatMap((part) => [...part.querySelectorAll<HTMLElement>('[data-article]')]);
    return items.find((item) => item.dataset.article === article)?.querySelector('a') ?? undefined;
  }
}

function articleOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-article]')?.dataset.article : undefined;
}
