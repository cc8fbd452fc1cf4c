import { ASIDE, CELL } from '../markdown/section-text.ts';

const ENDS_SENTENCE = /[.!?。！？…:：;；]["'”’」』)）]*$/;

/**
 * The lines of a section, see `textOf` in src/markdown/section-text.ts, as running text with single spaces: what is indexed
 * and compared by meaning. A row of a table is read as a sentence.
 */
export function runningText(lines: string): string {
  return lines
    .split('\n')
    .map((line) => (line.includes(CELL) && !line.startsWith(ASIDE) ? sentence(line.replaceAll(CELL, ', ')) : line))
    .join(' ')
    .replace(/[^\S\ufeff]+/g, ' ')
    .trim();
}

function sentence(line: string): string {
  return ENDS_SENTENCE.test(line) ? line : `${line}.`;
}
