import type { Choices, Update } from '../../search/browser/engine-types.ts';
import { choicesAddress } from './choices-address.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element } from './elements.ts';
import { mentioned } from './question-address.ts';

/** A line above the results: as it is said, and as it is shown. */
interface Line {
  said: string;
  shown: (Node | string)[];
}

interface LineContext {
  config: Pick<BoxConfig, 'search'>;
  t: SearchTranslate;
}

/** Draws what a question was taken for, its categories, and which of several subjects may be meant; gives what is said of both. */
export function drawChoices(
  update: Update,
  { taken, which, categories }: Record<'taken' | 'which' | 'categories', HTMLElement>,
  context: LineContext,
): { taken: string; which: string } {
  const [takenAs, asked] = [takenLine(update, context), whichLine(update, context)];
  drawFilters(update, categories, context);
  for (const [place, { said, shown }] of [
    [taken, takenAs],
    [which, asked],
  ] as const) {
    place.replaceChildren(...shown);
    place.hidden = said === '';
  }
  return { taken: takenAs.said, which: asked.said };
}

/** What a question was taken for whose typos were mended, and of which subject its answers are, each with the way back; nothing of others. */
function takenLine({ query, choices, outcome }: Update, { config, t }: LineContext): Line {
  const back = (key: 'asTyped' | 'allAnswers', chosen: Update['choices']) =>
    choiceLink(choicesAddress(config.search, query, chosen), t(key, { query: mentioned(query) }));
  const taken = outcome?.taken;
  const about = choices?.about;
  const lines = [
    ...(taken === undefined
      ? []
      : [
          {
            ...filled(t('taken', { query: '{}' }), mentioned(taken)),
            link: back('asTyped', { ...choices, asTyped: true }),
          },
        ]),
    ...(about === undefined
      ? []
      : [
          {
            ...filled(t('about', { subject: '{}' }), mentioned(about)),
            link: back('allAnswers', { ...choices, about: undefined }),
          },
        ]),
  ];
  return {
    said: lines.map(({ said }) => said).join(' '),
    shown: lines.flatMap(({ shown, link }) => [...shown, ' ', link, ' ']),
  };
}

/** The question which of several subjects is meant, each with its address; nothing where an answer is sure. */
function whichLine({ query, choices, outcome }: Update, { config, t }: LineContext): Line {
  const subjects = outcome?.verdict === 'confident' || choices?.about ? [] : (outcome?.subjects ?? []);
  if (subjects.length === 0) return { said: '', shown: [] };
  const said = t('which');
  const list = element(
    'ul',
    '',
    ...subjects.map((about) =>
      element('li', '', choiceLink(choicesAddress(config.search, query, { ...choices, about }), about)),
    ),
  );
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', said);
  return { said, shown: [element('span', '', said), list] };
}

/** One thing that results can be filtered by. */
interface Filter {
  label: string;
  all: string;
  /** How many there are without it; left out where one article may have several. */
  total?: number;
  chosen: string | undefined;
  /** What can be chosen, with its name and how many it has. */
  rows: { value: string; name: string; count: number }[];
  /** What is chosen beside the question with one of them, or none. */
  choose(value: string | undefined): Choices;
}

/** The categories and variants of what was found, with how many each has, the chosen ones marked. Links that stay keep the focus. */
function drawFilters(update: Update, place: HTMLElement, { config, t }: LineContext): void {
  const lists = filtersOf(update, t).map(({ label, all, total, chosen, rows, choose }) => {
    const row = (value: string | undefined, name: string, count: number | undefined): HTMLElement => {
      const link = choiceLink(choicesAddress(config.search, update.query, choose(value)), name);
      if (count !== undefined) link.append(' ', element('span', 'search-count', String(count)));
      if (value === chosen) link.setAttribute('aria-current', 'true');
      return element('li', '', link);
    };
    const list = element(
      'ul',
      '',
      row(undefined, all, total),
      ...rows.map((one) => row(one.value, one.name, one.count)),
    );
    list.setAttribute('role', 'list');
    list.setAttribute('aria-label', label);
    return list;
  });
  const focused = document.activeElement?.getAttribute('href');
  place.hidden = lists.length === 0;
  if (place.hidden) return;
  place.replaceChildren(...lists);
  const again = focused && [...place.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
  if (again) again.focus({ preventScroll: true });
}

/** What has at least two of something. */
function filtersOf({ choices = {}, outcome }: Update, t: SearchTranslate): Filter[] {
  const { categories = [], variants = [] } = outcome ?? {};
  const { category, variants: wanted = [], ...others } = choices;
  const byCategory: Filter = {
    label: t('categories'),
    all: t('allCategories'),
    total: categories.reduce((sum, [, count]) => sum + count, 0),
    chosen: categories.find(([title]) => title === category)?.[0],
    rows: categories.map(([title, count]) => ({ value: title, name: title, count })),
    choose: (title) => ({ ...others, category: title, variants: wanted }),
  };
  const byVariant = variants.map(({ label, values }): Filter => {
    const own = values.map(([{ value }]) => value);
    const rest = wanted.filter((value) => !own.includes(value));
    return {
      label,
      all: t('allVariants'),
      chosen: own.find((value) => wanted.includes(value)),
      rows: values.map(([{ value, label: name }, count]) => ({ value, name, count })),
      choose: (value) => ({ ...others, category, variants: value === undefined ? rest : [...rest, value] }),
    };
  });
  return [byCategory, ...byVariant].filter(({ rows }) => rows.length > 1);
}

/** A sentence with an emphasised value at `{}`. */
function filled(sentence: string, value: string): Line {
  const [before = '', after = ''] = sentence.split('{}');
  return { said: before + value + after, shown: [before, element('strong', '', value), after] };
}

function choiceLink(href: string, text: string): HTMLAnchorElement {
  const link = Object.assign(element('a', '', text), { href });
  link.dataset.choice = '';
  return link;
}
