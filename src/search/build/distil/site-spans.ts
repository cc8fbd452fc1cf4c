import type { IndexSection } from '../index-document.ts';
import { seededRandom } from './random.ts';

const SENTENCE_END = /(?<=[.!?;:。！？])\s+|\n+/u;
/** Words a span has at most: longer ones say little more and cost the teacher more. */
const LONGEST_SENTENCE = 40;
const WINDOW = { shortest: 2, longest: 12 };
const LONGEST_TITLE_RUN = 6;

/**
 * Short stretches of the site's own text: titles and headings, whole and in runs of words, sentences, and random windows
 * over each section under its titles. A section's spans depend on that section alone, so that an edit
 * elsewhere leaves them, and the teacher's vectors of them, as they were.
 * @param windows Windows a section; sentences come on top.
 */
export function siteSpans(sections: readonly IndexSection[], windows: number): string[] {
  const spans = new Set<string>();
  for (const { document, headings, text } of sections) {
    for (const title of [document.title, ...headings]) titleRuns(wordsOf(title)).forEach((run) => spans.add(run));
    for (const sentence of text.split(SENTENCE_END)) {
      const words = wordsOf(sentence);
      if (words.length > 1) spans.add(words.slice(0, LONGEST_SENTENCE).join(' '));
    }
    const words = wordsOf([document.title, ...headings, text].join(' '));
    const random = seededRandom(words.join(' '));
    for (let window = 0; window < windows; window++) {
      const length = WINDOW.shortest + Math.floor(random() * (WINDOW.longest - WINDOW.shortest + 1));
      const start = Math.floor(random() * (words.length - length + 1));
      if (words.length > length) spans.add(words.slice(start, start + length).join(' '));
    }
  }
  return [...spans];
}

/** The title itself and every run of a few of its words. */
function titleRuns(words: readonly string[]): string[] {
  const runs = [words.join(' ')];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_TITLE_RUN); to++) runs.push(words.slice(from, to).join(' '));
  }
  return runs.filter((run) => run !== '');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
