import { Command } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { fail } from './lib/cli/fail.ts';
import { dueChanges } from './lib/due/due-changes.ts';
import { lastBuild } from './lib/site/last-build.ts';

/** The status of a command that found nothing to do, told apart from one that failed. */
const NOTHING = 3;
/** Changes that are listed. */
const MOST = 100;

const { since } = new Command('npm run due --')
  .description(
    'Says what has become due since the site was last built (publish_at, expires_at, notices). Status 0: something has, so build; 3: nothing.',
  )
  .option('--since <moment>', 'compare with a build at that moment, such as 2026-05-01T04:00Z')
  .parse()
  .opts<{ since?: string }>();

await due().catch(fail);

async function due(): Promise<void> {
  const root = contentRoot();
  const then = since === undefined ? await lastBuild(root) : new Date(since);
  if (then === undefined)
    return console.log('It is not known when the site was last built, so anything may be due: build it.');
  if (Number.isNaN(then.getTime()))
    throw new Error(`--since ${since}: expected a moment such as 2026-05-01 or 2026-05-01T04:00Z.`);
  const changes = dueChanges(await readCachedHelpCenter(root), then, new Date());
  const shown = changes.slice(0, MOST).map(({ file, what }) => `\n  ${file} ${what}`);
  const more = changes.length > MOST ? `\n  and ${changes.length - MOST} more` : '';
  const last = `${then.toISOString().slice(0, 16)}Z`;
  if (changes.length > 0) return console.log(`${pc.green('✓')} Due since ${last}:${shown.join('')}${more}`);
  console.log(`Nothing has become due since ${last}.`);
  process.exitCode = NOTHING;
}
