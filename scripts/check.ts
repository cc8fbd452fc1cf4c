import { Command } from 'commander';
import pc from 'picocolors';
import { checkContent } from '../src/content/check.ts';
import { applyFixes } from '../src/content/fix.ts';
import { readHelpCenter } from '../src/content/read.ts';
import { countProblems, formatReport } from '../src/content/report.ts';
import { rules } from '../src/content/rules.ts';
import { contentRoot } from '../src/content/root.ts';
import type { HelpCenter, Problem } from '../src/content/types.ts';
import { githubAnnotations } from './lib/check/annotations.ts';
import { loadMeaning } from './lib/check/load-meaning.ts';
import { explainRule, requireRules } from './lib/check/explain-rule.ts';
import { fail } from './lib/fail.ts';

interface Options {
  json: boolean;
  fix: boolean;
  strict: boolean;
  only: string[];
  explain?: string;
  fast: boolean;
}

const command = new Command('npm run check --')
  .description('Reports everything that is wrong with the content: where, what was found, what was expected and what to do.')
  .option('--json', 'print the problems as JSON', false)
  .option('--fix', 'mend what can be mended safely, then report the rest', false)
  .option('--strict', 'fail on warnings too', false)
  .option('--only <rules...>', 'run these rules only', [])
  .option('--fast', 'leave out the rules that compare meanings', false)
  .option('--explain <rule>', 'print what a rule wants and why')
  .parse();

await run(command.opts<Options>()).catch(fail);

async function run(options: Options): Promise<void> {
  if (options.explain) return void process.stdout.write(await explainRule(options.explain));
  await requireRules(options.only);
  let { center, problems } = await check(options);
  if (options.fix) {
    const mended = await applyFixes(center.root, problems);
    if (mended.length > 0) ({ center, problems } = await check(options));
    if (!options.json) console.log(mended.length === 0 ? 'Nothing could be mended safely.\n' : `${pc.green('✓')} Mended ${mended.length}:\n${mended.map(({ file, line, rule }) => `  ${file}:${line} ${rule}`).join('\n')}\n`);
  }
  const counts = countProblems(problems);
  if (options.json) process.stdout.write(`${JSON.stringify({ ...counts, problems }, null, 2)}\n`);
  else process.stdout.write(formatReport(problems, center, pc.isColorSupported));
  if (process.env['GITHUB_ACTIONS'] === 'true' && !options.json) process.stdout.write(githubAnnotations(problems, center.root));
  if (counts.errors > 0 || (options.strict && counts.warnings > 0)) process.exitCode = 1;
}

async function check({ only, fast }: Options): Promise<{ center: HelpCenter; problems: Problem[] }> {
  const center = await readHelpCenter(contentRoot());
  const compares = !fast && rules.some(({ name, needsMeaning }) => needsMeaning && (only.length === 0 || only.includes(name)));
  const meaning = compares ? await loadMeaning(center.site?.search.model) : undefined;
  return { center, problems: await checkContent(center, { only, meaning }) };
}
