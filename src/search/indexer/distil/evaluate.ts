/** A span the student has not seen: its word pieces, and where the teacher puts it. */
export interface Examined {
  bag: readonly number[];
  vector: Float32Array;
}

/** Mean cosine between the sums of the pieces' vectors and the teacher's vectors; 0 for no spans. */
export function meanCosine(examined: readonly Examined[], table: ReadonlyMap<number, Float32Array>, width: number): number {
  const cosines = examined.map(({ bag, vector }) => {
    const sum = new Float32Array(width);
    for (const piece of bag) table.get(piece)?.forEach((value, place) => (sum[place] = sum[place]! + value));
    return dot(sum, vector) / (Math.sqrt(dot(sum, sum) * dot(vector, vector)) || 1);
  });
  return cosines.reduce((total, cosine) => total + cosine, 0) / Math.max(1, cosines.length);
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, place) => sum + value * other[place]!, 0);
}
