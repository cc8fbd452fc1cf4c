/** The value below which the share `quantile` (0 to 1) of the values lies, by the nearest rank. @returns NaN for no values. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: number[]): number => quantile(values, 0.5);
