import { element } from './elements.ts';
import type { Elsewhere } from './elsewhere.ts';

/**
 * Options in a named group; a visible label is for the eye only, since the group carries it as its name.
 * @param said What is said in another language than the page's, where the name is in it.
 */
export function group(name: string, labelled: boolean, rows: HTMLElement[], said?: Elsewhere): HTMLElement {
  const made = element('div', 'search-group', ...rows);
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', name);
  const visible = element('span', 'search-group-label', name);
  visible.setAttribute('aria-hidden', 'true');
  if (labelled) made.prepend(visible);
  // The name of the group is read in its language, too.
  if (said) for (const part of [made, visible]) part.lang = said.locale;
  return made;
}

/** A row of the list below a search box: a link that is an option. Its children are read as one text. */
export function option(id: string, href: string, className: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return asOption(Object.assign(element('a', '', ...children), { href }), id, className);
}

export function asOption(row: HTMLAnchorElement, id: string, className: string): HTMLAnchorElement {
  row.id = id;
  row.className = `search-option ${className}`.trim();
  row.tabIndex = -1;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  return row;
}
