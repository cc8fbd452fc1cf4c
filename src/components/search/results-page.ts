import { readConfig, type ScriptString } from './config.ts';
import { deepLine } from './deep-line.ts';
import { joinDeepTier } from './start-deep-tier.ts';
import { showOtherLanguages } from './other-languages.ts';
import { pageParts } from './results-elements.ts';
import { pageSession } from './page-session.ts';
import { createTranslator } from '../../i18n/create-translator.ts';
import { addressQuery, QueryAddress } from './query-address.ts';
import { ResultsView } from './results-view.ts';
import { typedQuery } from './typed-query.ts';

/** Characters of a passage. */
const PASSAGE = 320;

/** The results page: searches what the address asks for and what is typed, and keeps the two in step. */
function openResultsPage(page: HTMLElement): void {
  const config = readConfig(page);
  const t = createTranslator<ScriptString>(config.strings, config.locale);
  const parts = pageParts(page);
  const view = new ResultsView(parts, config, t);
  const address = new QueryAddress();
  const session = pageSession(config.index, PASSAGE, (update) => {
    view.show(update);
    if (update.state === 'settled' && update.outcome && update.outcome.verdict !== 'confident') {
      void showOtherLanguages(parts.others, update.query, config, t, () => current === update.query);
    }
  });
  let current = '';

  const search = (query: string, partial: boolean): void => {
    if (query === current) return;
    current = query;
    session.search({ text: query, partial, limit: config.results });
  };
  const fromAddress = (): void => {
    address.moved();
    parts.input.value = addressQuery();
    search(typedQuery(parts.input.value, false) ?? '', false);
  };

  const typed = (composing: boolean): void => {
    const query = typedQuery(parts.input.value, composing);
    if (query === undefined) return;
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
  view.onMore((limit) => session.search({ text: current, limit }));
  parts.retry.addEventListener('click', () => session.retry());
  addEventListener('popstate', fromAddress);

  // What was typed before this code arrived wins over the address.
  if (parts.input.value) typed(false);
  else fromAddress();
  const prepare = (): void => {
    session.warm();
    void joinDeepTier(config, session, deepLine(parts.deep, config.locale, t));
  };
  if (current) prepare();
  else parts.input.addEventListener('focus', prepare, { once: true });
}

const page = document.querySelector<HTMLElement>('[data-search-page]');
if (page) openResultsPage(page);
