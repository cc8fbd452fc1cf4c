import type { Conversion } from '../convert/conversion.ts';
import { inside } from '../plan/inside.ts';
import type { SourceArticle, SourceSite } from '../sources/source.ts';
import { readText } from '../sources/source-files.ts';
import { withoutDialects } from './dialect-text.ts';
import { visibleText } from './visible-text.ts';
import { lostWords, wordsOf } from './words.ts';

export interface TextCoverage {
  /** Words that readers saw before. */
  before: number;
  /** Those of them that are in the new text too. */
  kept: number;
  /** Articles that lost some, and pages that were not read, the most first, with the lost words. */
  losses: { origin: string; lost: string[] }[];
}

/**
 * Counts the words of all articles before and after; a word that was there twice has to be there twice. Pages that were
 * not read count with all their words.
 */
export function textCoverage(
  articles: SourceArticle[],
  conversions: Conversion[],
  unread: TextCoverage['losses'] = [],
): TextCoverage {
  const result: TextCoverage = { before: 0, kept: 0, losses: unread.filter(({ lost }) => lost.length > 0) };
  for (const { lost } of unread) result.before += lost.length;
  articles.forEach((article, index) => {
    const { written, body, format } = article;
    const before = wordsOf(visibleText(written === undefined ? body : withoutDialects(written), format));
    // The title stands above the text; a heading that repeated it was dropped.
    const now = wordsOf(`${visibleText(conversions[index]?.markdown ?? '', 'markdown')}\n${article.title}`);
    const lost = lostWords(before, now);
    result.before += before.length;
    result.kept += before.length - lost.length;
    if (lost.length > 0) result.losses.push({ origin: article.origin, lost });
  });
  result.losses.sort((one, other) => other.lost.length - one.lost.length);
  return result;
}

/** Reasons why text that readers saw does not come over. */
const reasons = new Set(['unknown-form', 'too-large', 'took-too-long', 'unreadable']);
/** Of a page that was not read, in characters. */
const mostRead = 20_000_000;

/** Files of exports may hold what only some may read: nothing of them is quoted. */
const exportFile = /\.(?:json|jsonl|ndjson)\b[^/]*$/i;

/** The words of the pages and records of a site that were not read. */
export async function unreadPages({ root, skipped, unread = [] }: SourceSite): Promise<TextCoverage['losses']> {
  const pages = unread.map(({ origin, body }) => ({
    origin,
    lost: wordsOf(visibleText(body.slice(0, mostRead), 'html')),
  }));
  for (const { origin } of skipped.filter((one) => reasons.has(one.reason) && !exportFile.test(one.origin))) {
    try {
      const { text } = await readText(inside(root, origin));
      const seen = text.slice(0, mostRead);
      pages.push({ origin, lost: wordsOf(/\.html?$/i.test(origin) ? visibleText(seen, 'html') : seen) });
    } catch {
      // It is a record rather than a file, or cannot be read again: it is named among the skipped ones.
    }
  }
  return pages;
}
