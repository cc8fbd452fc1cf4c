import type { Hit, Passage } from '../../search/core/types.ts';

/** Makes an element with a class and children; strings become text, never HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A passage as text nodes and `<mark>` elements; its text is never parsed as HTML. */
export function highlight({ text, marks }: Passage): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of marks) {
    if (start < done || end > text.length) continue;
    fragment.append(text.slice(done, start));
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    fragment.append(mark);
    done = end;
  }
  fragment.append(text.slice(done));
  return fragment;
}

/** A row such as ArticleList.astro makes, with the icon of `model`, a row of the page. */
export function articleRow(
  { href, title }: Pick<Hit, 'href' | 'title'>,
  model: Element | null | undefined,
): HTMLElement {
  const link = element('a', '', title);
  link.href = href;
  const icon = model?.querySelector(':scope > svg')?.cloneNode(true);
  return element('li', 'row', element('p', 'row-title', link), ...(icon ? [icon] : []));
}

/** The name of a locale's language, `영어`, for one who asks in another. */
export function languageName(locale: string, asked: string): string {
  return new Intl.DisplayNames([asked], { type: 'language' }).of(locale.split('-')[0]!) ?? locale;
}

/**
 * Where an article stands, its language in front where that is not the question's.
 * @param asked The locale of the question, in which the language is named.
 */
export function placeOf(place: string, { locale = '' }: Hit, asked: string): (Node | string)[] {
  if (!locale || locale === asked) return [place];
  const language = element('span', 'tag', languageName(locale, asked));
  language.lang = asked;
  return [language, ` ${place}`];
}

/** For whom a text is, in front of the place where it stands. */
export function variantTags({ variants = [] }: Hit): (Node | string)[] {
  return variants.flatMap(({ label }) => [element('span', 'tag', label), ' ']);
}

/**
 * One result of the results page: category, title, heading of the section, the passage that answers.
 * @param asked The locale of the question.
 */
export function resultItem(hit: Hit, kind: 'answer' | 'result', asked: string): HTMLElement {
  const place = [hit.category, ...hit.headings].join(' › ');
  const link = element('a', '', hit.title);
  link.href = hit.href;
  const item = element(
    kind === 'answer' ? 'section' : 'li',
    kind === 'answer' ? 'answer' : 'result',
    element('p', 'result-place', ...variantTags(hit), ...(kind === 'answer' ? placeOf(place, hit, asked) : [place])),
    element('h2', 'result-title', link),
    element('p', kind === 'answer' ? 'answer-passage' : 'result-passage', highlight(hit.passage)),
  );
  item.dataset.article = hit.article;
  if (hit.locale) Object.assign(item, { lang: hit.locale, dir: 'auto' });
  return item;
}

/**
 * Makes an element hold these children and leaves in place what is there already: most rows stay from one key, or one
 * ranking, to the next, and a row that is not touched keeps the focus and is neither laid out nor painted again.
 */
export function redraw(place: Element, children: readonly Element[]): void {
  const before = [...place.children];
  for (const left of before.slice(children.length)) left.remove();
  children.forEach((child, index) => {
    const old = before[index];
    if (old === undefined) place.append(child);
    else if (!old.isEqualNode(child)) replace(old, child);
  });
}

/** Groups of the same name and number of rows differ in single rows only. */
function replace(old: Element, child: Element): void {
  const within =
    child.getAttribute('role') === 'group' &&
    old.children.length === child.children.length &&
    old.cloneNode().isEqualNode(child.cloneNode());
  if (within) redraw(old, [...child.children]);
  else old.replaceWith(child);
}
