import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { findUses, usesText } from './lib/uses/find-uses.ts';

const command = new Command('npm run uses --')
  .description('Lists where a snippet or a variable stands, before it is edited.')
  .argument('<name>', 'the name of the snippet or the variable')
  .option('--json', 'as JSON', false)
  .parse();

await list(command.args[0]!, command.opts<{ json: boolean }>().json).catch(fail);

async function list(name: string, json: boolean): Promise<void> {
  const center = await readCachedHelpCenter(contentRoot());
  const uses = findUses(center, name);
  const place = (file: string): string => relative(typedPath('.'), resolve(center.root, file)).replaceAll('\\', '/');
  process.stdout.write(json ? `${JSON.stringify(uses, null, 2)}\n` : usesText(uses, place));
}
