/** An article that a search found. */
export interface Found {
  id: string;
  title: string;
  /** Words of the passage that match the query, as they are written there. */
  words: string[];
}

/** What a search for a question gives. */
export interface Answer {
  /** Whether the search claims to have the answer. */
  confident: boolean;
  /** Best first; at most ten. */
  found: Found[];
}

/** The site's own search, for the rules that ask it. */
export interface SearchProbe {
  /** Whether the locale has an index. */
  has(locale: string): boolean;
  /** @param how `unpinned` for what the search finds by itself, without pinned answers. */
  ask(locale: string, question: string, how?: 'unpinned'): Promise<Answer>;
  /** What comes first for each of some questions, alone: costs less, and is remembered as long as the search is the same. */
  first(locale: string, questions: readonly string[]): Promise<(Pick<Found, 'id' | 'title'> | undefined)[]>;
}
