import type { Update } from '../../search/browser/engine-types.ts';
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
  drawCategories(update, categories, context);
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

/** The categories of what was found, with how many each has, the chosen one marked; nothing where there is one. Links that stay keep the focus. */
function drawCategories(
  { query, choices = {}, outcome }: Update,
  place: HTMLElement,
  { config, t }: LineContext,
): void {
  const found = outcome?.categories ?? [];
  place.hidden = found.length < 2;
  if (place.hidden) return;
  const { category, ...others } = choices;
  const chosen = found.some(([title]) => title === category) ? category : undefined;
  const focused = document.activeElement?.getAttribute('href');
  const row = (title: string | undefined, count: number): HTMLElement => {
    const address = choicesAddress(config.search, query, { ...others, category: title });
    const link = choiceLink(address, title ?? t('allCategories'));
    link.append(' ', element('span', 'search-count', String(count)));
    if (title === chosen) link.setAttribute('aria-current', 'true');
    return element('li', '', link);
  };
  const all = found.reduce((sum, [, count]) => sum + count, 0);
  const list = element('ul', '', row(undefined, all), ...found.map(([title, count]) => row(title, count)));
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', t('categories'));
  place.replaceChildren(list);
  const again = focused && [...place.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
  if (again) again.focus({ preventScroll: true });
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
