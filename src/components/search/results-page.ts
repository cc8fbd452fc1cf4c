import { createTranslator } from '../../i18n/create-translator.ts';
import type { Choices, Update } from '../../search/browser/engine-types.ts';
import { choicesAddress, choicesIn } from './choices-address.ts';
import { readConfig, type ScriptString } from './config.ts';
import { deepTierNotice } from './deep-tier-notice.ts';
import { withElsewhere } from './elsewhere.ts';
import { keepLeftPage, leftPage } from './left-page.ts';
import { pageParts } from './page-parts.ts';
import { pageSession } from './page-session.ts';
import { askedQuestion, stateOf } from './question-address.ts';
import { ResultsView } from './results-view.ts';
import { startDeepTier } from './start-deep-tier.ts';
import { typedQuery } from './typed-query.ts';

/** Characters of a passage. */
const PASSAGE = 320;
/** Browsers refuse frequent changes of the address (Safari: 100 in 30 seconds), so it waits for a pause in typing (ms). */
const ADDRESS_DEBOUNCE = 350;

/** The results page: searches what the address asks for and what is typed, and keeps the two in step. */
function openResultsPage(page: HTMLElement): void {
  const config = readConfig(page);
  const t = createTranslator<ScriptString>(config.strings, config.locale);
  const parts = pageParts(page);
  const view = new ResultsView(parts, config, t);
  const address = new QueryAddress();
  let shown: Update | undefined;
  let top: number | undefined;
  const show = withElsewhere(config, (update, said) => {
    shown = update;
    view.show(update, said);
    if (top !== undefined) scrollTo(0, top);
    top = undefined;
  });
  const session = pageSession(config, PASSAGE, show);
  view.onReading(session);
  let current = '';
  let chosen: Choices = {};

  const search = (query: string, partial: boolean, choices: Choices = {}): void => {
    if (query === current && choicesAddress('', query, choices) === choicesAddress('', current, chosen)) return;
    current = query;
    chosen = choices;
    session.search({ text: query, choices, offersChoices: true, partial, limit: config.results });
    // The contact form is told, too.
    parts.input.dataset.about = choices.about ?? '';
  };
  const fromAddress = (): void => {
    address.moved();
    const { query, cut } = askedQuestion(location.search, history.state);
    parts.input.value = query;
    parts.cut.hidden = !cut;
    search(typedQuery(query, false) ?? '', false, choicesIn(location.search));
  };

  const typed = (composing: boolean): void => {
    const query = typedQuery(parts.input.value, composing);
    if (query === undefined) return;
    parts.cut.hidden = true;
    search(query, !/\s$/u.test(parts.input.value));
    address.typed(query);
  };
  parts.input.addEventListener('input', (event) => typed((event as InputEvent).isComposing));
  parts.input.addEventListener('compositionend', () => typed(false));
  parts.input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    const first = page.querySelector<HTMLElement>('[data-article] a');
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    typed(false);
    address.submitted(current);
  });
  // A choice beside the question is a step of its own, and needs no new page.
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-choice]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(stateOf(current), '', link.href);
    fromAddress();
    parts.choices.focus({ preventScroll: true });
  });
  view.onMore((limit) => session.search({ text: current, choices: chosen, offersChoices: true, limit }));
  parts.retry.addEventListener('click', () => session.retry());
  addEventListener('popstate', fromAddress);

  // Who comes back finds the page as it was, also where the browser has not kept it.
  const here = location.pathname + location.search;
  addEventListener('pagehide', () => {
    const { pathname, search } = location;
    if (shown?.state === 'settled' && shown.outcome)
      keepLeftPage({ address: pathname + search, update: shown, top: scrollY });
  });
  const left = leftPage(here);
  const asked = askedQuestion(location.search, history.state);
  // What was typed before this code arrived wins over the address.
  if (left && left.update.query === asked.query.trim()) {
    history.scrollRestoration = 'manual';
    address.moved();
    parts.input.value = asked.query;
    current = left.update.query;
    chosen = choicesIn(location.search);
    top = left.top;
    session.resume({ text: current, choices: chosen, offersChoices: true, limit: config.results }, left.update);
    parts.input.dataset.about = chosen.about ?? '';
  } else if (parts.input.value) typed(false);
  else fromAddress();
  const prepare = (): void => {
    session.warm();
    void startDeepTier(config, session, deepTierNotice(parts.deep, config.locale, t));
  };
  if (current) prepare();
  else parts.input.addEventListener('focus', prepare, { once: true });
  page.dataset.ready = '';
}

/** The question of the page's address, as far as it is known. */
function addressQuery(): string {
  return askedQuestion(location.search, history.state).query;
}

/**
 * Keeps the address in step with the query, of which it holds as much as every host takes; the step in the history has
 * all of it. A question that was asked (submitted, or come to by a link) stays a step
 * to go back to; what is typed after it becomes one further step, which goes on changing until it is submitted.
 */
class QueryAddress {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the present step may still change. */
  #draft = addressQuery() === '';

  typed(query: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(query), ADDRESS_DEBOUNCE);
  }

  submitted(query: string): void {
    clearTimeout(this.#timer);
    this.#write(query);
    this.#draft = query === '';
  }

  /** To be called when the visitor came, or went back or forward. */
  moved(): void {
    clearTimeout(this.#timer);
    const query = addressQuery();
    this.#draft = query === '';
    // Kept with the step, for the tab keeps the newest one only.
    if (stateOf(query))
      history.replaceState(stateOf(query), '', choicesAddress(location.pathname, query, choicesIn(location.search)));
  }

  #write(query: string): void {
    if (query === addressQuery()) return;
    const address = choicesAddress(location.pathname, query);
    if (this.#draft) history.replaceState(stateOf(query), '', address);
    else history.pushState(stateOf(query), '', address);
    this.#draft = true;
  }
}

const page = document.querySelector<HTMLElement>('[data-search-page]');
if (page) openResultsPage(page);
