import { execFileSync } from 'node:child_process';
import { runProgram } from './run-program.ts';
import { type ChosenStep, steps, VITEST } from './steps.ts';

/** Everything of a step: a part of the name of each test file. */
const ALL = '.test.ts';
type Wanted = Partial<Record<'check' | 'unit' | 'builds' | 'site' | 'browser' | 'relevance', readonly string[]>>;

/**
 * What a changed file can break besides the unit tests that import it and the steps that always run: the parts of
 * names of test files, by step. The first row that matches counts; a file that none matches can break nothing more.
 */
export const tested: readonly [RegExp, Wanted][] = [
  [/^tests\/(browser|builds|site|relevance)\/[^/]+(\/[^/]+)?\.test\.ts$/, {}],
  [/^tests\/browser\//, { browser: [ALL] }],
  [/^tests\/site\//, { site: [ALL] }],
  [/^tests\/relevance\//, { relevance: [ALL] }],
  [/^tests\/fixtures\/test-site\//, { site: [ALL], browser: [ALL] }],
  [/^tests\/(fixtures\/owners\/|support\/owner-site)/, { browser: ['owner/', 'language-offer'] }],
  [/^tests\/fixtures\/([^/]+)\//, { unit: ['fixtures', 'import/', 'check/', 'new-article', 'suggest'] }],
  [/^tests\/support\/content\//, { builds: ['hostile-content'] }],
  [/^tests\/support\/import\//, { browser: ['imported-sites'] }],
  [/^tests\/support\/pseudo-content\.ts$/, { browser: ['pseudo-locales'] }],
  [/^tests\/support\/(desk|site-with-desk)\.ts$/, { browser: ['contact-'] }],
  [
    /^scripts\/lib\/site\/rewritten-site\.ts$/,
    { browser: ['widget', 'agents-panel', 'agents-desks', 'analytics/delivery', 'analytics/events'] },
  ],
  [/^scripts\/lib\/(bench\/desks|agents-app)\//, { browser: ['agents-desks'], unit: ['scripts/agents-app'] }],
  [/^tests\/support\/site-queries\.ts$/, { browser: ['search-transfer', 'parity'] }],
  [/^tests\/support\//, { builds: [ALL], site: [ALL], browser: [ALL] }],
  [
    /^(package(-lock)?\.json|astro\.config\.mjs|tests\/vitest\.config\.ts|tsconfig\.json)$/,
    { check: [], unit: [ALL], builds: [ALL], site: [ALL], browser: [ALL], relevance: [ALL] },
  ],
  [
    /^content\//,
    {
      check: [],
      unit: ['record', 'permalink', 'incremental-build', 'check/', 'export'],
      site: ['every-page', 'for-machines', 'results-page', 'hidden-text'],
      relevance: ['site-questions', 'contradictions'],
    },
  ],
  [/^src\/components\/contact\//, { site: ['every-page'], browser: ['contact', 'support-pages'] }],
  [/^src\/components\/agents\//, { site: ['every-page'], browser: ['agents'] }],
  [/^src\/agents\//, { browser: ['agents'] }],
  [/^src\/(components\/)?analytics\//, { browser: ['analytics/', 'helpful'] }],
  [/^src\/(components\/)?widget\//, { browser: ['widget'] }],
  [
    /^src\/(components\/search|search\/browser|search\/worker)\//,
    { site: ['results-page'], browser: ['search-', 'results-page', 'deep-tier'] },
  ],
  [
    /^src\/search\/(core|indexer)\//,
    { site: ['results-page'], browser: ['search-suggestions', 'results-page', 'deep-tier'], relevance: [ALL] },
  ],
  [/^src\/search\//, { browser: ['search-', 'results-page'] }],
  [/^src\/i18n\//, { browser: ['languages', 'pseudo-locales', 'pages'], site: ['every-page'] }],
  [
    /^src\/(styles|layouts|components|pages|static|site)\//,
    { site: ['every-page', 'hidden-text', 'for-machines'], browser: ['pages', 'header', 'languages', 'not-found'] },
  ],
  [/^src\/(content|markdown|schemas|check)\//, { check: [], builds: ['hostile-content'], site: ['every-page'] }],
  [/^src\/(integrations|permalinks|cache|data)\//, { builds: [ALL], site: [ALL], browser: ['permalinks'] }],
  [/^scripts\/(lib\/site\/|build\.ts)/, { builds: ['built-again', 'hostile-content'], site: ['every-page'] }],
  [/^scripts\/lib\/preview\//, { browser: ['owner/offline'] }],
  [/^scripts\/dev\.ts/, { builds: ['dev-server'] }],
  [/^scripts\/lib\/browser\//, { browser: ['pages', 'search-transfer'] }],
  [/^scripts\/lib\/import\//, { browser: ['imported-sites'] }],
  [/^scripts\/lib\/insights\//, { browser: ['analytics/report'] }],
  [/^(src|scripts)\/.*\.md$|^README\.md$/, { unit: ['commands'] }],
];

/** What always runs: it is about the whole of the code. */
const always = ['types', 'lint'];

/**
 * Which steps the files that differ from `revision` (those git does not know yet included) can have broken, and which
 * test files of them.
 * @throws Error when git knows no such revision.
 */
export async function chooseChanged(revision: string): Promise<ChosenStep[]> {
  const files = changedFiles(revision);
  if (files.length === 0) return [];
  const related = await relatedUnitTests(revision);
  return chooseFor(files, related);
}

/** @param related Unit tests that import a changed file, however far. */
export function chooseFor(files: readonly string[], related: readonly string[]): ChosenStep[] {
  const wanted = new Map<string, Set<string>>();
  const want = (step: string, names: readonly string[]): void => {
    const all = wanted.get(step) ?? new Set();
    for (const name of names) all.add(name);
    wanted.set(step, all);
  };
  for (const name of always) want(name, []);
  if (related.length > 0) want('unit', related);
  for (const file of files) {
    const own = /^tests\/(unit|builds|site|browser|relevance)\/.*\.test\.ts$/.exec(file);
    if (own) want(own[1]!, [file]);
    const row = tested.find(([pattern]) => pattern.test(file));
    for (const [step, names] of Object.entries(row?.[1] ?? {})) want(step, names);
  }
  return steps.flatMap((step): ChosenStep[] => {
    const names = wanted.get(step.name);
    return names ? [{ step, files: names.has(ALL) ? [] : [...names] }] : [];
  });
}

function changedFiles(revision: string): string[] {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      .split('\n')
      .filter(Boolean);
  return [
    ...git('diff', '--name-only', '--relative', revision, '--'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
}

async function relatedUnitTests(revision: string): Promise<string[]> {
  const list = ['list', '--config', 'tests/vitest.config.ts', '--project', 'unit', '--filesOnly', '--json'];
  const { status, output } = await runProgram([...VITEST, ...list, '--changed', revision], { shown: false });
  // Without an answer everything counts as related.
  if (status !== 0) return [ALL];
  const start = output.indexOf('[');
  return start < 0 ? [] : (JSON.parse(output.slice(start)) as { file: string }[]).map(({ file }) => file);
}
