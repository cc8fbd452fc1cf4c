/** The first word pieces and the closing special one, at most `limit` in all. */
export function truncateTokens(pieces: number[], limit: number): number[] {
  return pieces.length <= limit ? pieces : [...pieces.slice(0, limit - 1), pieces.at(-1)!];
}
