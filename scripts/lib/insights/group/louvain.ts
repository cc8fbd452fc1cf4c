/** The weight of the tie between a node and each other one it is tied to; the same in both directions. */
export type WeightedGraph = Map<number, number>[];

/** More rounds or levels than any graph of a few thousand nodes was seen to need. */
const MOST_ROUNDS = 20;
const MOST_LEVELS = 12;
/** A smaller graph is looked at as a part of one of this size: chance would tie few nodes by much, and split every group. */
const LEAST_NODES = 200;

/**
 * Divides a graph into communities: sets of nodes tied to each other more than chance would tie them. Louvain's
 * method (Blondel and others, 2008): each node moves to the community where modularity gains most, until none wants
 * to; then each community becomes one node. Deterministic.
 * @param resolution Of modularity (Reichardt and Bornholdt, 2006): above 1, communities are smaller.
 * @returns The nodes of each community.
 */
export function communities(ties: WeightedGraph, resolution: number): number[][] {
  let graph = ties;
  let members = ties.map((_, node) => [node]);
  const total = sum(ties.map((own) => sum(own.values()))) * Math.max(1, LEAST_NODES / ties.length) || 1;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const chosen = moveNodes(graph, resolution / total);
    const numbers = new Map([...new Set(chosen)].map((community, number) => [community, number]));
    if (numbers.size === graph.length) break;
    const numberOf = (node: number): number => numbers.get(chosen[node]!)!;
    const joined = Array.from({ length: numbers.size }, (): number[] => []);
    members.forEach((own, node) => joined[numberOf(node)]!.push(...own));
    members = joined;
    graph = contract(graph, numbers.size, numberOf);
  }
  return members;
}

/**
 * The community of each node, when no node gains by moving any more.
 * @param chance What chance ties two nodes by, for each unit of weight that both have.
 */
function moveNodes(graph: WeightedGraph, chance: number): number[] {
  const degrees = graph.map((own) => sum(own.values()));
  const chosen = graph.map((_, node) => node);
  const weights = [...degrees];
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (const [node, own] of graph.entries()) {
      const tied = new Map<number, number>();
      for (const [other, weight] of own)
        if (other !== node) tied.set(chosen[other]!, (tied.get(chosen[other]!) ?? 0) + weight);
      const degree = degrees[node]!;
      const before = chosen[node]!;
      weights[before]! -= degree;
      const gain = (community: number): number => (tied.get(community) ?? 0) - chance * degree * weights[community]!;
      let best = before;
      let most = gain(before) + 1e-9;
      for (const community of tied.keys()) {
        const gained = gain(community);
        if (gained > most) [best, most] = [community, gained];
      }
      weights[best]! += degree;
      chosen[node] = best;
      moved ||= best !== before;
    }
  }
  return chosen;
}

function contract(graph: WeightedGraph, size: number, numberOf: (node: number) => number): WeightedGraph {
  const contracted: WeightedGraph = Array.from({ length: size }, () => new Map());
  for (const [node, own] of graph.entries()) {
    const into = contracted[numberOf(node)]!;
    for (const [other, weight] of own) into.set(numberOf(other), (into.get(numberOf(other)) ?? 0) + weight);
  }
  return contracted;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
