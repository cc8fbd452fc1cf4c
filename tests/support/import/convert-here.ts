import { type convertAll, plainTextConversion } from '../../../scripts/lib/import/convert/convert-all.ts';
import { convertArticle } from '../../../scripts/lib/import/convert/convert-article.ts';

/** Converts without threads, for tests that import thousands of small sources: starting threads takes a second. */
export const convertHere: typeof convertAll = async (articles, links, onEach) =>
  articles.map((article) => {
    onEach();
    try {
      return convertArticle(article, links);
    } catch (error) {
      return plainTextConversion(article, String(error));
    }
  });
