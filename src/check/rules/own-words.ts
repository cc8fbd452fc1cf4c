import type { Article, HelpCenter, OwnPage, Problem } from '../../content/types.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { looseKey } from '../../search/core/index/titles.ts';
import { loadLanguage } from '../../search/core/text/language.ts';
import { ownValue } from '../../site/own-value.ts';
import { pointOfField } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const ownWords: Rule = {
  name: 'own-words',
  ensures: 'Who asks for an article in its own words finds it first.',
  needsSearchProbe: true,
  async check({ center, searchProbe, today }) {
    if (!searchProbe) return [];
    const problems: Problem[] = [];
    const articles = center.articles.filter(
      (article) => isBuilt(article, today) && !article.unlisted && searchProbe.has(article.locale),
    );
    for (const [locale, doubtful] of Map.groupBy(await withDoubt(articles, center), (article) => article.locale)) {
      const byTitle = await searchProbe.first(
        locale,
        doubtful.map(({ title }) => title),
      );
      const missed = doubtful.flatMap((article, place) =>
        byTitle[place]?.id === article.id ? [] : [{ article, first: byTitle[place] }],
      );
      const byDescription = await searchProbe.first(
        locale,
        missed.map(({ article }) => article.description),
      );
      for (const [place, { article, first }] of missed.entries())
        if (byDescription[place]?.id !== article.id) problems.push(lost(article, first));
    }
    return problems;
  },
};

function lost(article: Article, first: { id: string; title: string } | undefined): Problem {
  return {
    file: article.file,
    ...pointOfField(article, ['title']),
    rule: 'own-words',
    field: 'title',
    found: first ? `a title that finds ${first.id}, "${first.title}", first` : 'a title that finds nothing',
    expected: 'a title and a description that find the article itself',
    remedy: 'Say in the title what only this article answers, or make one article of both.',
    severity: 'warning',
  };
}

/** What a search reads as a code, whose holders may come before a title, or as a phrase. */
const CODE_OR_PHRASE =
  /\p{L}\p{M}*[-_./]*\p{N}|\p{N}[-_.,/]*[\p{L}\p{N}]{3}|\p{N}[-_./]*\p{L}|\p{N}[.,]\p{N}|["“”„«»「」『』]/u;
/** Far below what is read of a query. */
const LONGEST = 500;

/**
 * The articles whose titles may not find them. A title that is typed exactly comes first for certain, so that only those have to be
 * asked that several pages share, but for capitals, accents, marks and spaces; and all where answers are pinned. It is what makes
 * this rule grow with the articles and not with their square.
 */
async function withDoubt(articles: readonly Article[], { pins, ownPages }: HelpCenter): Promise<Article[]> {
  const keyOf = async ({ title, locale }: Article | OwnPage): Promise<string> =>
    `${locale} ${looseKey(title, await loadLanguage(locale))}`;
  const keys = await Promise.all([...articles, ...ownPages].map(keyOf));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return articles.filter(
    ({ title, locale }, place) =>
      counts.get(keys[place]!) !== 1 ||
      CODE_OR_PHRASE.test(title) ||
      title.length > LONGEST ||
      (ownValue(pins, locale) ?? []).length > 0,
  );
}
