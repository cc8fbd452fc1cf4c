/** What somebody did in one visit before they wrote; it never leaves the device unless they send it. */
export interface Visit {
  searches: string[];
  articles: { title: string; address: string }[];
}

const NONE: Visit = { searches: [], articles: [] };
/** The newest so many of each are kept. */
const KEPT = 8;
const LONGEST = 200;

/** The visit with one more search; a longer form of the search before replaces it. */
export function withSearch(visit: Visit, query: string): Visit {
  const text = query.trim().replace(/\s+/g, ' ').slice(0, LONGEST);
  if (!text) return visit;
  const others = visit.searches.filter((one) => one !== text && !text.startsWith(one));
  return { ...visit, searches: [...others, text].slice(-KEPT) };
}

/** The visit with one more article, each once. */
export function withArticle(visit: Visit, article: Visit['articles'][number]): Visit {
  const others = visit.articles.filter((one) => one.address !== article.address);
  return { ...visit, articles: [...others, { title: article.title.slice(0, LONGEST), address: article.address }].slice(-KEPT) };
}

/** The visit as an agent reads it; '' when nothing happened. */
export function visitText({ searches, articles }: Visit, words: { searched: string; read: string }): string {
  const parts = [
    searches.length > 0 && [words.searched, ...searches.map((search) => `- ${search}`)].join('\n'),
    articles.length > 0 && [words.read, ...articles.map(({ title, address }) => `- ${title}\n  ${address}`)].join('\n'),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** The visit that was stored; an empty one when it is missing or not ours. */
export function readVisit(stored: string | null): Visit {
  try {
    const { searches, articles } = JSON.parse(stored ?? 'null') as Partial<Visit>;
    if (!Array.isArray(searches) || !Array.isArray(articles)) return NONE;
    return {
      searches: searches.filter((one) => typeof one === 'string').slice(-KEPT),
      articles: articles.filter((one) => typeof one?.title === 'string' && typeof one?.address === 'string').slice(-KEPT),
    };
  } catch {
    return NONE;
  }
}
