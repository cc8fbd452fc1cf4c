import type { HelpCenter, Problem } from '../../content/types.ts';
import { follow, formatPermalink, parsePermalink } from '../../permalinks/permalink-target.ts';
import { type Anchors, publishedAnchors } from '../../permalinks/record.ts';
import { ownValue } from '../../site/own-value.ts';
import type { Rule } from '../rule.ts';

export const permalinks: Rule = {
  name: 'permalinks',
  ensures: 'Every permanent link that was ever published still leads somewhere.',
  check({ center }) {
    if (!center.files.includes('permalinks.yaml')) return [];
    const now = publishedAnchors(center);
    return [...broken(center, now), ...unrecorded(center, now)];
  },
};

function broken({ permalinks: { articles, moved } }: HelpCenter, now: Anchors): Problem[] {
  const recorded = Object.entries(articles).flatMap(([id, locales]) => [
    id,
    ...new Set(
      Object.values(locales)
        .flat()
        .map((anchor) => formatPermalink(id, anchor)),
    ),
  ]);
  return [...new Set([...recorded, ...Object.keys(moved)])].flatMap((link): Problem[] => {
    const end = follow(link, moved);
    if (end === 'retired') return [];
    if (!end) return [problem(link, `moved, in a circle`, 'a way that ends at an article, or retired')];
    const locales = ownValue(now, end.id);
    const { anchor } = parsePermalink(link);
    const target = formatPermalink(end.id, end.anchor);
    const gone =
      locales === undefined
        ? `no article with the id ${end.id}`
        : end.anchor && !Object.values(locales).flat().includes(end.anchor)
          ? `no section #${end.anchor} in ${end.id}`
          : '';
    // The sections of an article that is gone need no report of their own.
    if (!gone || (anchor && locales === undefined && ownValue(articles, parsePermalink(link).id))) return [];
    return [problem(link, target === link ? gone : `${target}, and ${gone}`, 'an article or section that is there')];
  });
}

function problem(link: string, found: string, expected: string): Problem {
  const section = link.includes('#');
  return {
    file: 'permalinks.yaml',
    line: 1,
    rule: 'permalinks',
    field: link,
    found,
    expected,
    remedy: section
      ? `Keep it: write {#${parsePermalink(link).anchor}} behind the heading. Or redirect it: npm run permalinks -- --mend, or a line “${link}: id#section” under moved. Or retire it: “${link}: retired”.`
      : `Keep it: give the article back its id. Or redirect it: a line “${link}: other-id” under moved. Or retire it: “${link}: retired”.`,
    severity: 'error',
  };
}

/** One line for all, since one command mends all. */
function unrecorded({ permalinks: { articles } }: HelpCenter, now: Anchors): Problem[] {
  const missing = Object.entries(now).filter(([id, locales]) =>
    Object.entries(locales).some(([locale, anchors]) => {
      const known = ownValue(ownValue(articles, id) ?? {}, locale);
      return !known || anchors.some((anchor) => !known.includes(anchor));
    }),
  );
  if (missing.length === 0) return [];
  return [
    {
      file: 'permalinks.yaml',
      line: 1,
      rule: 'permalinks',
      found: `${missing.length === 1 ? 'an article' : `${missing.length} articles`} with new ids or sections: ${missing
        .slice(0, 3)
        .map(([id]) => id)
        .join(', ')}${missing.length > 3 ? ' …' : ''}`,
      expected: 'every id and section that is published',
      remedy: 'Run npm run permalinks before publishing, and commit the file.',
      severity: 'warning',
    },
  ];
}
