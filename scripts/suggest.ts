import { Command } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { localeOf } from '../src/agents/language-guess.ts';
import { fail } from './lib/cli/fail.ts';
import { quietPipe } from './lib/cli/closed-pipe.ts';
import { openAnswerIndex } from './lib/suggest/cached-answer-index.ts';
import { findAnswers } from './lib/suggest/find-answers.ts';
import { answersText } from './lib/suggest/print-answers.ts';
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

quietPipe();
await run(command.args.join(' '), command.opts<Options>()).catch(fail);

async function run(argument: string, { json, locale, limit }: Options): Promise<void> {
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1 || count > 50) throw new Error(`--limit ${limit}: expected a whole number from 1 to 50.`);
  const message = (argument || (await readAll(process.stdin))).trim();
  if (!message) throw new Error('There is no message. Write it behind the command, or pipe it in: npm run suggest -- "My bike beeps".');
  const index = await openAnswerIndex(contentRoot());
  const { locales, defaultLocale, unread } = index;
  if (locale !== undefined && !locales.includes(locale)) throw new Error(`--locale ${locale}: this site has ${locales.join(', ')}.`);
  const found = await findAnswers(index, message, locale ?? localeOf(message, locales, defaultLocale), count);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : answersText(found, pc));
  if (unread > 0) console.error(pc.yellow(`! ${unread === 1 ? 'One file' : `${unread} files`} could not be read in full. Run npm run check; it says what to mend.`));
}
