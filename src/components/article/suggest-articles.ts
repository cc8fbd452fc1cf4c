import { openSearchEngine } from '../../search/browser/search-engine.ts';
import type { Hit } from '../../search/core/types.ts';
import { recordSearch, siteHistory } from '../contact/form/history-store.ts';
import { readConfig } from '../search/config.ts';
import { articleRow } from '../search/elements.ts';
import { keepQuestion } from '../search/question-address.ts';

/** Articles offered. */
const OFFERED = 3;
/** A search that led here has this article among so many. */
const NEAR = 6;
/** Passages are not shown; a short one costs least. */
const PASSAGE = 40;

export interface Unhelped {
  /** The part of the page that asks whether the article helped. */
  form: HTMLElement;
  /** The list that a "no" shows; the related articles stand there. */
  list: HTMLElement;
  article: string;
  /** What the reader wrote that they need. */
  words?: string | undefined;
}

/**
 * Puts the articles closest to what the reader is looking for into the list that a "no" shows: for the words they wrote,
 * else for the search they came by, which then stands in the field, else for the article's title. The related articles that
 * stand there fill what is left of it, or stay when nothing is found. The words go along to whoever writes to a person.
 * @param late Whether the list is on show already, and must not change any more.
 * @throws (by rejection) when the page has no search or the index cannot be had.
 */
export async function suggestArticles({ form, list, article, words }: Unhelped, late: () => boolean): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-search-box]');
  if (!box) throw new Error('The page has no search box.');
  if (words) {
    recordSearch(words);
    keepQuestion(words);
  }
  const engine = await openSearchEngine(readConfig(box).index, false, PASSAGE);
  const ask = async (text: string): Promise<Hit[]> => {
    const question = { text, limit: NEAR };
    const ranked = (await engine.instant(question)) ?? (await engine.lexical(question));
    return (await ranked.verdict()) === 'none' ? [] : (await ranked.outcome()).hits;
  };
  const hits = words ? await ask(words) : await askForVisit();
  if (late()) return;
  const found = hits.filter((hit) => hit.article !== article).slice(0, OFFERED);
  if (words) sayFound(found.length > 0);
  const rows = [...list.children];
  const shown = new Set(found.map(({ href }) => pathOf(href)));
  const rest = rows.filter((row) => !shown.has(pathOf(row.querySelector('a')?.href ?? '')));
  list.replaceChildren(...[...found.map((hit) => articleRow(hit, rows[0])), ...rest].slice(0, OFFERED));

  async function askForVisit(): Promise<Hit[]> {
    const search = siteHistory().searches.at(-1);
    const ledHere = search === undefined ? [] : await ask(search);
    const title = document.querySelector<HTMLElement>('[data-article-title]')?.dataset.articleTitle ?? '';
    if (!ledHere.some((hit) => hit.article === article)) return ask(title);
    const field = form.querySelector<HTMLInputElement>('form input');
    if (field && search && field.value === '') field.value = search;
    return ledHere;
  }

  function sayFound(any: boolean): void {
    const status = form.querySelector('[role="status"]');
    const said = form.querySelector<HTMLElement>('[data-answer="no"]')?.dataset.said;
    if (status) status.textContent = (any ? said : form.querySelector('form')?.dataset.none) ?? '';
  }
}

function pathOf(address: string): string {
  return new URL(address, location.href).pathname;
}
