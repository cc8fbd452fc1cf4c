import type { Problem } from '../../content/types.ts';
import { isArticle, type Rule } from '../rule.ts';

export const orphan: Rule = {
  name: 'orphan',
  ensures: 'Readers of other articles come to each article by a link.',
  check({ pages, texts, center, findLink }) {
    const linked = new Set(center.site?.popular ?? []);
    for (const page of texts) {
      const named = isArticle(page) ? page.related : [];
      const targets = page.references.flatMap(({ kind, target }) =>
        kind === 'link' ? (findLink(target, page.file)?.id ?? []) : [],
      );
      const own = isArticle(page) ? page.id : undefined;
      for (const id of [...named, ...targets]) if (id !== own) linked.add(id);
    }
    const listed = pages
      .filter(isArticle)
      .filter(({ locale, draft, unlisted }) => !draft && !unlisted && locale === center.site?.defaultLocale);
    const unlinked = listed.filter(({ id }) => !linked.has(id));
    // In a help center that links little, saying so of every other article would help nobody.
    if (unlinked.length > Math.max(3, listed.length / 5)) return [];
    return unlinked.map(
      ({ file, id }): Problem => ({
        file,
        line: 1,
        rule: 'orphan',
        found: 'no other article that links here',
        expected: 'a link from an article whose readers need this one next',
        remedy: `Link to it by id:${id} where that helps, or name it in related of a neighbouring article.`,
        severity: 'warning',
      }),
    );
  },
};
