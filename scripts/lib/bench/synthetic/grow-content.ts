import type { RootContent } from 'mdast';
import { stringify } from 'yaml';
import { articlePath, categoryPath } from '../../../../src/content/article-paths.ts';
import type { Article } from '../../../../src/content/types.ts';
import { pick, type Random, randomBelow, seededRandom } from '../../../../src/search/indexer/distil/seeded-random.ts';
import { writeMarkdown } from '../../import/convert/write-markdown.ts';
import type { Files } from './content.ts';
import { describeSubjects, type Line, type Pattern, patternOf, tokensOf } from './pattern.ts';
import { distinctAfter, growthOf, sample, type Token, WordMaker, wordCutter } from './vocabulary.ts';

/** A question whose answer is known. */
export interface KnownQuestion {
  question: string;
  /** Id of the article. */
  article: string;
}

/** A help center made of another one's sentences. */
export interface GrownContent {
  files: Files;
  questions: KnownQuestion[];
}

/** So many of an article's own words are exchanged, or more where the number of different words falls behind. */
const EXCHANGED = 12;
/** Of an article's lines this share comes from another article of its category. */
const FOREIGN_LINES = 0.25;
/** Articles of a category at most, as people cut one that grows. */
const CATEGORY = 100;
/** Words that a question has beside what it is about. */
const ASKED = 6;
const QUESTIONS = 300;

/**
 * Grows the articles of one language to `count`: the first ones are theirs, later ones take the form of one of them, some of
 * its lines from others of its category, and other words for what it is about. The number of different words grows on as it
 * does in what is given (Heaps' law): where it falls behind, words are made up, else they are another article's. The same
 * seed gives the same files; no two titles are the same.
 * @param articles At least two, in the order of their files.
 */
export function growContent(articles: readonly Article[], locale: string, count: number, seed: number): GrownContent {
  const random = seededRandom(seed);
  const cut = wordCutter(locale);
  const patterns = articles.map((article) => patternOf(article, cut));
  const common = describeSubjects(patterns);
  const growth = growthOf(patterns.map((pattern) => tokensOf(pattern)));
  const things = [...new Set(patterns.flatMap(({ about }) => about))];
  const maker = new WordMaker(things, random);
  const linesOf = new Map(
    [...Map.groupBy(patterns, ({ category }) => category)].map(([category, kin]) => [category, linesByKind(kin)]),
  );
  const seen = new Set<string>();
  const taken = new Set([...things, ...common]);
  const titles = new Set<string>();
  const files: Files = new Map();
  const questions: KnownQuestion[] = [];
  const places = new Map<string, number>();
  const ids = Array.from({ length: count }, (_, index) => `grown-${index + 1}`);
  let words = 0;

  /** Another word for each of those that an article is about. */
  const exchange = (pattern: Pattern, first: boolean): Map<string, string> => {
    if (first) return new Map();
    const missing = distinctAfter(words, growth) - seen.size;
    const fresh = Math.min(pattern.about.length, Math.max(0, Math.ceil(missing)));
    return new Map(
      pattern.about.slice(0, Math.max(EXCHANGED, fresh)).map((word, index) => {
        if (index >= fresh) return [word, pick(things, random)];
        const made = maker.make(taken);
        things.push(made);
        return [word, made];
      }),
    );
  };

  for (const [index, id] of ids.entries()) {
    const first = index < patterns.length;
    const pattern = patterns[index % patterns.length]!;
    const others = exchange(pattern, first);
    const say = (tokens: readonly Token[]): string => written(tokens, others);
    let title = say(pattern.title);
    while (titles.has(title)) {
      const made = maker.make(taken);
      things.push(made);
      title = `${say(pattern.title)} (${made})`;
    }
    titles.add(title);
    const sections = pattern.sections.map(({ headings, lines }) => ({
      headings: headings.map(say),
      lines: lines.map((line) => (first ? line : recombined(line, linesOf.get(pattern.category)!, random))),
    }));
    for (const { tokens } of sections.flatMap(({ lines }) => lines))
      for (const { word } of tokens) if (word !== undefined) seen.add(others.get(word) ?? word);
    words += tokensOf(pattern).filter(({ word }) => word !== undefined).length;

    const place = places.get(pattern.category) ?? 0;
    places.set(pattern.category, place + 1);
    const category = `${pattern.category}${place < CATEGORY ? '' : `-${Math.floor(place / CATEGORY) + 1}`}`;
    files.set(categoryPath(locale, category), stringify({ title: category, description: `Articles of ${category}.` }));
    const fields = {
      title,
      id,
      description: title,
      ...(index > 0 && { related: sample(ids.slice(Math.max(0, index - 50), index), 3, random) }),
      updated: '2026-05-01',
    };
    files.set(
      articlePath({ locale, category, slug: id }),
      `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${bodyOf(sections, say)}`,
    );
    if (index % Math.max(1, Math.floor(count / QUESTIONS)) === 0) {
      const question = ask(pattern, say, random);
      if (question) questions.push({ question, article: id });
    }
  }
  return { files, questions };
}

