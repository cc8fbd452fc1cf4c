import type { Problem } from '../../content/types.ts';
import type { Answer, Found } from '../finding/search-probe.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const findability: Rule = {
  name: 'findability',
  ensures: 'Each question of queries.yaml finds its answer in the place it must.',
  needsSearchProbe: true,
  async check(context) {
    const problems: Problem[] = [];
    for (const [locale, queries] of Object.entries(context.center.queries.answered)) {
      for (const [index, query] of queries.entries()) problems.push(...(await answered(context, locale, index, query)));
    }
    for (const [locale, questions] of Object.entries(context.center.queries.unanswerable)) {
      for (const [index, question] of questions.entries())
        problems.push(...(await unanswerable(context, locale, index, question)));
    }
    return problems;
  },
};

async function answered(
  { center, searchProbe }: RuleContext,
  locale: string,
  index: number,
  { q, id, rank }: { q: string; id: string; rank: number },
): Promise<Problem[]> {
  // An id that no article has is a problem of its own, and so is a locale that the site lacks.
  if (!searchProbe?.has(locale) || !center.articles.some((article) => article.id === id && article.locale === locale))
    return [];
  const { found } = await searchProbe.ask(locale, q);
  const position = found.findIndex((each) => each.id === id) + 1;
  if (position > 0 && position <= rank) return [];
  return [
    {
      file: 'queries.yaml',
      ...pointInYaml(center.root, 'queries.yaml', [locale, index]),
      rule: 'findability',
      field: `${locale}.${index}`,
      found: `"${q}" finds ${id} ${position === 0 ? 'not at all' : `in place ${position}`}${ahead(found, position, found[position - 1])}`,
      expected: rank === 1 ? `${id} in the first place` : `${id} among the first ${rank}`,
      remedy: `Say it in the customer's words in the title, a heading, the text or keywords of ${id}; or correct the entry, if another article answers better now.`,
      severity: 'error',
    },
  ];
}

/** Who is in front, and by which words of the question. */
function ahead(found: Found[], position: number, own: Found | undefined): string {
  const before = found.slice(0, position === 0 ? 3 : Math.min(3, position - 1));
  if (before.length === 0) return '';
  const words = (each: Found | undefined): string =>
    each && each.words.length > 0 ? `by ${each.words.map((word) => `"${word}"`).join(', ')}` : 'by its meaning';
  const lines = before.map((each) => `${each.id}, "${each.title}", ${words(each)}`);
  return `; ahead of it:\n${lines.join('\n')}${own ? `\nitself found ${words(own)}` : ''}`;
}

async function unanswerable(
  { center, searchProbe }: RuleContext,
  locale: string,
  index: number,
  question: string,
): Promise<Problem[]> {
  if (!searchProbe?.has(locale)) return [];
  const answer: Answer = await searchProbe.ask(locale, question);
  const first = answer.found[0];
  if (!answer.confident || !first) return [];
  return [
    {
      file: 'queries.yaml',
      ...pointInYaml(center.root, 'queries.yaml', ['unanswerable', locale, index]),
      rule: 'findability',
      field: `unanswerable.${locale}.${index}`,
      found: `"${question}" is answered with confidence by ${first.id}, "${first.title}"`,
      expected: 'no confident answer, because no article has it',
      remedy:
        'Move the question up to that article if it does answer; else make the article say more plainly what it is about.',
      severity: 'warning',
    },
  ];
}
