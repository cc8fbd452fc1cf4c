/** One measured figure. */
export interface Row {
  /** What it belongs to: build, bytes, speed … */
  group: string;
  name: string;
  value: number;
  /** s, ms, MB, kB, bytes, '' for a count or score. */
  unit: string;
  /** The most, or for scores the least, that the project sets itself. */
  target?: { atMost: number } | { atLeast: number };
}

/** Rows as an aligned table; a ✓ or ✗ tells whether a target is met. */
export function table(rows: Row[]): string {
  const cells = rows.map((row) => [row.group, row.name, figure(row.value, row.unit), goal(row)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((cell) => cell[column]!.length)));
  return cells
    .map(([group, name, value, target]) =>
      `${group!.padEnd(widths[0]!)}  ${name!.padEnd(widths[1]!)}  ${value!.padStart(widths[2]!)}  ${target!}`.trimEnd(),
    )
    .join('\n');
}

function figure(value: number, unit: string): string {
  if (Number.isNaN(value)) return 'not reached';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
  return `${value.toFixed(digits)} ${unit}`.trimEnd();
}

function goal({ value, unit, target }: Row): string {
  if (!target) return '';
  const [met, text] =
    'atMost' in target
      ? [value <= target.atMost, `≤ ${target.atMost}`]
      : [value >= target.atLeast, `≥ ${target.atLeast}`];
  return `${met ? '✓' : '✗'} ${text} ${unit}`.trimEnd();
}
