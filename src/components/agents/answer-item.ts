import type { Hit } from '../../search/core/types.ts';
import { element } from '../search/element.ts';
import { markedText } from '../search/marked-text.ts';

const DAY = 24 * 60 * 60 * 1000;
/** After so many days without a review an answer is called old. */
const OLD = 365;

export interface AnswerContext {
  index: number;
  locale: string;
  /** `2026-05-01` */
  reviewed: string | undefined;
  say(key: string, values?: Record<string, string>): string;
  copy(): void;
}

/** One answer for an agent: what it says, how old it is, and buttons to take it along. */
export function answerItem(hit: Hit, { index, locale, reviewed, say, copy }: AnswerContext): HTMLElement {
  const link = element('a', '', hit.title);
  link.href = hit.href;
  link.target = '_blank';
  const tick = element('input', '');
  tick.type = 'checkbox';
  tick.setAttribute('aria-label', say('choose', { title: hit.title }));
  const button = element('button', 'button button-quiet button-small', say('copy'));
  button.type = 'button';
  button.setAttribute('aria-label', `${say('copy')}: ${hit.title}`);
  button.addEventListener('click', copy);
  const item = element(
    'li',
    'result agents-answer',
    element('p', 'result-place', [hit.category, ...hit.headings].join(' › ')),
    element('h2', 'result-title', link),
    element('p', 'result-passage', markedText(hit.passage)),
    element('p', 'agents-review', ...review(reviewed, locale, say)),
    element('div', 'agents-actions', element('label', 'check', tick, element('span', '', say('chooseShort'))), button),
  );
  item.dataset['index'] = String(index);
  item.dataset['article'] = hit.article;
  item.lang = locale;
  return item;
}

function review(reviewed: string | undefined, locale: string, say: AnswerContext['say']): Node[] {
  if (!reviewed) return [element('span', '', say('noDate'))];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${reviewed}T00:00:00Z`));
  const old = Date.now() - Date.parse(reviewed) > OLD * DAY;
  return [element('span', '', say('reviewed', { date })), ...(old ? [element('strong', 'agents-old', say('old'))] : [])];
}
