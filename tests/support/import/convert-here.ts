import { convertArticle } from '../../../scripts/lib/import/convert/convert-article.ts';
import { plainTextConversion } from '../../../scripts/lib/import/convert/plain-text.ts';
import type { convertAll } from '../../../scripts/lib/import/convert/convert-all.ts';

/** Converts without threads, for tests that import thousands of small sources: starting threads takes a second. */
export const convertHere: typeof convertAll = async (articles, places, onEach) =>
  articles.map((article) => {
    onEach();
    try {
      return convertArticle(article, places);
    } catch (error) {
      return plainTextConversion(article, String(error));
    }
  });
