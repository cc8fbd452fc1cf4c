import { describe, expect, it } from 'vitest';
import { communities, type WeightedGraph } from '../../../../../scripts/lib/insights/group/louvain.ts';

function tiesOf(size: number, pairs: [number, number][]): WeightedGraph {
  const ties: WeightedGraph = Array.from({ length: size }, () => new Map());
  for (const [a, b] of pairs) {
    ties[a]!.set(b, 1);
    ties[b]!.set(a, 1);
  }
  return ties;
}

/** `count` rings of cliques of `size` nodes, each tied to the next by one pair. */
function ring(count: number, size: number): WeightedGraph {
  const pairs: [number, number][] = [];
  for (let clique = 0; clique < count; clique++) {
    const first = clique * size;
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) pairs.push([first + a, first + b]);
    pairs.push([first, (first + size) % (count * size)]);
  }
  return tiesOf(count * size, pairs);
}

const inOrder = (groups: number[][]): number[][] =>
  groups.map((group) => group.toSorted((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);

describe('the communities of a graph', () => {
  it('are its cliques, where one tie leads from each to the next', () => {
    const expected = Array.from({ length: 40 }, (_, clique) =>
      Array.from({ length: 6 }, (_, node) => clique * 6 + node),
    );
    expect(inOrder(communities(ring(40, 6), 3))).toEqual(expected);
  });

  it('keep connected nodes together in a small graph', () => {
    expect(
      inOrder(
        communities(
          tiesOf(5, [
            [0, 2],
            [2, 3],
            [1, 4],
          ]),
          3,
        ),
      ),
    ).toEqual([
      [0, 2, 3],
      [1, 4],
    ]);
  });

  it('leave a node without ties alone, and are none of nothing', () => {
    expect(inOrder(communities(tiesOf(3, [[0, 2]]), 1))).toEqual([[0, 2], [1]]);
    expect(communities([], 1)).toEqual([]);
  });
});
