/** What a part was given, as far as it is text: the rest decides what it shows, and is said nowhere. */
export function textValues(given: Iterable<readonly [string, unknown]>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of given)
    if (name !== '__proto__' && (typeof value === 'string' || typeof value === 'number')) values[name] = String(value);
  return values;
}

/** The line of a file on which a place of its text stands; `firstLine` is the line on which that text begins. */
export function lineAt(text: string, offset: number, firstLine: number): number {
  return firstLine + text.slice(0, offset).split('\n').length - 1;
}
