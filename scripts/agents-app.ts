import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Argument, Command } from 'commander';
import { zipSync } from 'fflate';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { siteTitle } from '../src/i18n/site-title.ts';
import { textFor } from '../src/schemas/localized.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { DESKS, missingOrigins } from './lib/agents-app/desks.ts';
import { panelAddress, zendeskFiles } from './lib/agents-app/zendesk-files.ts';
import { fail } from './lib/cli/fail.ts';

interface Options {
  desk?: string;
  locale?: string;
  out: string;
}

const command = new Command('npm run agents-app --')
  .description(
    'Says what to do so that the agents’ page stands beside the ticket in a help desk; for Zendesk it writes the app.',
  )
  .addArgument(new Argument('<desk>', 'the help desk').choices(Object.keys(DESKS)))
  .option('--desk <address>', 'where your agents open it, such as https://chat.example.com')
  .option('--locale <code>', 'the language of the page for Chatwoot and Help Scout; the default one when left out')
  .option('--out <file>', 'where the app for Zendesk is written', 'signpost-zendesk.zip')
  .parse();

await run(command.processedArgs[0], command.opts<Options>()).catch(fail);

async function run(kind: keyof typeof DESKS, { desk: typed, locale, out }: Options): Promise<void> {
  const center = await readCachedHelpCenter(contentRoot());
  const { site, strings } = center;
  if (!site)
    throw new Error(
      `${center.root} has no usable site.yaml, so the agents’ page has no address. Run npm run check; it says what to mend.`,
    );
  const own = typed === undefined ? undefined : originOf(typed);
  const language = locale ?? site.defaultLocale;
  if (!site.locales.some(({ code }) => code === language))
    throw new Error(`--locale ${language}: this site has ${site.locales.map(({ code }) => code).join(', ')}.`);
  const desk = DESKS[kind];
  const title = siteTitle(textFor(site.name, language, site.defaultLocale), language, strings);
  if (kind === 'zendesk') {
    const file = typedPath(out);
    await mkdir(dirname(file), { recursive: true });
    // A fixed day, so that the same app is the same file.
    await writeFile(file, zipSync(await zendeskFiles(center, site), { mtime: new Date(2026, 0, 1) }));
    console.log(`${pc.green('✓')} Wrote ${file}.\n`);
  }
  console.log(`${pc.bold(`In ${desk.name}`)}\n${desk.steps(panelAddress(site, language, kind), title).join('\n')}\n`);
  const missing = missingOrigins(desk, site.agents.origins, own);
  console.log(
    missing.length === 0
      ? `${pc.green('✓')} site.yaml lets ${desk.name} show the page.`
      : `${pc.bold('In site.yaml')}, and then build and publish the site again:\n${originLines(missing)}`,
  );
}

/** @throws Error for what is no address. */
function originOf(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Error(
      `--desk ${address}: expected the address at which your agents open it, such as https://chat.example.com.`,
    );
  return new URL(address).origin;
}

function originLines(origins: string[]): string {
  return `agents:\n  origins:\n${origins.map((origin) => `    - ${JSON.stringify(origin)}`).join('\n')}`;
}
