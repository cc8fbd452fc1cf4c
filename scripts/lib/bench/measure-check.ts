import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { type CommandRun, runCommand } from './run-command.ts';
import { syntheticContent, writeFiles } from './synthetic/content.ts';

const ARTICLES = 1000;
const QUESTIONS = 100;

/** Checks a synthetic help center of 1,000 articles with all rules: with nothing embedded yet, again, and after one article was edited. */
export async function measureCheck(workspace: string): Promise<Row[]> {
  const content = join(workspace, 'thousand');
  const { files, articles } = syntheticContent(ARTICLES, 1);
  const queries = articles
    .slice(0, QUESTIONS)
    .map(({ id, title }) => `  - { q: "${title.toLowerCase().replace('?', '')}", id: ${id} }`);
  files.set('queries.yaml', `en:\n${queries.join('\n')}\n`);
  await writeFiles(content, files);
  const { seconds: cold } = await runCheck(content, join(workspace, 'check-cache'));
  const { seconds: warm } = await runCheck(content, join(workspace, 'check-cache'));
  await appendFile(join(content, articles[0]!.file), '\nThis sentence was added to measure a check after one edit.\n');
  const { seconds: edited } = await runCheck(content, join(workspace, 'check-cache'));
  return [
    { group: 'check', name: `all rules on ${ARTICLES} articles, nothing cached`, value: cold, unit: 's' },
    { group: 'check', name: `all rules on ${ARTICLES} articles, warm`, value: warm, unit: 's', target: { atMost: 20 } },
    { group: 'check', name: 'the same after one edited article', value: edited, unit: 's', target: { atMost: 20 } },
  ];
}

/** What `npm run check` takes. Whether it finds faults does not matter; whether it reports does. */
export async function runCheck(content: string, cache: string): Promise<CommandRun> {
  const run = await runCommand(['scripts/check.ts', '--json'], { SIGNPOST_CONTENT: content, SIGNPOST_CACHE: cache });
  if (!run.stdout.startsWith('{')) throw new Error(`The check of ${content} gave no report:\n${run.stderr}`);
  return run;
}
