/** What somebody searched for and read on this site before they wrote; it never leaves the device unless they send it. */
export interface SiteHistory {
  searches: string[];
  articles: { title: string; address: string }[];
}

const NONE: SiteHistory = { searches: [], articles: [] };
/** The newest so many of each are kept. */
const KEPT = 8;
/** Letters of a search or a title that are kept. */
const LONGEST_KEPT = 200;

/** The history with one more search; a longer form of the search before replaces it. */
export function withSearch(history: SiteHistory, query: string): SiteHistory {
  const text = query.trim().replace(/\s+/g, ' ').slice(0, LONGEST_KEPT);
  if (!text) return history;
  const others = history.searches.filter((one) => one !== text && !text.startsWith(one));
  return { ...history, searches: [...others, text].slice(-KEPT) };
}

/** The history with one more article, each once. */
export function withArticle(history: SiteHistory, article: SiteHistory['articles'][number]): SiteHistory {
  const others = history.articles.filter((one) => one.address !== article.address);
  return {
    ...history,
    articles: [...others, { title: article.title.slice(0, LONGEST_KEPT), address: article.address }].slice(-KEPT),
  };
}

/** The history as an agent reads it; '' when there is none. */
export function historyText({ searches, articles }: SiteHistory, words: { searched: string; read: string }): string {
  const sections = [
    searches.length > 0 && [words.searched, ...searches.map((search) => `- ${search}`)].join('\n'),
    articles.length > 0 && [words.read, ...articles.map(({ title, address }) => `- ${title}\n  ${address}`)].join('\n'),
  ];
  return sections.filter(Boolean).join('\n\n');
}

/** The history that was stored; an empty one when it is missing or not ours. */
export function readHistory(stored: string | null): SiteHistory {
  try {
    const { searches, articles } = JSON.parse(stored ?? 'null') as Partial<SiteHistory>;
    if (!Array.isArray(searches) || !Array.isArray(articles)) return NONE;
    return {
      searches: searches.filter((one) => typeof one === 'string').slice(-KEPT),
      articles: articles
        .filter((one) => typeof one?.title === 'string' && typeof one?.address === 'string')
        .slice(-KEPT),
    };
  } catch {
    return NONE;
  }
}
