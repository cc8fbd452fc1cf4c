import { pick } from './seeded-random.ts';

/** Words of Latin letters; of the pieces these alone are words that people type. */
const WORD = /^\p{Script=Latin}{3,}$/u;
const LONGEST = 6;

/**
 * Random strings of words of the model's own vocabulary, some in the frame of a question: what the teacher makes of
 * words beside others, whatever they are. Vocabularies are sorted by frequency or nearly so; half the words are drawn
 * from the frequent ones.
 * @param frames Questions with one blank, `{}`; may be empty.
 */
export function vocabularySpans(count: number, vocabulary: readonly string[], frames: readonly string[], random: () => number): string[] {
  const words = vocabulary.filter((piece) => WORD.test(piece));
  if (words.length === 0) return [];
  return Array.from({ length: count }, () => {
    const framed = frames.length > 0 && random() < 0.5;
    const length = 1 + Math.floor(random() * (framed ? LONGEST - 2 : LONGEST));
    const said = Array.from({ length }, () => words[Math.floor(words.length * random() ** (random() < 0.5 ? 2 : 1))]!).join(' ');
    return framed ? pick(frames, random).replace('{}', said) : said;
  });
}
