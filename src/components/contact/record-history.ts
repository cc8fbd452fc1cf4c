import { keepQuestion } from '../search/question-address.ts';
import { recordArticle, recordSearch } from './form/history-store.ts';

// What a visitor reads and searches for can go along with a message they write later.
const article = document.querySelector<HTMLElement>('[data-article-title]');
if (article) recordArticle(article.dataset.articleTitle ?? '', location.origin + location.pathname);

/** A search counts once something is done with it: a result opened, the page of results called or left. */
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('.search-panel a, .search-page a')) record();
});
document.addEventListener('submit', record);
addEventListener('pagehide', () => document.querySelector('.search-page') && record());

function record(): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('.search-input')];
  const input = inputs.find((one) => one.value.trim());
  if (!input) return;
  // With the subject that was chosen, where several may have been meant.
  const query = [input.value.trim(), input.dataset.about].filter(Boolean).join(' – ');
  recordSearch(query);
  keepQuestion(query);
}
