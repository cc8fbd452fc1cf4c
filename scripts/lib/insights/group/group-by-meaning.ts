import { dot } from '../../../../src/search/core/embedding/vectors.ts';
import { communities, type WeightedGraph } from './louvain.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';

/** Questions that mean the same. */
export interface MeaningGroup {
  /** Indices of the questions, by nearness to the centre of the group. */
  members: number[];
  /** How often they were asked together. */
  weight: number;
}

export interface GroupOptions {
  /** Cosine to the centre of a group from which a question belongs to it. */
  nearness?: number;
  /** Cosine between the centres of two groups from which they are one. */
  sameness?: number;
}

/** Neighbours by which a question is tied to others, and those of them that tell how close questions are around it. */
const NEIGHBOURS = 15;
const AROUND = 10;
/** Part of `nearness` below which neighbours do not count at all. */
const LEAST = 0.4;
/** Part of the closeness around two questions that does not tie them yet. */
const FAR = 0.85;
/** Of the communities; it keeps neighbouring subjects apart where there are many. */
const RESOLUTION = 3;
/** Questions that make a group which others may join. */
const REAL = 4;
const ROUNDS = 3;

/**
 * Groups questions by their vectors. How near two wordings of one question are differs from subject to subject, so
 * nearness is measured by what is usual around them: questions are tied to their nearest neighbours by the cosine
 * relative to the mean cosine of both to their own neighbours, and the communities of these ties are the groups.
 * Then, three times, groups whose centres nearly coincide are joined and each question goes to the nearest centre.
 * Deterministic.
 * @param vectors Vectors of length 1, all of one size.
 * @param weights How often each question was asked; above 0.
 * @returns Groups by weight, heaviest first; a question like no other is a group of its own.
 */
export function groupByMeaning(
  vectors: Float32Array[],
  weights: number[],
  { nearness = 0.6, sameness = 0.85 }: GroupOptions = {},
): MeaningGroup[] {
  let groups = communities(tie(vectors, nearness * LEAST), RESOLUTION);
  for (let round = 0; round < ROUNDS; round++) groups = reassign(groups, vectors, weights, nearness, sameness);
  return groups
    .map((members) => {
      const centre = centreOf(members, vectors, weights);
      const near = new Map(members.map((member) => [member, dot(vectors[member]!, centre)]));
      return {
        members: members.sort((a, b) => near.get(b)! - near.get(a)! || a - b),
        weight: members.reduce((sum, member) => sum + weights[member]!, 0),
      };
    })
    .sort((a, b) => b.weight - a.weight || a.members[0]! - b.members[0]!);
}

function tie(vectors: Float32Array[], least: number): WeightedGraph {
  const lists = nearestNeighbours(vectors, NEIGHBOURS, least);
  const around = lists.map((list) =>
    list.slice(0, AROUND).reduce((sum, { cosine }, _, { length }) => sum + cosine / length, 0),
  );
  const ties: WeightedGraph = vectors.map(() => new Map());
  for (const [own, list] of lists.entries()) {
    for (const { index, cosine } of list) {
      const weight = (2 * cosine) / (around[own]! + around[index]!) - FAR;
      if (weight <= 0) continue;
      ties[own]!.set(index, weight);
      ties[index]!.set(own, weight);
    }
  }
  return ties;
}

/** Each question to the nearest centre of a real group, when that is near enough; else it stays with the few it is with, or alone. */
function reassign(
  groups: number[][],
  vectors: Float32Array[],
  weights: number[],
  nearness: number,
  sameness: number,
): number[][] {
  const real = joinSame(
    groups.filter(({ length }) => length >= REAL),
    vectors,
    weights,
    sameness,
  );
  const reassigned: number[][] = real.map(() => []);
  const others: number[][] = [];
  for (const members of groups) {
    const left: number[] = [];
    for (const member of members) {
      let best = -1;
      let most = nearness;
      for (const [index, centre] of real.entries()) {
        const near = dot(vectors[member]!, centre);
        if (near > most) [best, most] = [index, near];
      }
      (best >= 0 ? reassigned[best]! : left).push(member);
    }
    others.push(
      ...(left.length < REAL && isClose(left, vectors, weights, nearness) ? [left] : left.map((member) => [member])),
    );
  }
  return [...reassigned, ...others].filter(({ length }) => length > 0);
}

/** Whether each of a few questions is near the centre of the others. */
function isClose(members: number[], vectors: Float32Array[], weights: number[], nearness: number): boolean {
  return (
    members.length > 0 &&
    (members.length === 1 ||
      members.every(
        (member) =>
          dot(
            vectors[member]!,
            centreOf(
              members.filter((other) => other !== member),
              vectors,
              weights,
            ),
          ) >= nearness,
      ))
  );
}

/** The centres of the groups, the largest first; a group whose centre nearly is one of these is joined to it. */
function joinSame(groups: number[][], vectors: Float32Array[], weights: number[], sameness: number): Float32Array[] {
  const kept: { members: number[]; centre: Float32Array }[] = [];
  for (const members of groups.toSorted((a, b) => b.length - a.length)) {
    const centre = centreOf(members, vectors, weights);
    const same = kept.find((other) => dot(other.centre, centre) >= sameness);
    if (!same) {
      kept.push({ members, centre });
      continue;
    }
    same.members = [...same.members, ...members];
    same.centre = centreOf(same.members, vectors, weights);
  }
  return kept.map(({ centre }) => centre);
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
