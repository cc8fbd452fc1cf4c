/** Questions that mean the same. */
export interface MeaningGroup {
  /** Indices of the questions, the one that stands for the group first, then by nearness to its centre. */
  members: number[];
  /** How often they were asked together. */
  weight: number;
}

export interface GroupOptions {
  /** Cosine from which two questions count as neighbours. */
  nearness?: number;
  /** Cosine between the centres of two groups from which they are one. */
  sameness?: number;
}

/** Neighbours remembered of one question; more than that are one crowd anyway. */
const MOST_NEIGHBOURS = 600;

/**
 * Groups questions by their vectors: the question with the most neighbours, weighted by how often each was asked,
 * takes them as its group; then the next among those left. Afterwards each question goes to the nearest centre
 * among the groups, and groups whose centres nearly coincide are joined. Deterministic.
 * @param vectors Vectors of length 1, all of one size.
 * @param weights How often each question was asked; above 0.
 * @returns Groups by weight, heaviest first; a question like no other is a group of its own.
 */
export function groupByMeaning(vectors: Float32Array[], weights: number[], { nearness = 0.7, sameness = 0.85 }: GroupOptions = {}): MeaningGroup[] {
  const neighbours = findNeighbours(vectors, nearness);
  const groups = joinSame(gather(neighbours, weights).map((members) => ({ members, centre: centreOf(members, vectors, weights) })), vectors, weights, sameness);
  const settled = settle(groups, vectors, nearness);
  return settled
    .map((members) => {
      const centre = centreOf(members, vectors, weights);
      const near = new Map(members.map((member) => [member, dot(vectors[member]!, centre)]));
      return { members: members.sort((a, b) => near.get(b)! - near.get(a)! || a - b), weight: members.reduce((sum, member) => sum + weights[member]!, 0) };
    })
    .sort((a, b) => b.weight - a.weight || a.members[0]! - b.members[0]!);
}

interface Group {
  members: number[];
  centre: Float32Array;
}

/** The product of two vectors is looked at after so many numbers, and given up when it can no longer be large enough. */
const STEP = 96;

function findNeighbours(vectors: Float32Array[], nearness: number): number[][] {
  const neighbours: number[][] = vectors.map(() => []);
  const { flat, size, rests } = inSteps(vectors);
  const steps = size / STEP;
  for (let a = 0; a < vectors.length; a++) {
    const own = neighbours[a]!;
    for (let b = a + 1; b < vectors.length; b++) {
      let [x, y] = [a * size, b * size];
      let product = 0;
      let possible = true;
      for (let step = 0; step < steps && possible; step++) {
        for (const end = x + STEP; x < end; x += 4, y += 4) {
          product += flat[x]! * flat[y]! + flat[x + 1]! * flat[y + 1]! + flat[x + 2]! * flat[y + 2]! + flat[x + 3]! * flat[y + 3]!;
        }
        // What is left adds at most the product of the lengths of both rests (Cauchy and Schwarz).
        possible = product + rests[a * steps + step]! * rests[b * steps + step]! >= nearness;
      }
      if (!possible) continue;
      if (own.length < MOST_NEIGHBOURS) own.push(b);
      if (neighbours[b]!.length < MOST_NEIGHBOURS) neighbours[b]!.push(a);
    }
  }
  return neighbours;
}

/** All vectors in one array, filled up with zeros to whole steps, and the length of what follows each step. */
function inSteps(vectors: Float32Array[]): { flat: Float32Array; size: number; rests: Float32Array } {
  const size = Math.max(1, Math.ceil((vectors[0]?.length ?? 0) / STEP)) * STEP;
  const steps = size / STEP;
  const flat = new Float32Array(vectors.length * size);
  const rests = new Float32Array(vectors.length * steps);
  vectors.forEach((vector, index) => {
    flat.set(vector, index * size);
    let square = 0;
    for (let place = size - 1; place >= STEP; place--) {
      square += flat[index * size + place]! ** 2;
      if (place % STEP === 0) rests[index * steps + place / STEP - 1] = Math.sqrt(square);
    }
  });
  return { flat, size, rests };
}

/** Densest question first. A question's density only falls while others are taken, so a stale top is put back. */
function gather(neighbours: number[][], weights: number[]): number[][] {
  const taken = new Uint8Array(weights.length);
  const density = (index: number): number => neighbours[index]!.reduce((sum, other) => sum + (taken[other] ? 0 : weights[other]!), weights[index]!);
  const queue = weights.map((_, index) => ({ index, value: density(index) })).sort((a, b) => a.value - b.value || b.index - a.index);
  const groups: number[][] = [];
  while (queue.length > 0) {
    const top = queue.pop()!;
    if (taken[top.index]) continue;
    const value = density(top.index);
    const next = queue.at(-1);
    if (next && value < next.value) {
      insert(queue, { index: top.index, value });
      continue;
    }
    const members = [top.index, ...neighbours[top.index]!.filter((other) => !taken[other])];
    for (const member of members) taken[member] = 1;
    groups.push(members);
  }
  return groups;
}

function insert(queue: { index: number; value: number }[], item: { index: number; value: number }): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (queue[middle]!.value < item.value) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, item);
}

/** Joins later groups into earlier, heavier ones. Groups of one stay out of it: there may be thousands. */
function joinSame(groups: Group[], vectors: Float32Array[], weights: number[], sameness: number): Group[] {
  const kept: Group[] = [];
  for (const group of groups) {
    const same = group.members.length > 1 ? kept.find(({ centre }) => dot(centre, group.centre) >= sameness) : undefined;
    if (!same) kept.push(group);
    else {
      same.members.push(...group.members);
      same.centre = centreOf(same.members, vectors, weights);
    }
  }
  return kept;
}

/** Each question to the nearest centre of a real group, when that is near enough; else it stays. */
function settle(groups: Group[], vectors: Float32Array[], nearness: number): number[][] {
  const real = groups.filter(({ members }) => members.length > 2).map(({ centre }) => centre);
  const settled: number[][] = real.map(() => []);
  const others: number[][] = [];
  for (const { members } of groups) {
    const left: number[] = [];
    for (const member of members) {
      let best = -1;
      let most = nearness;
      real.forEach((centre, index) => {
        const near = dot(vectors[member]!, centre);
        if (near > most) [best, most] = [index, near];
      });
      (best >= 0 ? settled[best]! : left).push(member);
    }
    if (left.length > 0) others.push(left);
  }
  return [...settled, ...others].filter((members) => members.length > 0);
}

function centreOf(members: number[], vectors: Float32Array[], weights: number[]): Float32Array {
  const centre = new Float32Array(vectors[members[0]!]!.length);
  for (const member of members) {
    const vector = vectors[member]!;
    const weight = Math.sqrt(weights[member]!);
    for (let index = 0; index < centre.length; index++) centre[index]! += vector[index]! * weight;
  }
  const length = Math.hypot(...centre) || 1;
  return centre.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}
