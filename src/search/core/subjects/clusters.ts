import { dot } from '../embedding/vectors.ts';

/**
 * Puts things together whose vectors are alike, the nearest two groups first, by the mean cosine between their members
 * (average linkage), until no two are as near as `same`, or there are `most` groups left and none nearer than `least`.
 * The same vectors in the same order give the same groups, in the order of their first members.
 * @param vectors At length 1.
 * @returns the places of the members, group by group; more than `most` where the things are too different.
 */
export function clusters(
  vectors: readonly Float32Array[],
  { same, least, most }: { same: number; least: number; most: number },
): number[][] {
  const near = vectors.map((one) => vectors.map((other) => dot(one, other)));
  let groups = vectors.map((_, place) => [place]);
  const likeness = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, a) => sum + other.reduce((part, b) => part + near[a]![b]!, 0), 0) / (one.length * other.length);
  for (;;) {
    let best: { likeness: number; one: number; other: number } | undefined;
    for (let one = 0; one < groups.length; one++)
      for (let other = one + 1; other < groups.length; other++) {
        const value = likeness(groups[one]!, groups[other]!);
        if (!best || value > best.likeness) best = { likeness: value, one, other };
      }
    if (!best || best.likeness < (groups.length > most ? least : same)) return groups;
    const { one, other } = best;
    const joined = [...groups[one]!, ...groups[other]!].sort((a, b) => a - b);
    groups = groups.flatMap((group, place) => (place === one ? [joined] : place === other ? [] : [group]));
  }
}
