/** Where elements end, found in one pass for each name however many of them nobody closes. */
const pairs = new WeakMap<readonly string[], Map<string, Map<number, number>>>();
const lasts = new WeakMap<readonly string[], Map<string, number>>();

/** The line in which the element ends that begins line `at`, if one does. */
export function closingLine(lines: readonly string[], at: number, tag: string): number | undefined {
  const known = pairs.get(lines) ?? new Map<string, Map<number, number>>();
  pairs.set(lines, known);
  const found = known.get(tag) ?? pairsOf(lines, tag);
  known.set(tag, found);
  return found.get(at);
}

/** The last line that holds a text; -1 for none. */
export function lastLineWith(lines: readonly string[], text: string): number {
  const known = lasts.get(lines) ?? new Map<string, number>();
  lasts.set(lines, known);
  const found = known.get(text) ?? lines.findLastIndex((line) => line.includes(text));
  known.set(text, found);
  return found;
}

/** Lines that begin with a tag, with the line that the element ends in. Tags in code count for nothing. */
function pairsOf(lines: readonly string[], tag: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  const tags = new RegExp(`<(/?)${tag}(?=[\\s>/]|$)`, 'gi');
  let fence = '';
  for (const [index, line] of lines.entries()) {
    const mark = /^\s{0,40}(`{3,99}|~{3,99})/.exec(line)?.[1];
    if (mark && (!fence || mark.startsWith(fence))) fence = fence ? '' : mark;
    if (fence) continue;
    for (const { 1: slash } of line.replace(/`[^`\n]{1,200}`/g, '').matchAll(tags)) {
      if (!slash) open.push(index);
      else {
        const start = open.pop();
        // Of several in a line the outermost counts.
        if (start !== undefined) found.set(start, index);
      }
    }
  }
  return found;
}
