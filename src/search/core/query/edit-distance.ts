/**
 * Edits between two words: a letter more, less, another, or two neighbours swapped (optimal string alignment).
 * @returns the number of edits, or `limit + 1` when there are more than `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  // Stryker disable next-line ConditionalExpression: a shortcut; the count that follows ends above the limit too.
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  // Stryker disable next-line ArrayDeclaration: nothing is read of it before the third row.
  let twoBefore: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(before[column]! + 1, current[column - 1]! + 1, before[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) edits = Math.min(edits, twoBefore[column - 2]! + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    // Stryker disable next-line ConditionalExpression: a shortcut; edits of later rows are no fewer.
    if (least > limit) return limit + 1;
    twoBefore = before;
    before = current;
  }
  return Math.min(before[other.length]!, limit + 1);
}
