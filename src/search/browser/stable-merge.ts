import type { Hit } from '../core/types.ts';

/**
 * The order to show when a better tier has ranked the same query anew. The article that the visitor
 * holds (under the pointer, or selected with the keyboard) and everything above it stay where they
 * are, so that nothing moves away under a click; what follows takes the new order.
 * What is kept of a bare hit is its position only, which its text takes when it comes.
 * @returns at most `limit` hits, each article once.
 */
export function stableMerge(shown: Hit[], better: Hit[], held: string | undefined, limit: number): Hit[] {
  const heldIndex = held === undefined ? -1 : shown.findIndex((hit) => hit.article === held);
  const kept = shown
    .slice(0, heldIndex + 1)
    .map((hit) => (hit.bare ? (better.find(({ article }) => article === hit.article) ?? hit) : hit));
  const taken = new Set(kept.map((hit) => hit.article));
  return [...kept, ...better.filter((hit) => !taken.has(hit.article))].slice(0, Math.max(limit, kept.length));
}
