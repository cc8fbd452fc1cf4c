import { relative } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { createRepository } from './lib/create/create-repository.ts';
import { signpostVersion } from './lib/create/signpost-version.ts';

interface Options {
  name: string;
  url: string;
  email: string;
  locale: string[];
}

const command = new Command('npm run create --')
  .description('Begins a help center of your own: a folder for a repository that holds content alone, and builds.')
  .argument('<folder>', 'the folder to write; new or empty')
  .option('--name <name>', 'the name of the company or product', 'Example')
  .option('--url <address>', 'the public address, such as https://example.com/help/', 'https://help.example.com')
  .option('--email <address>', 'the address that customers write to', 'help@example.com')
  .option('--locale <codes...>', 'the languages, the default one first', ['en'])
  .parse();

await create(command.args[0] ?? '', command.opts<Options>()).catch(fail);

async function create(typed: string, { name, url, email, locale }: Options): Promise<void> {
  const folder = typedPath(typed);
  const version = signpostVersion();
  const { files, untranslated } = await createRepository(
    folder,
    { name, url, email, locales: [...new Set(locale)] },
    version,
  );
  const shown = relative(typedPath('.'), folder) || '.';
  console.log(`${pc.green('✓')} Wrote ${files.length} files to ${shown}.`);
  if (untranslated.length > 0)
    console.log(
      `There are no starting articles in ${untranslated.join(', ')}: ${untranslated.includes(locale[0] ?? '') ? `those in ${locale[0]} are English, to be translated` : 'those of the default language are shown'}.`,
    );
  if (!version.repository)
    console.log(
      'This copy does not say where it is from: replace OWNER in the files of .github/workflows and in README.md.',
    );
  console.log(
    `Next: make it a repository (git init), read its README.md, and see it with\n  SIGNPOST_CONTENT=${shown} npm run dev`,
  );
}
