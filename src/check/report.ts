import pc from 'picocolors';
import type { HelpCenter, Problem } from '../content/types.ts';

type Colours = ReturnType<typeof pc.createColors>;

const COLOURS: Record<Problem['severity'], (colours: Colours) => (text: string) => string> = {
  error: ({ red }) => red,
  warning: ({ yellow }) => yellow,
  note: ({ cyan }) => cyan,
};

/** More problems than this are grouped by rule, for nobody reads them one by one. */
const MOST = 200;
/** Problems of a rule that such a report shows. */
const FEW = 3;
const LONG_HELP =
  'What a rule wants: npm run check -- --explain RULE. Every problem: --all, or --json for a program.\n';

/**
 * The report for people: problems grouped by file, then the counts. `colour` is off where the
 * output is not a terminal. Of very many, the first few of each rule and the counts of all, unless `whole` asks for each.
 *
 *     articles/en/billing/refunds.md
 *       12:5  error  internal-link
 *             found     a link to "../billing/refund.md", where there is no article
 *             expected  the path of an article from this file, or id: and its id
 *             do        Did you mean "refunds.md"?
 */
export function formatReport(
  problems: readonly Problem[],
  center: HelpCenter,
  { colour = pc.isColorSupported, whole = false }: { colour?: boolean; whole?: boolean } = {},
): string {
  if (problems.length === 0) return `${pc.createColors(colour).green('✓')} ${praise(center)}\n`;
  const colours = pc.createColors(colour);
  const groups = whole || problems.length <= MOST ? byFile(problems, colours) : byRule(problems, colours);
  const { errors, warnings } = countProblems(problems);
  const end =
    errors + warnings > 0
      ? summary(problems)
      : `${colours.green('✓')} ${praise(center)} ${count(problems.length, 'note')}.`;
  return `${groups}\n${end}\n`;
}

function byFile(problems: readonly Problem[], colours: Colours): string {
  return [...Map.groupBy(problems, ({ file }) => file)]
    .map(
      ([file, inFile]) =>
        `${colours.bold(harmless(file))}\n${inFile.map((problem) => entry(problem, colours)).join('\n')}\n`,
    )
    .join('\n');
}

/**
 * The first problems of each rule with the way to the others, then how many there are, which is what a long report ends
 * with. What stops a build comes last, where a terminal shows it.
 *
 *     and 409 more: npm run check -- --only internal-link
 *
 *       7000 warnings in 2900 files  length
 *        412 errors in 31 files      internal-link
 *
 *     What a rule wants: npm run check -- --explain RULE. …
 */
function byRule(problems: readonly Problem[], colours: Colours): string {
  const weights: Problem['severity'][] = ['note', 'warning', 'error'];
  const rules = [...Map.groupBy(problems, ({ severity, rule }) => `${severity} ${rule}`).values()]
    .map((all) => ({ all, ...all[0]!, files: new Set(all.map(({ file }) => file)).size }))
    .sort((a, b) => weights.indexOf(a.severity) - weights.indexOf(b.severity) || b.all.length - a.all.length);
  const parts = rules.map(({ all, rule }) => {
    const more = all.length - FEW;
    const rest = `${colours.bold(`and ${more} more:`)} npm run check -- --only ${rule}\n`;
    return `${byFile(all.slice(0, FEW), colours)}${more > 0 ? `\n${rest}` : ''}`;
  });
  const digits = String(Math.max(...rules.map(({ all }) => all.length))).length;
  const totals = rules.map(({ all, severity, files }) => {
    const number = count(all.length, severity).padStart(digits + 1 + severity.length + Number(all.length > 1));
    return `${number} in ${count(files, 'file')}`;
  });
  const width = Math.max(...totals.map(({ length }) => length));
  const table = rules.map(({ severity, rule }, place) => {
    const total = COLOURS[severity](colours)(totals[place]!.padEnd(width));
    return `  ${total}  ${rule}\n`;
  });
  return `${parts.join('\n')}\n${table.join('')}\n${LONG_HELP}`;
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

function summary(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
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
