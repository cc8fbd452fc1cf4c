import type { Update } from '../../search/browser/engine-types.ts';
import { stableMerge } from '../../search/browser/stable-merge.ts';
import type { Hit, LanguageHits, Verdict } from '../../search/core/types.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element, highlight, placeOf } from './elements.ts';
import { askedLine, type Elsewhere, elsewhereLink, languageHeading } from './elsewhere.ts';
import { mentioned, searchAddress } from './question-address.ts';

/** What the panel under a box shows: a note, and groups of rows. */
export interface Suggestions {
  /** The articles shown in the question's language, in order. */
  hits: Hit[];
  /** Those shown below, in other languages. */
  others: LanguageHits[];
  /** Sentences above the rows. */
  note: (string | HTMLElement)[];
  groups: HTMLElement[];
  /** What is announced to screen readers once typing pauses; '' for nothing. */
  message: string;
  /** The verdict that the groups show. */
  verdict?: Verdict;
}

export interface SuggestionContext {
  config: BoxConfig;
  t: SearchTranslate;
  /** Id of the listbox; rows are named after it. */
  id: string;
  /** The articles on show for this query, and the one held by pointer or keyboard. */
  shown: Hit[];
  shownOthers: LanguageHits[];
  held: string | undefined;
  /** The verdict on show for this query. */
  verdict: Verdict | undefined;
  /** What is said of a question in another language than the page's. */
  elsewhere: Elsewhere | undefined;
}

/** Articles that are merely closest are listed fewer when nothing answers: the way to a person is what matters then. */
const CLOSEST = 3;

/** Turns a step of the search into the rows of the list. */
export function suggestions(update: Update, context: SuggestionContext): Suggestions {
  const { config, t, id, elsewhere } = context;
  const { outcome, state, query } = update;
  if (state === 'offline' || state === 'broken')
    return { hits: [], others: [], note: [t(state)], groups: [], message: t(state) };
  if (!outcome || (state === 'searching' && outcome.verdict === 'none'))
    return { hits: [], others: [], note: [t('searching')], groups: [], message: '' };

  // Another verdict has other headings, which would push the row that is held.
  const kept = context.shown.some((hit) => hit.article === context.held) ? context.verdict : undefined;
  const verdict = kept ?? outcome.verdict;
  const none = verdict === 'none';
  // A row further down is held in place by all that is above it.
  const heldBelow = context.shownOthers.some((group) => group.hits.some((hit) => hit.article === context.held));
  const held = heldBelow ? context.shown.at(-1)?.article : context.held;
  const hits = stableMerge(context.shown, outcome.hits, held, none ? CLOSEST : config.suggestions);
  const others = heldBelow ? context.shownOthers : (outcome.others ?? []);
  // The answer's text, of any number of lines, would push the row that is held.
  if (kept === 'confident' && context.shown[0]?.bare) hits[0] = context.shown[0];
  const answered = verdict === 'confident' && (kept !== undefined || hits[0]?.article === outcome.hits[0]?.article);
  const rows = hits.map((hit, index) =>
    hitOption(`${id}-${hit.article}`, hit, answered && index === 0 ? outcome.locale : undefined),
  );
  const all = option(
    `${id}-all`,
    searchAddress(config.search, query),
    'search-option-all',
    t('seeAll', { query: mentioned(query) }),
  );
  const person = option(
    `${id}-person`,
    config.contact,
    'search-option-person',
    element('strong', '', t('noneAction')),
    element('span', '', t('noneHint')),
  );

  const groups: HTMLElement[] = [];
  if (none) groups.push(group(t('none'), '', [person]));
  if (answered) groups.push(group(t('answer'), t('answer'), rows.splice(0, 1)));
  if (rows.length > 0)
    groups.push(group(t(labelOf(verdict)), verdict === 'confident' ? '' : t(labelOf(verdict)), rows));
  for (const { locale, hits: found } of others) {
    const heading = languageHeading(locale, { asked: outcome.locale, said: elsewhere, t });
    const made = group(
      heading,
      heading,
      found.map((hit) => hitOption(`${id}-${hit.article}`, hit)),
    );
    if (elsewhere) made.firstElementChild!.setAttribute('lang', elsewhere.locale);
    groups.push(made);
  }
  if (!none) groups.push(group(t('seeAll', { query: mentioned(query) }), '', [all]));
  if (elsewhere) {
    const row = elsewhereLink(elsewhere);
    groups.push(group(elsewhere.text, '', [asOption(row, `${id}-elsewhere`, 'search-option-all')]));
  }
  return {
    hits,
    others,
    note: [...(none ? [t('none')] : []), ...(elsewhere ? [askedLine(elsewhere)] : [])],
    groups,
    message: none ? t('none') : t('announce', { count: hits.length + others.flatMap((one) => one.hits).length }),
    verdict,
  };
}

function labelOf(verdict: 'confident' | 'related' | 'none'): 'results' | 'closest' | 'noneClosest' {
  return verdict === 'confident' ? 'results' : verdict === 'related' ? 'closest' : 'noneClosest';
}

/** Options in a named group; the visible label is for the eye only, since the group carries it as its name. */
function group(name: string, label: string, rows: HTMLElement[]): HTMLElement {
  const made = element('div', 'search-group', ...rows);
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', name);
  if (label) {
    const visible = element('span', 'search-group-label', label);
    visible.setAttribute('aria-hidden', 'true');
    made.prepend(visible);
  }
  return made;
}

/** A row of the list below a search box: a link that is an option. Its children are read as one text. */
function option(id: string, href: string, className: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return asOption(Object.assign(element('a', '', ...children), { href }), id, className);
}

function asOption(row: HTMLAnchorElement, id: string, className: string): HTMLAnchorElement {
  row.id = id;
  row.className = `search-option ${className}`.trim();
  row.tabIndex = -1;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  return row;
}

/**
 * The row of an article: title, category and heading, and the passage that answers.
 * @param asked The locale of the question, for the row that answers it.
 */
function hitOption(id: string, hit: Hit, asked?: string): HTMLAnchorElement {
  const place = [hit.category, ...hit.headings.slice(-1)].join(' › ');
  const row = option(
    id,
    hit.href,
    asked ? 'search-option-answer' : '',
    element('span', 'search-option-title', hit.title),
    element('span', 'search-option-place', ...(asked ? placeOf(place, hit, asked) : [place])),
    element('span', 'search-option-passage', highlight(hit.passage)),
  );
  if (hit.locale) row.lang = hit.locale;
  row.dataset.article = hit.article;
  return row;
}
