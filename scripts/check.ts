import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import pc from 'picocolors';
import { checkContent } from '../src/check/check-content.ts';
import { formatMoved, type MovedAnswer } from '../src/check/finding/moved-answers.ts';
import type { SearchProbe } from '../src/check/finding/search-probe.ts';
import { applyFixes } from '../src/check/fix.ts';
import { type GitHistory, gitHistory } from '../src/check/git-history.ts';
import { countProblems, formatReport } from '../src/check/report.ts';
import { formerAddress } from '../src/check/rules/former-address.ts';
import { rules } from '../src/check/rules.ts';
import { contentRoot } from '../src/content/content-root.ts';
import { currentForm } from '../src/content/forms/form-steps.ts';
import { upgradeForm } from '../src/content/forms/upgrade.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import type { HelpCenter, Problem } from '../src/content/types.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { checkProgress } from './lib/check/check-progress.ts';
import { compareWithRevision } from './lib/check/compare-with-revision.ts';
import { explainRule, requireRules } from './lib/check/explain-rule.ts';
import { githubAnnotations } from './lib/check/github-annotations.ts';
import { tryEndpoint } from './lib/check/try-endpoint.ts';
import { fail } from './lib/cli/fail.ts';

interface Options {
  json: boolean;
  fix: boolean;
  strict: boolean;
  only: string[];
  all: boolean;
  explain?: string;
  fast: boolean;
  base?: string;
  endpoint: boolean;
  report?: string;
}

const command = new Command('npm run check --')
  .description(
    'Reports everything that is wrong with the content: where, what was found, what was expected and what to do.',
  )
  .option('--json', 'print the problems as JSON', false)
  .option('--fix', 'mend what can be mended safely, then report the rest', false)
  .option('--strict', 'fail on warnings too', false)
  .option('--only <rules...>', 'run these rules only', [])
  .option('--all', 'print every problem, also where there are hundreds; so does --only', false)
  .option('--fast', 'leave out the rules that compare meanings or ask the search', false)
  .option('--base <revision>', 'compare with a revision of git: lost addresses, and questions whose answer moved')
  .option('--report <file>', 'also write the problems as JSON to a file, for the comment on a pull request')
  .option('--endpoint', 'send one test message to contact.send and say whether it arrived', false)
  .option('--explain <rule>', 'print what a rule wants and why')
  .parse();

await run(command.opts<Options>()).catch(fail);

async function run(options: Options): Promise<void> {
  if (options.explain) return void process.stdout.write(await explainRule(options.explain));
  await requireRules(options.only);
  let state = await check(options);
  if (options.fix) {
    const upgraded = await upgradeForm(state.center.root, state.center.files);
    if (upgraded.length > 0) {
      if (!options.json)
        console.log(
          `${pc.green('✓')} Brought up to form ${currentForm()}:\n${upgraded.map((file) => `  ${file}`).join('\n')}\n`,
        );
      state = await check(options);
    }
    const mended = await applyFixes(state.center.root, state.problems);
    if (mended.length > 0) state = await check(options);
    if (!options.json && (mended.length > 0 || upgraded.length === 0))
      console.log(
        mended.length === 0
          ? 'Nothing could be mended safely.\n'
          : `${pc.green('✓')} Mended ${mended.length}:\n${mended.map(({ file, line, rule }) => `  ${file}:${line} ${rule}`).join('\n')}\n`,
      );
  }
  const compared = options.base ? await compareWithRevision(options.base, state.center, state.searchProbe) : undefined;
  if (options.endpoint) await tryMessage(state.center);
  tellUnknown(state.git, state.center, options);
  const problems = [...state.problems, ...(compared?.lost ?? [])];
  if (options.report) await writeFile(typedPath(options.report), reportJson(problems, compared?.moved));
  report(problems, state.center, options, compared?.moved);
}

/** An address that was lost is no mistake of a check that could not look for it; but it should not seem to be none. */
function tellUnknown(git: GitHistory, { root, checkSettings }: HelpCenter, { only }: Options): void {
  const { name } = formerAddress;
  const looked = (only.length === 0 || only.includes(name)) && !checkSettings.off.includes(name);
  const why = looked ? git.unknown() : undefined;
  if (why !== undefined)
    console.error(`${pc.dim('i')} ${root}: addresses that were lost were not looked for (${name}): ${why}\n`);
}

async function tryMessage({ site, root }: HelpCenter): Promise<void> {
  if (!site) return console.error(`${root}/site.yaml cannot be read, so no message was sent.\n`);
  const { url, problems } = await tryEndpoint(site);
  if (problems.length === 0) return console.log(`${pc.green('✓')} A test message arrived at ${url}.\n`);
  console.error(
    `${pc.red('✗')} site.yaml, contact.send: ${url}\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`,
  );
  process.exitCode = 1;
}

function report(problems: Problem[], center: HelpCenter, options: Options, moved: MovedAnswer[] | undefined): void {
  const counts = countProblems(problems);
  if (options.json) process.stdout.write(reportJson(problems, moved));
  else
    process.stdout.write(
      formatReport(problems, center, { whole: options.all || options.only.length > 0 }) +
        (moved ? `\n${formatMoved(moved, options.base!)}` : ''),
    );
  if (process.env.GITHUB_ACTIONS === 'true' && !options.json)
    process.stdout.write(githubAnnotations(problems, center.root));
  if (counts.errors > 0 || (options.strict && counts.warnings > 0)) process.exitCode = 1;
}

function reportJson(problems: Problem[], moved: MovedAnswer[] | undefined): string {
  return `${JSON.stringify({ ...countProblems(problems), problems, ...(moved && { moved }) }, null, 2)}\n`;
}

interface State {
  center: HelpCenter;
  problems: Problem[];
  searchProbe: SearchProbe | undefined;
  git: GitHistory;
}

async function check({ only, fast, base }: Options): Promise<State> {
  const progress = checkProgress();
  try {
    const center = await readCachedHelpCenter(contentRoot(), {
      onFile: (done, total) => progress.show('Reading files', done, total),
    });
    const wanted = fast ? [] : rules.filter(({ name }) => only.length === 0 || only.includes(name));
    const embedder = wanted.some(({ needsEmbedder }) => needsEmbedder)
      ? await attempt('compare meanings', async () => {
          // The code of models and of the search takes longer to load than a check without them takes.
          const { loadEmbedder } = await import('./lib/check/load-embedder.ts');
          return loadEmbedder(center.site ?? { locales: [] }, progress.steps);
        })
      : undefined;
    const asks = wanted.some(({ needsSearchProbe }) => needsSearchProbe) || (base !== undefined && !fast);
    const searchProbe = asks
      ? await attempt('ask the search', async () => {
          const { loadSearchProbe } = await import('./lib/check/load-search-probe.ts');
          return loadSearchProbe(center, progress.steps);
        })
      : undefined;
    const git = gitHistory(center.root);
    const problems = await checkContent(center, {
      only,
      git,
      embedder,
      searchProbe,
      onRule: ({ name }, index, total) => progress.show(`Checking ${name}`, index, total),
    });
    return { center, searchProbe, problems, git };
  } finally {
    progress.end();
  }
}

/** Without a model the other rules still run, and the terminal says which do not. */
async function attempt<Result>(what: string, load: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await load();
  } catch (error) {
    console.error(`${pc.yellow('!')} The rules that ${what} were left out: ${(error as Error).message}\n`);
    return undefined;
  }
}
