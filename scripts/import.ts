import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { typedPath } from '../src/terminal/typed-path.ts';
import { exitOnClosedPipe } from './lib/cli/closed-pipe.ts';
import { fail } from './lib/cli/fail.ts';
import { formatReport } from './lib/import/report/format-report.ts';
import { runImport } from './lib/import/run-import.ts';

interface Options {
  out: string;
  name?: string;
  url?: string;
  contact?: string;
  locale?: string;
  check?: boolean;
  json?: boolean;
  verbose?: boolean;
  download?: boolean;
  allowPrivate?: boolean;
  verify?: boolean;
  replaceEdited?: boolean;
}

exitOnClosedPipe();
const program = new Command('npm run import --')
  .description('Bring the articles of another help center into the content form.')
  .argument('<source>', 'folder of Markdown files, or an export of another help desk')
  .requiredOption('--out <folder>', 'the content folder to write, such as content')
  .option('--name <name>', 'name of the site, for a new site.yaml')
  .option('--url <address>', 'public address of the new site, for a new site.yaml')
  .option('--contact <address>', 'mail address or page where customers reach a person, for a new site.yaml')
  .option('--locale <code>', 'language of articles that do not say theirs, such as en')
  .option('--check', 'show what would be created, changed, skipped and lost; write nothing')
  .option('--json', 'print the report as JSON')
  .option('--verbose', 'list each change by article')
  .option('--verify', 'count the words before and after, and name those that are lost')
  .option('--download', 'fetch images and films of other sites, and attachments of the old one')
  .option('--allow-private', 'with --download: from this machine and its network too')
  .option('--replace-edited', 'overwrite files that were edited after the last import')
  .parse();

const options = program.opts<Options>();
const bar = new SingleBar({
  format: '{step} {bar} {value}/{total}',
  hideCursor: true,
  clearOnComplete: true,
  noTTYOutput: false,
});
try {
  const report = await runImport({
    ...options,
    out: typedPath(options.out),
    from: typedPath(program.args[0] ?? ''),
    progress: options.json
      ? undefined
      : { start: (step, total) => bar.start(total, 0, { step }), step: () => bar.increment(), stop: () => bar.stop() },
  });
  process.stdout.write(
    options.json ? `${JSON.stringify(report, null, 2)}\n` : `${formatReport(report, options.verbose ?? false)}\n`,
  );
  const { create, update, unchanged, conflict } = report.totals;
  if (!options.json)
    console.log(`${options.check ? 'Would write' : 'Wrote'} ${create + update} files, ${unchanged} were the same.`);
  if (conflict > 0) process.exitCode = 1;
} catch (error) {
  bar.stop();
  fail(error);
}
