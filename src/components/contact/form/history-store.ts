import { readVisit, type Visit, withArticle, withSearch } from '../../../contact/history.ts';

const KEY = 'signpost:visit';

/** What this tab's visit has seen so far; kept until the tab is closed. */
export function visit(): Visit {
  try {
    return readVisit(sessionStorage.getItem(KEY));
  } catch {
    return readVisit(null);
  }
}

export function noteSearch(query: string): void {
  store(withSearch(visit(), query));
}

export function noteArticle(title: string, address: string): void {
  store(withArticle(visit(), { title, address }));
}

function store(next: Visit): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage there is nothing to hand over later.
  }
}
