import { readHistory, type SiteHistory, withArticle, withSearch } from '../../../contact/history.ts';
import { tabStorage } from '../../guarded-storage.ts';

const KEY = 'signpost:visit';

/** What was searched for and read in this tab so far; kept until the tab is closed. */
export function siteHistory(): SiteHistory {
  return readHistory(tabStorage.get(KEY));
}

export function recordSearch(query: string): void {
  store(withSearch(siteHistory(), query));
}

export function recordArticle(title: string, address: string): void {
  store(withArticle(siteHistory(), { title, address }));
}

function store(next: SiteHistory): void {
  tabStorage.set(KEY, JSON.stringify(next));
}
