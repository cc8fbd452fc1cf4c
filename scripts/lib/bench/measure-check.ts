import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { madeCenter, writeFiles } from './made-center.ts';
import type { Row } from './row.ts';

const ARTICLES = 1000;
const QUESTIONS = 100;

/** Checks a made help center of 1,000 articles with all rules, twice: with nothing embedded yet, and again. */
export async function measureCheck(workspace: string): Promise<Row[]> {
  const content = join(workspace, 'thousand');
  const { files, articles } = madeCenter(ARTICLES, 1);
  const asked = articles.slice(0, QUESTIONS).map(({ id, title }) => `  - { q: "${title.toLowerCase().replace('?', '')}", id: ${id} }`);
  files.set('queries.yaml', `en:\n${asked.join('\n')}\n`);
  await writeFiles(content, files);
  const cold = await runCheck(content, join(workspace, 'check-cache'));
  const warm = await runCheck(content, join(workspace, 'check-cache'));
  return [
    { group: 'check', name: `all rules on ${ARTICLES} articles, nothing cached`, value: cold, unit: 's' },
    { group: 'check', name: `all rules on ${ARTICLES} articles, warm`, value: warm, unit: 's', target: { atMost: 20 } },
  ];
}

/** Seconds that `npm run check` takes. Whether it finds faults does not matter; whether it reports does. */
async function runCheck(content: string, cache: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/check.ts', '--json'], { env: { ...process.env, SIGNPOST_CONTENT: content, SIGNPOST_CACHE: cache } });
  let [report, messages] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (report += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (messages += text));
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const seconds = (performance.now() - start) / 1000;
  if (!report.startsWith('{')) throw new Error(`The check of ${content} gave no report:\n${messages}`);
  return seconds;
}
