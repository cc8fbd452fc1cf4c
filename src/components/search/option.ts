import type { Hit } from '../../search/core/types.ts';
import { element } from './create-element.ts';
import { markedText } from './highlight.ts';

/** A row of the list below a search box: a link that is an option. Its children are read as one text. */
export function option(id: string, href: string, className: string, ...children: (Node | string)[]): HTMLAnchorElement {
  const row = element('a', `search-option ${className}`.trim(), ...children);
  row.id = id;
  row.href = href;
  row.tabIndex = -1;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  return row;
}

/** The row of an article: title, category and heading, and the passage that answers. */
export function hitOption(id: string, hit: Hit, answer: boolean): HTMLAnchorElement {
  const row = option(
    id,
    hit.href,
    answer ? 'search-option-answer' : '',
    element('span', 'search-option-title', hit.title),
    element('span', 'search-option-place', [hit.category, ...hit.headings.slice(-1)].join(' › ')),
    element('span', 'search-option-passage', markedText(hit.passage)),
  );
  row.dataset['article'] = hit.article;
  return row;
}
