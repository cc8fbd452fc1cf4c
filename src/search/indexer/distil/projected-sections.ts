import { memoize } from '../../../cache/memoize.ts';
import { concatenateRows, rowsOf } from '../embed/matrix.ts';
import type { SectionVectors } from '../embed/section-vectors.ts';
import type { IndexSection } from '../index-document.ts';
import { projectRows } from './project.ts';

/** By the directions they were taken into: sections' vectors. In the dev server an edit leaves the directions and most sections as they are. */
const projected = memoize((_projection: readonly Float32Array[]) => new WeakMap<IndexSection, Float32Array>());

/** The sections whose vectors in these directions are not known from before. */
export function unprojected(
  sections: readonly IndexSection[],
  projection: readonly Float32Array[] | undefined,
): readonly IndexSection[] {
  const known = projection && projected(projection);
  return known ? sections.filter((section) => !known.has(section)) : sections;
}

/** The sections' vectors in the directions of a projection, one for each. */
export async function projectSections(
  sections: readonly IndexSection[],
  vectors: Pick<SectionVectors<unknown>, 'each'>,
  projection: readonly Float32Array[],
): Promise<Float32Array[]> {
  const known = projected(projection);
  const dimensions = projection[0]?.length ?? 0;
  await vectors.each(unprojected(sections, projection), async (some, window) => {
    const rows = await projectRows(concatenateRows(some), dimensions, projection);
    rowsOf(rows, projection.length).forEach((row, place) => known.set(window[place]!, row));
  });
  return sections.map((section) => known.get(section)!);
}
