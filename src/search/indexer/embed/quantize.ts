/** A direction in 8 bits a dimension: the largest component becomes ±127. */
export function toCodes(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const factor = largest > 0 ? 127 / largest : 0;
  const codes = new Int8Array(vector.length);
  for (let place = 0; place < codes.length; place++) codes[place] = Math.round(vector[place]! * factor);
  return codes;
}

/** The vector of length 1 in the direction of the codes; the zero vector when all are zero. */
export function fromCodes(codes: Int8Array): Float32Array {
  let squares = 0;
  for (const code of codes) squares += code * code;
  const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  const vector = new Float32Array(codes.length);
  for (let place = 0; place < vector.length; place++) vector[place] = codes[place]! * factor;
  return vector;
}
