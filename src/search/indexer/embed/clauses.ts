const SENTENCE_END = /(?<=[.!?;:。！？])\s+|\n+/u;
/** Words of a sentence at most: more say little more and cost the teacher more. */
const LONGEST_SENTENCE = 40;

/** The sentences of a text that have more than one word, white space made plain, long ones cut. */
export function sentencesOf(text: string): string[] {
  return text.split(SENTENCE_END).map(wordsOf).filter((words) => words.length > 1).map((words) => words.slice(0, LONGEST_SENTENCE).join(' '));
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
