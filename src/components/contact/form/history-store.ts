import { readHistory, type SiteHistory, withArticle, withSearch } from '../../../contact/history.ts';

const KEY = 'signpost:visit';

/** What was searched for and read in this tab so far; kept until the tab is closed. */
export function siteHistory(): SiteHistory {
  try {
    return readHistory(sessionStorage.getItem(KEY));
  } catch {
    return readHistory(null);
  }
}

export function recordSearch(query: string): void {
  store(withSearch(siteHistory(), query));
}

export function recordArticle(title: string, address: string): void {
  store(withArticle(siteHistory(), { title, address }));
}

function store(next: SiteHistory): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage there is nothing to hand over later.
  }
}
