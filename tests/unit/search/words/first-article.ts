import { rank } from '../../../../src/search/core/rank/rank.ts';
import { article, indexOf } from '../small-site.ts';

/** Articles by id: their title, and what they say. */
export type Titles = Record<string, string | readonly [title: string, text: string]>;

/** The id of the article that comes first for a question, by words alone; undefined where none is found. */
export async function firstArticle(
  locale: string,
  titles: Titles,
): Promise<(question: string) => Promise<string | undefined>> {
  const index = await indexOf(
    Object.entries(titles).map(([id, written]) => {
      const [title, text] = typeof written === 'string' ? [written, 'Text.'] : written;
      return article(id, title, text);
    }),
    { locale },
  );
  return async (question) => {
    const [best] = (await rank(index, question, { tier: 'lexical' })).articles;
    return best && index.core.names![best.article]!.id;
  };
}
