import { splitSentences } from '../search/core/excerpt/split-sentences.ts';

/** A passage shows with these that a sentence was cut at its beginning or its end. */
const CUT_BEFORE = /^… /;
const CUT_AFTER = / …$/;
/** Announces what follows: `Do this:`. */
const LEADS_IN = /[:：]$/u;

/**
 * A passage as it reads in a letter: whole sentences, steps with their numbers, bullets, each in its line. Half a sentence
 * goes, and so does a last line that announces what is not there; only a passage that has nothing else keeps them.
 */
export function proseOf(passage: string): string {
  const lines = passage.split('\n').map((line) => line.trim());
  const whole = [...lines];
  if (CUT_BEFORE.test(passage)) whole[0] = sentencesOf(lines[0]!).slice(1).join(' ');
  if (CUT_AFTER.test(passage)) whole[whole.length - 1] = sentencesOf(whole.at(-1)!).slice(0, -1).join(' ');
  const said = whole.filter((line) => line !== '');
  while (said.length > 1 && LEADS_IN.test(said.at(-1)!)) said.pop();
  return (said.length > 0 ? said : lines.filter((line) => line !== '')).join('\n');
}

/** The sentences of a line, as written. */
function sentencesOf(line: string): string[] {
  return splitSentences(line, Number.MAX_SAFE_INTEGER).map(({ start, end }) => line.slice(start, end));
}
