/** Ways into JSON that anybody may have written: each gives something to go on with, whatever it is given. */

const LONGEST = 500;

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The entries of a list; none of anything else. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : [];
}

/** A text in one line, at most 500 characters, without what shows nothing or turns the direction of what follows. */
export function lineOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
