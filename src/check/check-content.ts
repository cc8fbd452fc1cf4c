import { setImmediate } from 'node:timers/promises';
import { placeOf } from '../content/insert/places.ts';
import type { Origin } from '../content/insert/traced-text.ts';
import { createLinkFinder } from '../content/links.ts';
import type { Article, BrokenPage, HelpCenter, Problem } from '../content/types.ts';
import type { SearchProbe } from './finding/search-probe.ts';
import { type GitHistory, gitHistory } from './git-history.ts';
import type { Embedder } from './meaning/embedder.ts';
import type { Rule, RuleContext } from './rule.ts';
import { rules } from './rules.ts';

export interface CheckOptions {
  /** Names of the rules to run; all of them when left out. Problems of reading count as rules too. */
  only?: readonly string[];
  /** The day that dates are compared with; today when left out. */
  today?: Date;
  rules?: readonly Rule[];
  /** What git knows of the content folder; asked anew when left out. */
  git?: GitHistory;
  /** With it, the rules that compare meanings run too. */
  embedder?: Embedder | undefined;
  /** With it, the rules that ask the site's search run too. */
  searchProbe?: SearchProbe | undefined;
  /** Called before each rule. */
  onRule?: (rule: Rule, index: number, total: number) => void;
}

/**
 * Everything wrong with a help center, ordered by file and line: what reading it found, and what
 * the rules find. Never throws over content.
 */
export async function checkContent(center: HelpCenter, options: CheckOptions = {}): Promise<Problem[]> {
  const wanted = (name: string): boolean => !options.only?.length || options.only.includes(name);
  const chosen = (options.rules ?? rules)
    .filter(({ name, always }) => wanted(name) && (always || !center.checkSettings.off.includes(name)))
    .filter(
      ({ needsEmbedder, needsSearchProbe }) =>
        (!needsEmbedder || options.embedder !== undefined) && (!needsSearchProbe || options.searchProbe !== undefined),
    );
  const context = contextOf(center, options);
  const problems = center.problems.filter(({ rule }) => wanted(rule));
  for (const [index, rule] of chosen.entries()) {
    options.onRule?.(rule, index, chosen.length);
    // Whoever else waits for this process, such as a page in the dev server, comes between two rules.
    await setImmediate();
    problems.push(...(await rule.check(context)));
  }
  return inOrder(whereWritten(problems, context));
}

function contextOf(
  center: HelpCenter,
  { today: now = new Date(), git = gitHistory(center.root), embedder, searchProbe }: CheckOptions,
): RuleContext {
  const pages: (Article | BrokenPage)[] = [...center.articles, ...center.broken];
  const texts = [...pages, ...center.ownPages, ...center.brokenOwnPages];
  for (const each of [pages, texts]) each.sort((a, b) => (a.file < b.file ? -1 : 1));
  const today = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  return {
    center,
    pages,
    texts,
    findLink: createLinkFinder(center),
    today,
    git,
    embedder,
    searchProbe,
  };
}

/**
 * What was found in a text that a snippet brought into a page stands in the snippet, whose file is named then; and once,
 * however many pages have it.
 */
function whereWritten(problems: Problem[], { texts }: RuleContext): Problem[] {
  const pages = new Map(texts.filter(({ insertions }) => insertions).map((page) => [page.file, page]));
  if (pages.size === 0) return problems;
  const seen = new Set<string>();
  return problems.flatMap((problem) => {
    const page = pages.get(problem.file);
    const place: Origin = page ? placeOf(page, problem.line) : problem;
    const { fix, ...rest } = problem;
    const placed: Problem = { ...rest, file: place.file, line: place.line };
    // A line that reads otherwise where it is written is left to the writer.
    const isSame = place.file === problem.file || !place.changed;
    if (fix && isSame) placed.fix = page ? { ...fix, line: placeOf(page, fix.line).line } : fix;
    const { file, line, column, rule, field, found } = placed;
    const key = JSON.stringify([file, line, column, rule, field, found]);
    if (seen.has(key)) return [];
    seen.add(key);
    return placed;
  });
}

function inOrder(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0) || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
