import { runningText } from '../../content/running-text.ts';
import type { Article, Problem, Section } from '../../content/types.ts';
import { isBuilt } from '../../schemas/publishing.ts';
import { nearPairs } from '../meaning/nearest.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { countWords } from '../segment.ts';
import { createSnippetFinder, type Range } from '../shared-text.ts';

/** Shorter sections ("See also") are alike without repeating anything. */
const LEAST_WORDS = 15;
const ROWS = 60;

export const nearDuplicate: Rule = {
  name: 'near-duplicate',
  ensures: 'An answer stands in one place, so that it is corrected in one place.',
  needsEmbedder: true,
  async check(context) {
    const problems: Problem[] = [];
    for (const { code } of context.center.site?.locales ?? []) problems.push(...(await inLocale(code, context)));
    return problems;
  },
};

async function inLocale(locale: string, { center, embedder, today }: RuleContext): Promise<Problem[]> {
  if (!embedder?.understands(locale)) return [];
  const articles = center.articles.filter((article) => article.locale === locale && isBuilt(article, today));
  const sections = articles.flatMap((article) =>
    article.sections.filter(({ text }) => countWords(text) >= LEAST_WORDS).map((section) => ({ article, section })),
  );
  const vectors = await embedder.embed(
    sections.map(({ section }) => [...section.headings, runningText(section.text)].join('\n')),
    locale,
  );
  const pairs = nearPairs(
    vectors,
    center.checkSettings.duplicate,
    (a, b) => sections[a]!.article === sections[b]!.article || share(sections[a]!.section, sections[b]!.section),
  );
  const seen = new Set<string>();
  const first = pairs.filter(({ a, b }) => {
    const key = `${sections[a]!.article.file} ${sections[b]!.article.file}`;
    return !seen.has(key) && seen.add(key);
  });
  const names = new Set<string>();
  const sharedSnippet = createSnippetFinder(articles, center.sources);
  return first.slice(0, ROWS).map(({ a, b, score }): Problem => {
    const [one, other] = [sections[a]!, sections[b]!];
    const heading = one.section.headings.at(-1) ?? one.article.title;
    const shared = sharedSnippet(rangeOf(one), rangeOf(other), heading);
    // Of two that would have the same name the next run makes the second.
    const snippet = shared && !names.has(shared.file) ? shared : undefined;
    if (snippet) names.add(snippet.file);
    return {
      file: one.article.file,
      line: headingLine(one.article, one.section),
      rule: 'near-duplicate',
      found: `${name(one)}, which says almost the same as ${name(other)} in ${other.article.file}:${headingLine(other.article, other.section)} (${Math.round(score * 100)} % alike)\n"${cut(one.section.text)}"\n"${cut(other.section.text)}"`,
      expected: 'one place for one answer',
      remedy: snippet
        ? `Keep the better of the two and link to it from the other; or let npm run check -- --fix write what they share to ${snippet.file} and put it into ${snippet.places.length} articles.`
        : 'Keep the better of the two and link to it from the other; or write what they share to a file in snippets/ and put it into both.',
      severity: 'warning',
      ...(snippet && { snippet }),
    };
  });
}

/** What both have from one snippet stands in one place already. */
function share({ snippets: one = [] }: Section, { snippets: other = [] }: Section): boolean {
  return one.some((file) => other.includes(file));
}

/** The lines of the file below the section's heading. */
function rangeOf({ article, section }: { article: Article; section: Section }): Range {
  const lines = article.headings.map(({ line }) => line).sort((one, other) => one - other);
  const isLead = section.anchor === '';
  const from = isLead ? article.bodyLine - 1 : headingLine(article, section);
  return { article, from, to: (lines.find((line) => line > from) ?? Number.POSITIVE_INFINITY) - 1 };
}

function name({ section }: { section: Section }): string {
  return section.headings.length > 0 ? `"${section.headings.at(-1)}"` : 'the beginning';
}

function headingLine(article: Article, { anchor }: Section): number {
  return article.headings.find((heading) => heading.anchor === anchor)?.line ?? article.bodyLine;
}

function cut(lines: string): string {
  const text = runningText(lines);
  return text.length > 140 ? `${text.slice(0, 139)}…` : text;
}
