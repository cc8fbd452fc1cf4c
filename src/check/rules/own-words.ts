import type { Problem } from '../../content/types.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { pointOfField } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const ownWords: Rule = {
  name: 'own-words',
  ensures: 'Who asks for an article in its own words finds it first.',
  needsSearchProbe: true,
  async check({ center, searchProbe, today }) {
    const problems: Problem[] = [];
    for (const article of center.articles) {
      if (!isBuilt(article, today) || article.unlisted || !searchProbe?.has(article.locale)) continue;
      const byTitle = await searchProbe.ask(article.locale, article.title);
      if (byTitle.found[0]?.id === article.id) continue;
      const byDescription = await searchProbe.ask(article.locale, article.description);
      if (byDescription.found[0]?.id === article.id) continue;
      const first = byTitle.found[0];
      problems.push({
        file: article.file,
        ...pointOfField(article, ['title']),
        rule: 'own-words',
        field: 'title',
        found: first ? `a title that finds ${first.id}, "${first.title}", first` : 'a title that finds nothing',
        expected: 'a title and a description that find the article itself',
        remedy: 'Say in the title what only this article answers, or make one article of both.',
        severity: 'warning',
      });
    }
    return problems;
  },
};
