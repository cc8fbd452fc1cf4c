import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import pc from 'picocolors';
import { nameOf } from '../src/agents/citation.ts';
import { contentRoot } from '../src/content/content-root.ts';
import { exitOnClosedPipe } from './lib/cli/closed-pipe.ts';
import { fail } from './lib/cli/fail.ts';
import { openAnswerIndex } from './lib/suggest/cached-answer-index.ts';
import { findAnswers, type SuggestedAnswers, type Suggestion, type Suggestions } from './lib/suggest/find-answers.ts';

interface Options {
  json: boolean;
  locale?: string;
  limit?: string;
}

const command = new Command('npm run suggest --')
  .description('Finds the sections that answer a customer’s message and prints their permanent links.')
  .argument('[message...]', 'the message; standard input when left out')
  .option('--locale <code>', 'the language to answer in; that of the message when left out')
  .option('--limit <answers>', 'how many answers to each question; six to one alone, three to several when left out')
  .option('--json', 'print JSON', false)
  .parse();

exitOnClosedPipe();
await run(command.args.join(' '), command.opts<Options>()).catch(fail);

async function run(argument: string, { json, locale, limit }: Options): Promise<void> {
  const count = limit === undefined ? undefined : Number(limit);
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > 50))
    throw new Error(`--limit ${limit}: expected a whole number from 1 to 50.`);
  // On a terminal it would wait for input without saying so.
  const message = (argument || (process.stdin.isTTY ? '' : await text(process.stdin))).trim();
  if (!message)
    throw new Error(
      'There is no message. Write it behind the command, or pipe it in: npm run suggest -- "My bike beeps".',
    );
  const index = await openAnswerIndex(contentRoot());
  const { locales, unread } = index;
  if (locale !== undefined && !locales.includes(locale))
    throw new Error(`--locale ${locale}: this site has ${locales.join(', ')}.`);
  const found = await findAnswers(index, message, { locale, limit: count });
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : answersText(found));
  if (unread > 0)
    console.error(
      pc.yellow(
        `! ${unread === 1 ? 'One file' : `${unread} files`} could not be read in full. Run npm run check; it says what to mend.`,
      ),
    );
}

/** Answers for reading in a terminal: each with its link on a line of its own, below its question where there are several. */
function answersText({ questions }: Suggestions): string {
  if (questions.every(({ answers }) => answers.length === 0)) return 'No article answers this.\n';
  const [only, ...others] = questions;
  if (only && others.length === 0) return questionText(only);
  return questions.map((one) => `${pc.inverse(` ${one.question} `)}\n\n${questionText(one)}`).join('\n');
}

function questionText({ verdict, answers }: SuggestedAnswers): string {
  if (answers.length === 0) return 'No article answers this.\n';
  const before = verdict === 'none' ? `${pc.yellow('No article is sure to answer this. These come closest:')}\n\n` : '';
  return before + answers.map((answer, index) => answerText(answer, index + 1)).join('\n');
}

function answerText(answer: Suggestion, number: number): string {
  const { url, passage, reviewed, old } = answer;
  const date = reviewed === undefined ? 'no date of review' : `reviewed ${reviewed}`;
  return `${number}. ${pc.bold(nameOf(answer))}\n${pc.cyan(url)}\n${passage}\n${pc.dim(date)}${old ? pc.yellow(', may be out of date') : ''}\n`;
}
