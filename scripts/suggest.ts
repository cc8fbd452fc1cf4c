import { Command } from 'commander';
import pc from 'picocolors';
import { readHelpCenter } from '../src/content/read.ts';
import { contentRoot } from '../src/content/root.ts';
import { localeOf } from '../src/support/language-guess.ts';
import { fail } from './lib/fail.ts';
import { openAnswers, type Suggestion } from './lib/suggest/open-answers.ts';
import { readAll } from './lib/suggest/read-all.ts';

interface Options {
  json: boolean;
  locale?: string;
  limit: string;
}

const command = new Command('npm run suggest --')
  .description('Finds the sections that answer a customer’s message and prints their permanent links.')
  .argument('[message...]', 'the message; standard input when left out')
  .option('--locale <code>', 'the language to answer in; guessed from the letters of the message when left out')
  .option('--limit <answers>', 'how many answers', '5')
  .option('--json', 'print JSON', false)
  .parse();

await run(command.args.join(' '), command.opts<Options>()).catch(fail);

async function run(argument: string, { json, locale, limit }: Options): Promise<void> {
  const message = (argument || (await readAll(process.stdin))).trim();
  if (!message) throw new Error('There is no message. Write it behind the command, or pipe it in: npm run suggest -- "My bike beeps".');
  const center = await readHelpCenter(contentRoot());
  if (!center.site) throw new Error('content/site.yaml cannot be read. npm run check says why.');
  const codes = center.site.locales.map(({ code }) => code);
  if (locale && !codes.includes(locale)) throw new Error(`There is no locale ${locale}. This site has ${codes.join(', ')}.`);
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--limit is ${limit}; a whole number from 1 is wanted.`);
  const answers = await openAnswers(center, center.site);
  const found = await answers(message, locale ?? localeOf(message, codes, center.site.defaultLocale), count);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : found.length > 0 ? found.map(asText).join('\n') : 'No article seems to answer this.\n');
}

function asText({ title, section, url, passage, reviewed, old }: Suggestion): string {
  const date = reviewed ? `reviewed ${reviewed}` : 'no date of review';
  return `${pc.bold(section ? `${title} – ${section}` : title)}\n${pc.cyan(url)}  ${old ? pc.yellow(`${date}, old`) : pc.dim(date)}\n${passage}\n`;
}
