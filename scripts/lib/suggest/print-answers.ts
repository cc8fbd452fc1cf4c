import type { Colors } from 'picocolors/types';
import type { Suggestion, Suggestions } from './find-answers.ts';

/** Answers for reading in a terminal: each with its link on a line of its own. */
export function answersText({ verdict, answers }: Suggestions, pc: Colors): string {
  if (answers.length === 0) return 'No article answers this.\n';
  const before = verdict === 'none' ? `${pc.yellow('No article is sure to answer this. These come closest:')}\n\n` : '';
  return before + answers.map((answer, index) => answerText(answer, index + 1, pc)).join('\n');
}

function answerText({ title, section, url, passage, reviewed, old }: Suggestion, number: number, pc: Colors): string {
  const date = reviewed === undefined ? 'no date of review' : `reviewed ${reviewed}`;
  return `${number}. ${pc.bold(section ? `${title} – ${section}` : title)}\n${pc.cyan(url)}\n${passage}\n${pc.dim(date)}${old ? pc.yellow(', may be out of date') : ''}\n`;
}
