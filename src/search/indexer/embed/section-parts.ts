import { addTo, normalize } from '../../core/embedding/vectors.ts';
import type { IndexSection } from '../index-document.ts';
import { clausesOf } from './clauses.ts';
import { concatenateRows, rowsOf } from './matrix.ts';
import type { Teacher } from './teacher.ts';

/** Clauses of a section that are embedded one by one: the first ones. */
const MOST_CLAUSES = 8;

/** What a vector of a section is made of, each of length 1: its text below its titles, its titles alone, the direction of its clauses' mean. */
export type PartVectors = Record<'text' | 'titles' | 'clauses', Float32Array>;

/** The teacher's vectors of the parts of each section. */
export async function embedParts(
  sections: readonly IndexSection[],
  teacher: Teacher,
  onProgress: (done: number, total: number) => void,
): Promise<PartVectors[]> {
  const clauses = sections.map(({ text }) => clausesOf(text).slice(0, MOST_CLAUSES));
  const passages = await teacher.embed([...sections.map(textBelowTitles), ...clauses.flat()], {
    kind: 'passage',
    onProgress,
  });
  // Titles are what customers ask: where a kind of text has a direction of its own, that of questions is theirs.
  const ofTitles = await teacher.embed(sections.map(titlesOf), { kind: teacher.centred ? 'query' : 'passage' });
  // Views of a matrix hold the whole of it: those of the sections would keep their clauses', which are several times as many.
  const texts = rowsOf(concatenateRows(passages.slice(0, sections.length)), teacher.dimensions);
  let next = sections.length;
  return sections.map((_, place) => {
    const from = next;
    next += clauses[place]!.length;
    return {
      text: texts[place]!,
      titles: ofTitles[place]!,
      clauses: next > from ? unitSum(passages.slice(from, next)) : texts[place]!,
    };
  });
}

/** The sum of vectors, at length 1. */
export function unitSum(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) addTo(sum, vector);
  return normalize(sum);
}

/** The text of a section below its titles, as it is embedded. */
export function textBelowTitles(section: IndexSection): string {
  const titles = titlesOf(section);
  return section.text === '' ? titles : `${titles}\n${section.text}`;
}

/** The titles of a section, one a line; keywords, which are customers' words, stand with the section that opens the article. */
function titlesOf({ document: { title, keywords }, headings }: IndexSection): string {
  return [title, ...headings, ...(headings.length === 0 && keywords.length > 0 ? [keywords.join(', ')] : [])].join(
    '\n',
  );
}
