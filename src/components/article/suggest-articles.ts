import { openSearchEngine } from '../../search/browser/search-engine.ts';
import type { Hit } from '../../search/core/types.ts';
import { siteHistory } from '../contact/form/history-store.ts';
import { readConfig } from '../search/config.ts';
import { articleRow } from '../search/elements.ts';

/** Articles offered. */
const OFFERED = 3;
/** A search that led here has this article among so many. */
const NEAR = 6;
/** Passages are not shown; a short one costs least. */
const PASSAGE = 40;

/**
 * Puts the articles closest to what the reader is looking for into the list that a "no" shows: those of the search they
 * came by, else of one for the article's title. The related articles that stand there fill what is left of it, or stay
 * when nothing is found.
 * @param late Whether the list is on show already, and must not change any more.
 * @throws (by rejection) when the page has no search or the index cannot be had.
 */
export async function suggestArticles(list: HTMLElement, article: string, late: () => boolean): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-search-box]');
  if (!box) throw new Error('The page has no search box.');
  const engine = await openSearchEngine(readConfig(box).index, false, PASSAGE);
  const ask = async (text: string): Promise<Hit[]> => {
    const question = { text, limit: NEAR };
    const ranked = (await engine.instant(question)) ?? (await engine.lexical(question));
    return ranked.verdict === 'none' ? [] : (await ranked.outcome()).hits;
  };
  const search = siteHistory().searches.at(-1);
  const ledHere = search === undefined ? [] : await ask(search);
  const title = document.querySelector<HTMLElement>('[data-article-title]')?.dataset.articleTitle ?? '';
  const hits = ledHere.some((hit) => hit.article === article) ? ledHere : await ask(title);
  if (late()) return;
  const rows = [...list.children];
  const found = hits.filter((hit) => hit.article !== article).slice(0, OFFERED);
  const shown = new Set(found.map(({ href }) => pathOf(href)));
  const rest = rows.filter((row) => !shown.has(pathOf(row.querySelector('a')?.href ?? '')));
  list.replaceChildren(...[...found.map((hit) => articleRow(hit, rows[0])), ...rest].slice(0, OFFERED));
}

function pathOf(address: string): string {
  return new URL(address, location.href).pathname;
}
