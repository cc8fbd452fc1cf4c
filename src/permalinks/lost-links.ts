import type { Article, HelpCenter, Problem } from '../content/types.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { placeOf, siteUrls } from '../site/urls.ts';

/**
 * What links from elsewhere lose between two states of a help center: ids that are gone and
 * addresses that nothing answers any more. Names the file that had them.
 */
export function lostLinks(before: HelpCenter, after: HelpCenter): Problem[] {
  const ids = new Set(after.articles.map(({ id }) => id));
  const kept = new Set(
    after.articles
      .filter((article) => isBuilt(article))
      .flatMap((article) => [addressOf(article), ...article.aliases.map(placeOf)]),
  );
  return before.articles
    .filter((article) => isBuilt(article))
    .flatMap((article): Problem[] => {
      const problem = (found: string, expected: string, remedy: string): Problem => ({
        file: article.file,
        line: 1,
        rule: 'permanent-links',
        found,
        expected,
        remedy,
        severity: 'error',
      });
      const address = addressOf(article);
      const now = after.articles.find(({ file }) => file === article.file);
      if (!ids.has(article.id)) {
        return [
          now
            ? problem(
                `the id "${now.id}", which was "${article.id}"`,
                `"${article.id}", because links by id last for ever`,
                `Write id: ${article.id} again.`,
              )
            : problem(
                `no article with the id "${article.id}" any more`,
                'an answer at every address that once had one',
                `Add "${address}" to the aliases of the article that answers now.`,
              ),
        ].filter(() => now !== undefined || !kept.has(address));
      }
      if (kept.has(address)) return [];
      return [
        problem(
          `nothing at ${address}/ any more`,
          'an answer at every address that once had one',
          `Add "${address}" to the aliases of the article with the id ${article.id}.`,
        ),
      ];
    });
}

function addressOf(article: Article): string {
  return placeOf(siteUrls().article(article));
}
