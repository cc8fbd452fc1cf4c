import type { Hit } from '../../search/core/types.ts';
import { element } from './create-element.ts';
import { markedText } from './highlight.ts';

/** One result of the results page: category, title, heading of the section, the passage that answers. */
export function resultItem(hit: Hit, kind: 'answer' | 'result', lang?: string): HTMLElement {
  const link = element('a', '', hit.title);
  link.href = hit.href;
  const item = element(
    kind === 'answer' ? 'section' : 'li',
    kind === 'answer' ? 'answer' : 'result',
    element('p', 'result-place', [hit.category, ...hit.headings].join(' › ')),
    element('h2', 'result-title', link),
    element('p', kind === 'answer' ? 'answer-passage' : 'result-passage', markedText(hit.passage)),
  );
  item.dataset['article'] = hit.article;
  if (lang) item.lang = lang;
  return item;
}
