import pc from 'picocolors';
import type { HelpCenter, Problem } from '../content/types.ts';

type Colours = ReturnType<typeof pc.createColors>;

const COLOURS: Record<Problem['severity'], (colours: Colours) => (text: string) => string> = {
  error: ({ red }) => red,
  warning: ({ yellow }) => yellow,
  note: ({ cyan }) => cyan,
};

/**
 * The report for people: problems grouped by file, then the counts. `colour` is off where the
 * output is not a terminal.
 *
 *     articles/en/billing/refunds.md
 *       12:5  error  internal-link
 *             found     a link to "../billing/refund.md", where there is no article
 *             expected  the path of an article from this file, or id: and its id
 *             do        Did you mean "refunds.md"?
 */
export function formatReport(problems: readonly Problem[], center: HelpCenter, colour = pc.isColorSupported): string {
  if (problems.length === 0) return `${pc.createColors(colour).green('✓')} ${praise(center)}\n`;
  const colours = pc.createColors(colour);
  const files = new Map<string, Problem[]>();
  for (const problem of problems) files.set(problem.file, [...(files.get(problem.file) ?? []), problem]);
  const groups = [...files].map(
    ([file, inFile]) =>
      `${colours.bold(harmless(file))}\n${inFile.map((problem) => entry(problem, colours)).join('\n')}\n`,
  );
  const { errors, warnings } = countProblems(problems);
  const end =
    errors + warnings > 0
      ? summary(problems, files.size)
      : `${colours.green('✓')} ${praise(center)} ${count(problems.length, 'note')}.`;
  return `${groups.join('\n')}\n${end}\n`;
}

/** How many problems there are; notes are none. */
export function countProblems(problems: readonly Problem[]): { errors: number; warnings: number } {
  const of = (wanted: Problem['severity']) => problems.filter(({ severity }) => severity === wanted).length;
  return { errors: of('error'), warnings: of('warning') };
}

function entry(problem: Problem, colours: Colours): string {
  const location = `${problem.line}${problem.column === undefined ? '' : `:${problem.column}`}`;
  const severity = COLOURS[problem.severity](colours)(problem.severity);
  const field = problem.field === undefined ? '' : `  ${harmless(problem.field)}`;
  const rows: [string, string][] = [
    ['found', harmless(problem.found)],
    ['expected', harmless(problem.expected)],
    ['do', harmless(problem.remedy)],
  ];
  const lines = rows.map(
    ([label, text]) => `      ${colours.dim(label.padEnd(8))}  ${text.replaceAll('\n', `\n${' '.repeat(16)}`)}`,
  );
  return [`  ${location}  ${severity}  ${colours.dim(problem.rule)}${field}`, ...lines].join('\n');
}

/** What moves a terminal's cursor, colours it or turns the direction of writing becomes a sign that shows. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

function summary(problems: readonly Problem[], files: number): string {
  const { errors, warnings } = countProblems(problems);
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')].filter(Boolean);
  return `${parts.join(' and ')} in ${count(files, 'file')}.`;
}

function praise({ articles, site, categories }: HelpCenter): string {
  const slugs = new Set(categories.map(({ slug }) => slug));
  const languages = site?.locales.length ?? 1;
  return `All is well: ${count(articles.length, 'article')} in ${count(slugs.size, 'category', 'categories')} and ${count(languages, 'language')}.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
