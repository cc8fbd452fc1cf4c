import { isOld, type Review } from '../../agents/review.ts';
import type { Translate } from '../../i18n/create-translator.ts';
import type { Hit } from '../../search/core/types.ts';
import { element, highlight, variantTags } from '../search/elements.ts';

export interface AnswerContext {
  locale: string;
  /** Undefined where it could not be had; then nothing is said of it. */
  review: Review | undefined;
  /** What else an agent should know of it. */
  notes: readonly string[];
  t: Translate;
  /** What the button says that it does. */
  action: 'agents.copy' | 'agents.insert';
  copy(): void;
  /** Reports the answer as wrong or old; undefined where reports go nowhere. */
  report: ((button: HTMLButtonElement) => void) | undefined;
}

/** One answer for an agent: what it says, how old it is, and buttons to take it along. */
export function answerItem(
  hit: Hit,
  heading: 'h2' | 'h3',
  { locale, review, notes, t, action, copy, report }: AnswerContext,
): HTMLElement {
  const link = element('a', '', hit.title);
  link.href = hit.href;
  link.target = '_blank';
  const tick = element('input', '');
  tick.type = 'checkbox';
  tick.setAttribute('aria-label', t('agents.choose', { title: hit.title }));
  const button = element(
    'button',
    'button button-quiet button-small',
    element('span', '', t(action)),
    element('span', 'visually-hidden', ` ${hit.title}`),
  );
  button.type = 'button';
  button.addEventListener('click', copy);
  // The words of the article are in its language, those of the page around them are not.
  const place = element('p', 'result-place', ...variantTags(hit), [hit.category, ...hit.headings].join(' › '));
  const title = element(heading, 'result-title', link);
  const passage = element('p', 'result-passage', highlight(hit.passage));
  for (const part of [place, title, passage]) Object.assign(part, { lang: locale, dir: 'auto' });
  const item = element(
    'li',
    'agents-answer',
    place,
    title,
    passage,
    ...notes.map((note) => element('p', 'agents-note', note)),
    element(
      'div',
      'agents-foot',
      element('p', 'agents-review', ...reviewText(review, t)),
      element(
        'div',
        'agents-actions',
        element('label', 'agents-choose', tick, element('span', '', t('agents.chooseShort'))),
        ...(report ? [reportButton(t('agents.wrong'), report, hit.title)] : []),
        button,
      ),
    ),
  );
  item.dataset.article = hit.article;
  return item;
}

/** A button that reports something. @param about What it is about, for those who do not see where it stands. */
export function reportButton(text: string, report: (button: HTMLButtonElement) => void, about: string): HTMLElement {
  const button = element(
    'button',
    'link-button agents-report',
    element('span', '', text),
    element('span', 'visually-hidden', ` ${about}`),
  );
  button.type = 'button';
  button.addEventListener('click', () => report(button));
  return button;
}

function reviewText(review: Review | undefined, t: Translate): Node[] {
  if (!review) return [];
  const old = isOld(review, new Date()) ? [element('strong', 'agents-old', t('agents.old'))] : [];
  if (review.reviewed === undefined) return [element('span', '', t('agents.noDate')), ...old];
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${review.reviewed}T00:00:00Z`),
  );
  return [element('span', '', t('agents.reviewed', { date })), ...old];
}
