import type { Teacher } from '../../../../../src/search/indexer/embed/teacher.ts';

/** What the words of both languages mean, by what they stand for. */
const MEANINGS: Record<string, readonly string[]> = {
  bike: ['▁bike', '▁자전거'],
  stolen: ['▁stolen', '▁도난'],
  refund: ['▁refund', '▁환불'],
  battery: ['▁battery', '▁배터리'],
  charge: ['▁charge', '▁충전'],
  password: ['▁password', '▁비밀번호'],
  reset: ['▁reset', '▁재설정'],
  wheel: ['▁wheel', '▁바퀴'],
};
const VOCABULARY = Object.values(MEANINGS).flat();
const NAMES = Object.keys(MEANINGS);
/** One dimension a meaning, and one for each language, which is the greater part of a vector. */
const DIMENSIONS = NAMES.length + 2;

/** A teacher to whom words of English and Korean mean the same, beside what tells the languages apart. */
export function bilingualTeacher(): Teacher {
  const tokenize = (text: string): number[] =>
    text
      .toLowerCase()
      .split(/\s+/)
      .map((word) => VOCABULARY.indexOf(`▁${word}`))
      .filter((piece) => piece >= 0);
  return {
    id: 'bilingual',
    family: 'bilingual',
    dimensions: DIMENSIONS,
    maxTokens: 256,
    prefixes: { query: '', passage: '' },
    centred: true,
    vocabulary: VOCABULARY,
    pieceForm: 'unigram',
    tokenize,
    embed: async (texts) => texts.map((text) => embed(text, tokenize(text))),
  };
}

function embed(text: string, pieces: readonly number[]): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector[NAMES.length + (/\p{Script=Hangul}/u.test(text) ? 1 : 0)] = 3;
  for (const piece of pieces) {
    const meaning = Math.floor(piece / 2);
    vector[meaning] = vector[meaning]! + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
