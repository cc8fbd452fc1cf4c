import { placeOf } from '../../content/insert/places.ts';
import type { Problem } from '../../content/types.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { type Contradiction, findContradictions } from '../meaning/contradictions.ts';
import { statementsOf } from '../meaning/statements.ts';
import type { Rule } from '../rule.ts';

/** More rows than anybody reads would hide the ones that matter. */
const ROWS = 60;

export const contradiction: Rule = {
  name: 'contradiction',
  ensures: 'Customers are not told two things.',
  needsEmbedder: true,
  async check({ center, embedder, today }) {
    if (!embedder) return [];
    const found: Contradiction[] = [];
    for (const { code } of center.site?.locales ?? []) {
      const articles = center.articles.filter((article) => article.locale === code && isBuilt(article, today));
      const statements = await statementsOf(articles, code);
      found.push(...(await findContradictions(statements, code, embedder, center.checkSettings.contradiction)));
    }
    found.sort((a, b) => b.score - a.score);
    return eachOnce(found).slice(0, ROWS).map(row);
  },
};

/** A sentence that stands in many articles contradicts all of them in the same way: its two surest pairs are enough. */
function eachOnce(found: Contradiction[]): Contradiction[] {
  const shown = new Map<string, number>();
  return found.filter(({ a, b }) => {
    const counts = [a.text, b.text].map((text) => shown.get(text) ?? 0);
    if (Math.max(...counts) >= 2 || Math.min(...counts) >= 1) return false;
    [a.text, b.text].forEach((text, index) => shown.set(text, counts[index]! + 1));
    return true;
  });
}

function row({ a, b, reason }: Contradiction): Problem {
  const { file, line } = placeOf(b.article, b.line);
  const other = `${file}:${line}`;
  return {
    file: a.article.file,
    line: a.line,
    rule: 'contradiction',
    found: `"${a.text}"\nand in ${other}\n"${b.text}"`,
    expected:
      reason === 'numbers'
        ? 'the same numbers, if both speak of the same thing'
        : 'the same answer, if both speak of the same thing',
    remedy: 'Find out which of the two is true, and correct the other; or say in both what sets them apart.',
    severity: 'warning',
  };
}
