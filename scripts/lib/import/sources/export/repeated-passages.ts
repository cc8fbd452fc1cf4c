import type { Note, SourceArticle } from '../source.ts';

/** A shorter passage is a phrase. Letters and digits. */
const LEAST = 60;

/** Says how many passages stand in several articles, and who makes snippets of them. */
export function passagesTwice(articles: readonly SourceArticle[], why: string): Note[] {
  const count = repeatedPassages(articles);
  if (count === 0) return [];
  return [
    {
      level: 'info',
      kind: 'passages-repeated',
      detail: `${why}. ${count === 1 ? '1 passage stands' : `${count} passages stand`} word for word in several articles: npm run check names sections that say the same, and npm run check -- --fix makes snippets of what they share.`,
    },
  ];
}

/**
 * How many passages stand word for word in several articles of a language: what help desks write out of blocks that
 * writers reuse, and what people copied.
 */
function repeatedPassages(articles: readonly SourceArticle[]): number {
  const seen = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { id, locale, body } of articles)
    for (const passage of body.split(
      /<\/?(?:p|div|li|h[1-6]|td|th|ul|ol|table|tr|blockquote|section|article|br)\b[^<>]*>/i,
    )) {
      if (passage.length < LEAST) continue;
      const words = `${locale} ${passage
        .replace(/<[^<>]*>/g, ' ')
        .replace(/&[a-z#\d]{1,10};/gi, ' ')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '')}`;
      if (words.length - locale.length <= LEAST) continue;
      const first = seen.get(words);
      if (first === undefined) seen.set(words, id);
      else if (first !== id) repeated.add(words);
    }
  return repeated.size;
}
