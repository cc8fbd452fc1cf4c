import { seededRandom } from '../../src/search/indexer/distil/seeded-random.ts';
import type { BuiltIndex, IndexInput } from '../../src/search/indexer/write/write-index.ts';
import { article, build } from '../unit/search/small-site.ts';

const DIMENSIONS = 8;
/** Words that each text has beside that of its title, so that words take several files. */
const MORE = 60;

/** Makes of a few articles an index with the files of a very large one. */
export const LARGE: IndexInput['sizes'] = { names: 0, titleShard: 12, textShard: 100, vectorFile: 100, cluster: 1 };

/** A word of six letters for a number. */
const wordOf = (number: number): string =>
  [...Array(6).keys()].map((place) => String.fromCharCode(97 + (((number * 7919) >> (place * 4)) % 26))).join('');

/** What the articles are about, one each; the student knows these words. */
export const WORDS: readonly string[] = Array.from({ length: 60 }, (_, place) => wordOf(place));

const moreOf = (place: number): string =>
  Array.from({ length: MORE }, (_, more) => wordOf(1000 + place * MORE + more)).join(' ');

/** An index of sixty articles of three sections, `a0` about the first of the words and so on, with vectors by chance. */
export function indexWords(sizes: IndexInput['sizes']): Promise<BuiltIndex> {
  const random = seededRandom(1);
  const direction = () => Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
  const documents = WORDS.map((word, place) =>
    article(`a${place}`, `About ${word}`, `What ${word} is for, and ${moreOf(place)}.`, {
      [`Mend ${word}`]: `Turn ${word} off and on.`,
      'Before you begin': `Have ${word} at hand.`,
    }),
  );
  const model = {
    id: 'test',
    dimensions: DIMENSIONS,
    pooling: 'mean' as const,
    queryPrefix: '',
    passagePrefix: '',
    centred: false,
    pieces: 'wordpiece' as const,
  };
  const semantic = {
    model,
    sections: documents.flatMap(({ sections }) => sections.map(direction)),
    projection: Array.from({ length: DIMENSIONS }, direction),
    student: WORDS.map((word): [string, Float32Array] => [word, direction()]),
  };
  return build(documents, { semantic, sizes });
}
