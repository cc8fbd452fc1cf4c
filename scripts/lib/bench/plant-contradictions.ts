import type { Statement } from '../../../src/check/meaning/statements.ts';
import type { Article } from '../../../src/content/types.ts';

/** A sentence of one article, and the altered one that goes into another. */
export interface PlantedContradiction {
  reason: 'numbers' | 'negation';
  sentence: string;
  altered: string;
  from: string;
  into: string;
}

/** Ways in which another writer begins the same sentence. */
const BEGINNINGS = ['', '', 'Please note: ', 'As a rule, ', 'Remember: '];
const VERBS = /\b(can|must|is|are|will|may|should)\b(?! not\b)/;
const NUMBER = /(?<![\w.,:/-])\d{1,4}(?![\w.,:/-]*\w)/;

/**
 * Takes sentences of `count` articles, evenly spread over those that have fitting ones, doubles a number in one half of them and
 * turns the other half round, and puts each into the article that stands `count` places on. The same
 * statements give the same plan.
 * @throws Error when fewer than `count` articles have a sentence to alter.
 */
export function plantContradictions(statements: readonly Statement[], count: number): PlantedContradiction[] {
  const files = [...new Set(statements.map((statement) => articleOf(statement).file))];
  const numbered = firstOfEach(statements.filter(({ text, quantities }) => quantities.length > 0 && NUMBER.test(text)));
  const turned = firstOfEach(statements.filter(({ text, negatedAnywhere }) => !negatedAnywhere && VERBS.test(text)));
  const half = Math.floor(count / 2);
  const withNumbers = spread(numbered, half);
  const taken = new Set(withNumbers.map((statement) => articleOf(statement).file));
  const withNegations = spread(
    turned.filter((statement) => !taken.has(articleOf(statement).file)),
    count - half,
  );
  if (withNumbers.length + withNegations.length < count)
    throw new Error(
      `Only ${withNumbers.length} articles have a sentence with a number and ${withNegations.length} others one to turn round; ${count} are needed.`,
    );
  return [...withNumbers, ...withNegations].map((statement, index): PlantedContradiction => {
    const { text } = statement;
    const article = articleOf(statement);
    const reason = index < half ? 'numbers' : 'negation';
    const altered =
      reason === 'numbers'
        ? text.replace(NUMBER, (number) => String(Number(number) * 2 || 5))
        : text.replace(VERBS, '$1 not');
    const beginning = BEGINNINGS[index % BEGINNINGS.length]!;
    const into = files[(files.indexOf(article.file) + count) % files.length]!;
    return {
      reason,
      sentence: text,
      altered: beginning + (beginning === '' ? altered : altered[0]!.toLowerCase() + altered.slice(1)),
      from: article.file,
      into,
    };
  });
}

/** The first article that says it. */
function articleOf({ places }: Statement): Article {
  return places[0]!.article;
}

/** The first whole sentence of 6 to 30 words of each article. */
function firstOfEach(statements: readonly Statement[]): Statement[] {
  const found = new Map<string, Statement>();
  for (const statement of statements) {
    const words = statement.text.split(' ').length;
    const { file } = articleOf(statement);
    if (!found.has(file) && words >= 6 && words <= 30 && /[.!]$/.test(statement.text)) found.set(file, statement);
  }
  return [...found.values()];
}

function spread<T>(list: readonly T[], count: number): T[] {
  return Array.from(
    { length: Math.min(count, list.length) },
    (_, index) => list[Math.floor((index * list.length) / Math.min(count, list.length))]!,
  );
}
