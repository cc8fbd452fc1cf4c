import { insertionName } from '../../../../src/schemas/variables.ts';
import { slugOf } from '../../naming/slug.ts';

/** What a text was given, by the names of parameters. */
export type Parameters = Readonly<Record<string, string>>;

/** A longer one is a text of its own. */
const LONGEST = 200;

/**
 * A text with `:var{name}` where it says what it was given, in whole words, and which of these it says. What is marked up, has
 * several lines or would end an attribute stays as it is.
 */
export function withParameters(text: string, values: Parameters): { text: string; used: Parameters } {
  const used: Record<string, string> = {};
  const wanted = new Map<string, string>();
  for (const [key, value] of Object.entries(values)) {
    const name = nameOf(key);
    const isPlain = value.length <= LONGEST && /[\p{L}\p{N}]/u.test(value) && !/[\n{}\\`*_[\]<>|~]/.test(value);
    if (isPlain && value.trim() === value && name !== undefined && !wanted.has(value)) wanted.set(value, name);
  }
  const alternatives = [...wanted.keys()].sort((one, other) => other.length - one.length).map(escaped);
  if (alternatives.length === 0) return { text, used };
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}:{])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const replaced = text.replace(pattern, (value) => {
    const name = wanted.get(value) ?? '';
    used[name] = value;
    return `:var{${name}}`;
  });
  return { text: replaced, used };
}

/** `plan_name` -> `plan-name`; an argument without a name is told by its place. */
function nameOf(key: string): string | undefined {
  const slug = /^\d+$/.test(key) ? `value-${Number(key) + 1}` : slugOf(key);
  return insertionName.safeParse(slug).success ? slug : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