function linesByKind(patterns: readonly Pattern[]): Map<Line['kind'], Line[]> {
  return Map.groupBy(
    patterns.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines)),
    ({ kind }) => kind,
  );
}

/** The line, or one of its kind from an article of the same category. */
function recombined(line: Line, ofCategory: ReadonlyMap<Line['kind'], Line[]>, random: Random): Line {
  return random() < FOREIGN_LINES ? pick(ofCategory.get(line.kind)!, random) : line;
}

function written(tokens: readonly Token[], others: ReadonlyMap<string, string>): string {
  return tokens
    .map(({ text, word }) => {
      const other = word === undefined ? undefined : others.get(word);
      if (other === undefined) return text;
      return text[0] === text[0]!.toLowerCase() ? other : other[0]!.toUpperCase() + other.slice(1);
    })
    .join('');
}

function bodyOf(
  sections: readonly { headings: readonly string[]; lines: readonly Line[] }[],
  say: (tokens: readonly Token[]) => string,
): string {
  const children: RootContent[] = [];
  let shown: readonly string[] = [];
  for (const { headings, lines } of sections) {
    const same = headings.findIndex((heading, level) => heading !== shown[level]);
    if (same >= 0)
      for (const [level, heading] of headings.entries())
        if (level >= same)
          children.push({ type: 'heading', depth: level === 0 ? 2 : 3, children: [{ type: 'text', value: heading }] });
    shown = headings;
    for (const { kind, tokens } of lines) {
      const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: say(tokens) }] };
      const last = children.at(-1);
      if (kind === 'text') children.push(paragraph);
      else if (last?.type === 'list' && last.ordered === (kind === 'number'))
        last.children.push({ type: 'listItem', children: [paragraph] });
      else
        children.push({
          type: 'list',
          ordered: kind === 'number',
          spread: false,
          children: [{ type: 'listItem', children: [paragraph] }],
        });
    }
  }
  return writeMarkdown({ type: 'root', children });
}

/** What a customer asks whom an article answers: what it is about, and some words of one of its lines. */
function ask(pattern: Pattern, say: (tokens: readonly Token[]) => string, random: Random): string | undefined {
  const about = new Set(pattern.about.slice(0, EXCHANGED));
  const lines = pattern.sections.flatMap(({ lines }) => lines.map(({ tokens }) => tokens));
  const telling = lines.filter((tokens) => tokens.some(({ word }) => word !== undefined && about.has(word)));
  if (telling.length === 0) return undefined;
  const tokens = pick(telling, random);
  const at = tokens.findIndex(({ word }) => word !== undefined && about.has(word));
  const start = Math.max(0, at - 2 * randomBelow(ASKED, random));
  return say(tokens.slice(start, start + 2 * ASKED))
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
