import type { Update } from '../../search/browser/engine-types.ts';
import type { SearchSession } from '../../search/browser/session.ts';
import type { Hit, LanguageHits } from '../../search/core/types.ts';
import { drawChoices } from './choice-lines.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element, redraw, resultItem } from './elements.ts';
import { askedLine, betterLine, type Elsewhere, elsewhereLink, headingIn, languageHeading } from './elsewhere.ts';
import type { PageParts } from './page-parts.ts';
import { announcer, markProgress } from './progress.ts';
import { mentioned } from './question-address.ts';

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
  #limit: number;
  /** Place of the first further result, which gets the focus when it arrives. */
  #next: number | undefined;

  constructor(parts: PageParts, config: BoxConfig, t: SearchTranslate) {
    this.#parts = parts;
    this.#config = config;
    this.#t = t;
    this.#limit = config.results;
    this.#announce = announcer(parts.status);
  }

  /** Tells the session which article is under the pointer or has the focus, and that the page was scrolled. */
  onReading(session: Pick<SearchSession, 'hold' | 'read'>): void {
    const { answer, list, others } = this.#parts;
    const hold = ({ target }: Event): void => session.hold(articleOf(document.activeElement) ?? articleOf(target));
    const letGo = (): void => session.hold(articleOf(document.activeElement));
    for (const region of [answer, list, others]) {
      for (const event of ['pointermove', 'focusin']) region.addEventListener(event, hold);
      for (const event of ['pointerleave', 'focusout']) region.addEventListener(event, letGo);
    }
    addEventListener('scroll', () => session.read(), { passive: true });
  }

  /** Calls `more` with the number of articles to show when the visitor asks for further ones. */
  onMore(more: (limit: number) => void): void {
    this.#parts.more.addEventListener('click', () => {
      this.#next = this.#last?.outcome?.hits.length;
      this.#limit += this.#config.results;
      more(this.#limit);
    });
  }

  /** Draws a step of the search, with what is said of a question in another language than the page's. */
  show(update: Update, said: Elsewhere | undefined): void {
    markProgress(this.#parts.list, update);
    if (update.query !== this.#last?.query) this.#begin(update.query);
    this.#last = update;
    this.#said = said;
    const { note, retry } = this.#parts;
    const failed = update.state === 'offline' || update.state === 'broken';
    retry.hidden = !failed;
    const { outcome, offered } = update;
    const verdict = outcome?.verdict;
    const none = update.state === 'settled' && verdict === 'none';
    note.textContent = failed
      ? this.#t(update.state as 'offline' | 'broken')
      : none
        ? headingIn('none', said, this.#t)
        : '';
    note.lang = none && said ? said.locale : '';
    note.hidden = note.textContent === '';
    if (failed) {
      this.#offerPerson(true);
      this.#draw([], false);
      this.#drawOthers([], []);
      this.#announce(note.textContent);
      return;
    }
    // Until something is known of the new query, the results of the last one stay.
    if (!outcome || (update.state === 'searching' && verdict === 'none')) {
      if (update.query) this.#announce(this.#t('searching'));
      return;
    }
    const { others = [] } = outcome;
    const { late = [] } = update;
    const hits = none ? outcome.hits.slice(0, CLOSEST) : outcome.hits;
    this.#limit = Math.max(this.#limit, hits.length);
    this.#sayElsewhere();
    const lines = drawChoices(update, this.#parts, { config: this.#config, t: this.#t });
    this.#offerPerson(none);
    this.#draw(hits, verdict === 'confident');
    this.#drawOthers(others, late);
    this.#offerBetter(offered);
    this.#parts.more.hidden = none || hits.length < this.#limit;
    this.#focusNext(hits);
    if (update.state !== 'settled') return;
    const count = hits.length + [...others, ...late].flatMap((group) => group.hits).length;
    const found = none ? headingIn('none', said, this.#t) : this.#t('count', { count });
    this.#announce(
      offered ? betterLine(offered.title, said, this.#t) : [lines.taken, found, lines.which].filter(Boolean).join(' '),
    );
  }

  /** Says, in its language, that the question is in another one. */
  #sayElsewhere(): void {
    const { elsewhere } = this.#parts;
    const said = this.#said;
    elsewhere.replaceChildren(...(said ? [askedLine(said), ' ', elsewhereLink(said)] : []));
    elsewhere.hidden = !said;
  }

  /** An answer that came while others were being read, in the gap above them, where it pushes nothing. */
  #offerBetter(hit: Hit | undefined): void {
    const { better } = this.#parts;
    better.hidden = !hit;
    if (!hit || better.dataset.article === hit.article) return;
    const link = element('a', '', betterLine(hit.title, this.#said, this.#t));
    link.href = hit.href;
    better.dataset.article = hit.article;
    better.lang = this.#said?.locale ?? '';
    better.replaceChildren(link);
  }

  /** Ways to a person come first when nothing else helps, and last when the articles may do. */
  #offerPerson(first: boolean): void {
    const { person, retry, others } = this.#parts;
    const before = first ? retry : others;
    if (before.nextElementSibling !== person) before.after(person);
    person.hidden = false;
  }

  #begin(query: string): void {
    const { intro, others, late, better, taken, which, categories } = this.#parts;
    this.#limit = this.#config.results;
    this.#next = undefined;
    better.hidden = true;
    intro.hidden = query !== '';
    taken.hidden = true;
    which.hidden = true;
    categories.hidden = true;
    document.title = query ? `${this.#t('resultsFor', { query: mentioned(query) })} · ${this.#title}` : this.#title;
    for (const part of [others, late]) {
      part.replaceChildren();
      part.hidden = true;
    }
    if (query) return;
    this.#parts.person.hidden = true;
    this.#draw([], false);
  }

  /** What the site's other languages have beside the question's, a heading for each. */
  #drawOthers(others: LanguageHits[], late: LanguageHits[]): void {
    const { others: beside, late: below } = this.#parts;
    for (const [place, groups] of [
      [beside, others],
      [below, late],
    ] as const) {
      const focused = place.contains(document.activeElement) ? articleOf(document.activeElement) : undefined;
      redraw(
        place,
        groups.flatMap((group) => this.#ofLanguage(group)),
      );
      place.hidden = groups.length === 0;
      if (focused) this.#link(focused)?.focus({ preventScroll: true });
    }
  }

  #ofLanguage({ locale, hits }: LanguageHits): HTMLElement[] {
    const asked = this.#last?.outcome?.locale ?? '';
    const words = languageHeading(locale, { asked, said: this.#said, t: this.#t });
    const heading = element('h2', 'results-label', words);
    if (this.#said) heading.lang = this.#said.locale;
    const list = element('ol', 'results', ...hits.map((hit) => resultItem(hit, 'result', asked)));
    list.setAttribute('role', 'list');
    return [heading, list];
  }

  #draw(hits: Hit[], answered: boolean): void {
    const { answer, list, closest, more } = this.#parts;
    const focused = articleOf(document.activeElement);
    const { verdict, locale = '' } = this.#last?.outcome ?? {};
    redraw(
      answer,
      hits.slice(0, answered ? 1 : 0).map((hit) => resultItem(hit, 'answer', locale)),
    );
    redraw(
      list,
      hits.slice(answered ? 1 : 0).map((hit) => resultItem(hit, 'result', locale)),
    );
    answer.hidden = !answered;
    closest.hidden = answered || hits.length === 0;
    closest.textContent = headingIn(verdict === 'none' ? 'noneClosest' : 'closest', this.#said, this.#t);
    closest.lang = this.#said?.locale ?? '';
    if (hits.length === 0) more.hidden = true;
    // A redrawn link that had the focus keeps it.
    if (focused) this.#link(focused)?.focus({ preventScroll: true });
  }

  #focusNext(hits: Hit[]): void {
    const next = this.#next === undefined ? undefined : hits[this.#next];
    if (next) this.#link(next.article)?.focus();
    this.#next = undefined;
  }

  #link(article: string): HTMLElement | undefined {
    const { answer, list, others, late } = this.#parts;
    const items = [answer, list, others, late].flatMap((part) => [
      ...part.querySelectorAll<HTMLElement>('[data-article]'),
    ]);
    return items.find((item) => item.dataset.article === article)?.querySelector('a') ?? undefined;
  }
}

function articleOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-article]')?.dataset.article : undefined;
}
