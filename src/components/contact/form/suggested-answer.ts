import type { Translate } from '../../../i18n/create-translator.ts';
import type { Hit } from '../../../search/core/types.ts';
import { element, highlight } from '../../search/elements.ts';
import { recordArticle } from './history-store.ts';

/** A suggested answer: title and passage; opened, the whole article stands in its place. */
export function suggestedAnswer(hit: Hit, t: Translate): HTMLDetailsElement {
  const summary = element(
    'summary',
    '',
    element('span', 'suggested-title', hit.title),
    element('span', 'suggested-passage', highlight(hit.passage)),
  );
  if (hit.locale) Object.assign(summary, { lang: hit.locale, dir: 'auto' });
  const details = element('details', 'suggested-answer', summary);
  details.dataset.article = hit.article;
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    details.append(body(hit, t));
    recordArticle(hit.title, new URL(hit.href, location.href).href.replace(/#.*/, ''));
  });
  return details;
}

function body(hit: Hit, t: Translate): HTMLElement {
  const link = element('a', '', t('suggest.open'));
  link.href = hit.href;
  link.target = '_blank';
  const place = element('div', 'prose', element('p', '', hit.passage.text));
  if (hit.locale) Object.assign(place, { lang: hit.locale, dir: 'auto' });
  void fillWithArticle(place, hit.href).catch(() => place.append(element('p', 'field-hint', t('suggest.failed'))));
  return element('div', 'suggested-body', place, element('p', '', link));
}

/** Puts the article's own text in place of the passage. It is a page of this site, built by the same build. */
async function fillWithArticle(place: HTMLElement, href: string): Promise<void> {
  const text = (await fetchPage(href.replace(/#.*/, ''))).querySelector('.prose');
  if (!text) throw new Error('The page holds no article.');
  for (const one of text.querySelectorAll('script, .heading-link')) one.remove();
  for (const one of text.querySelectorAll('[id]')) one.removeAttribute('id');
  for (const link of text.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    link.href = new URL(link.getAttribute('href') ?? '', new URL(href, location.href)).href;
    link.target = '_blank';
  }
  place.replaceChildren(...text.childNodes);
}

/** XMLHttpRequest makes a document itself; DOMParser takes text, which Trusted Types forbid. */
function fetchPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      if (request.status === 200 && request.responseXML) resolve(request.responseXML);
      else reject(new Error(`The article answered ${request.status}.`));
    };
    request.onerror = () => reject(new Error('The article did not answer.'));
    request.send();
  });
}
