import { fieldPlace } from '../field-place.ts';
import { isArticle, type Rule } from '../rule.ts';
import { sitePaths } from '../site-paths.ts';
import type { Problem } from '../types.ts';

export const redirects: Rule = {
  name: 'redirects',
  ensures: 'An old address leads to one article and hides no page.',
  check({ pages, center }) {
    const first = new Map<string, { id: string; file: string }>();
    const taken = sitePaths({ ...center, articles: center.articles.map((article) => ({ ...article, aliases: [] })) });
    return pages.filter(isArticle).flatMap((page) =>
      page.aliases.flatMap((alias, index): Problem[] => {
        const path = alias.replace(/\/$/, '');
        const other = first.get(path);
        first.set(path, other ?? page);
        const hides = taken.has(`${path}/`) || taken.has(path);
        if (!hides && (other === undefined || other.id === page.id)) return [];
        return [
          {
            file: page.file,
            ...fieldPlace(page, ['aliases', index]),
            rule: 'redirects',
            field: `aliases.${index}`,
            found: hides ? `"${alias}", which is the address of a page` : `"${alias}", which ${other!.file} has too`,
            expected: 'an address that nothing else has',
            remedy: hides ? 'Remove it; the page itself is there.' : 'Keep it in the article that answers what people look for there.',
            severity: 'error',
          },
        ];
      }),
    );
  },
};
