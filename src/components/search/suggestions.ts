import type { Update } from '../../search/browser/engine-types.ts';
import type { Hit, LanguageHits } from '../../search/core/types.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element, highlight, placeOf, variantTags } from './elements.ts';
import {
  askedLine,
  betterLine,
  type Elsewhere,
  elsewhereLink,
  type Heading,
  headingIn,
  languageHeading,
} from './elsewhere.ts';
import { mentioned, searchAddress } from './question-address.ts';
import { asOption, group, option } from './rows.ts';

/** What the panel under a box shows: a note, and groups of rows. */
export interface Suggestions {
  /** Sentences above the rows. */
  note: (string | HTMLElement)[];
  groups: HTMLElement[];
  /** What is announced to screen readers once typing pauses; '' for nothing. */
  message: string;
}

export interface SuggestionContext {
  config: BoxConfig;
  t: SearchTranslate;
  /** Id of the listbox; rows are named after it. */
  id: string;
  /** What is said of a question in another language than the page's. */
  elsewhere: Elsewhere | undefined;
}

/** Articles that are merely closest are listed fewer when nothing answers: the way to a person is what matters then. */
const CLOSEST = 3;

/** Turns a step of the search into the rows of the list. */
export function suggestions(update: Update, context: SuggestionContext): Suggestions {
  const { config, t, id, elsewhere } = context;
  const { outcome, state, query, offered, late = [] } = update;
  if (state === 'offline' || state === 'broken') return { note: [t(state)], groups: [], message: t(state) };
  if (!outcome || (state === 'searching' && outcome.verdict === 'none'))
    return { note: [t('searching')], groups: [], message: '' };

  const { verdict, others = [] } = outcome;
  const none = verdict === 'none';
  const answered = verdict === 'confident';
  const hits = outcome.hits.slice(0, none ? CLOSEST : config.suggestions);
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
  const titled = (key: Heading, labelled: boolean, options: HTMLElement[]): HTMLElement =>
    group(headingIn(key, elsewhere, t), labelled, options, elsewhere);
  const ofLanguage = ({ locale, hits: found }: LanguageHits): HTMLElement =>
    group(
      languageHeading(locale, { asked: outcome.locale, said: elsewhere, t }),
      true,
      found.map((hit) => hitOption(`${id}-${hit.article}`, hit)),
      elsewhere,
    );

  const groups: HTMLElement[] = [];
  if (none) groups.push(group(t('none'), false, [person]));
  if (answered) groups.push(titled('answer', true, rows.splice(0, 1)));
  // It lies on the line of the label, so that it pushes nothing.
  if (offered) rows.unshift(offeredOption(`${id}-better`, offered, betterLine(offered.title, elsewhere, t)));
  if (rows.length > 0) groups.push(titled(labelOf(verdict), !answered, rows));
  groups.push(...others.map(ofLanguage));
  if (!none) groups.push(group(t('seeAll', { query: mentioned(query) }), false, [all]));
  if (elsewhere) {
    const row = elsewhereLink(elsewhere);
    groups.push(group(elsewhere.text, false, [asOption(row, `${id}-elsewhere`, 'search-option-all')]));
  }
  groups.push(...late.map(ofLanguage));
  const count = hits.length + [...others, ...late].flatMap((one) => one.hits).length;
  const found = none ? headingIn('none', elsewhere, t) : t('announce', { count });
  return {
    note: [...(none ? [headingIn('none', elsewhere, t)] : []), ...(elsewhere ? [askedLine(elsewhere)] : [])],
    groups,
    message: offered ? betterLine(offered.title, elsewhere, t) : found,
  };
}

function labelOf(verdict: 'confident' | 'related' | 'none'): 'results' | 'closest' | 'noneClosest' {
  return verdict === 'confident' ? 'results' : verdict === 'related' ? 'closest' : 'noneClosest';
}

/** The line of an answer that came late. */
function offeredOption(id: string, { href, article, locale }: Hit, line: string): HTMLAnchorElement {
  const row = option(id, href, 'search-option-better', line);
  if (locale) row.hreflang = locale;
  row.dataset.article = article;
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
    element('span', 'search-option-place', ...variantTags(hit), ...(asked ? placeOf(place, hit, asked) : [place])),
    element('span', 'search-option-passage', highlight(hit.passage)),
  );
  if (hit.locale) Object.assign(row, { lang: hit.locale, dir: 'auto' });
  row.dataset.article = hit.article;
  return row;
}
