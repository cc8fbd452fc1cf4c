import type { Teacher } from '../../../../../src/search/indexer/embed/teacher.ts';

const DIMENSIONS = 16;
const WORDS = [
  'cancel',
  'order',
  'refund',
  'money',
  'card',
  'lost',
  'password',
  'reset',
  'bike',
  'battery',
  'charge',
  'lock',
  'how',
  'do',
  'i',
  'my',
  'the',
  '?',
  '##s',
  '##ed',
];

/**
 * A teacher small enough to know by heart: words of its vocabulary and their endings, each with a fixed direction.
 * @param meaning How a text's vector comes about: `sum` of its pieces' directions, which a student can learn, or by
 * `chance`, which none can.
 */
export function toyTeacher(meaning: 'sum' | 'chance' = 'sum'): Teacher {
  const tokenize = (text: string): number[] =>
    [...text.toLowerCase().matchAll(/\w+|\?/g)].flatMap(([word]) => {
      const whole = WORDS.indexOf(word);
      const beginning = WORDS.findIndex(
        (piece) => word.startsWith(piece) && WORDS.includes(`##${word.slice(piece.length)}`),
      );
      if (whole >= 0) return [whole];
      return beginning >= 0 ? [beginning, WORDS.indexOf(`##${word.slice(WORDS[beginning]!.length)}`)] : [];
    });
  return {
    id: `toy-${meaning}`,
    family: `toy-${meaning}`,
    dimensions: DIMENSIONS,
    maxTokens: 256,
    prefixes: { query: '', passage: '' },
    vocabulary: WORDS,
    centred: false,
    pieceForm: 'wordpiece',
    tokenize,
    embed: (texts) =>
      Promise.resolve(texts.map((text) => unit(meaning === 'sum' ? summed(tokenize(text)) : direction(text)))),
  };
}

function summed(pieces: readonly number[]): Float32Array {
  const sum = new Float32Array(DIMENSIONS).fill(1e-3);
  for (const piece of pieces) direction(WORDS[piece]!).forEach((value, place) => (sum[place] = sum[place]! + value));
  return sum;
}

/** A direction for a string, far from those of others. */
function direction(text: string): Float32Array {
  let state = 7;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x9e3779b1);
  return Float32Array.from({ length: DIMENSIONS }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x51ed270b;
    return ((state >>> 8) % 2001) / 1000 - 1;
  });
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
