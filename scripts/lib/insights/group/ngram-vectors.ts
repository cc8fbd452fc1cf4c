import { fnv1a } from '../../../../src/site/fnv.ts';

const DIMENSIONS = 1024;

/**
 * Vectors of length 1 from the characters of texts, for languages the embedding model does not know: pairs and
 * triples of characters, weighted by rarity among the texts, hashed to 1024 numbers. Texts that share rare words
 * are near each other; meaning beyond the words is not seen.
 */
export function ngramVectors(texts: string[]): Float32Array[] {
  const grams = texts.map((text) => new Set(ngramsOf(text)));
  const spread = new Map<string, number>();
  for (const set of grams) for (const gram of set) spread.set(gram, (spread.get(gram) ?? 0) + 1);
  return grams.map((set) => {
    const vector = new Float32Array(DIMENSIONS);
    for (const gram of set) vector[fnv1a(gram) % DIMENSIONS]! += Math.log(1 + texts.length / spread.get(gram)!);
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
}

function ngramsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .flatMap((word) => {
      const characters = [...word];
      return [2, 3].flatMap((size) =>
        characters
          .slice(0, Math.max(1, characters.length - size + 1))
          .map((_, index) => characters.slice(index, index + size).join('')),
      );
    });
}
