import type { Part, Tag } from './tags.ts';

interface Branch {
  /** The condition as written; '' for `else`. */
  condition: string;
  parts: Part[];
}

interface Shown {
  parts: Part[];
  /** What stays out because it was for some readers only. */
  left: { condition: string; words: number }[];
  /** Conditions that nobody can decide here. */
  open: string[];
}

/**
 * What everyone saw of `{% if … %}…{% elif … %}…{% else %}…{% endif %}`. Conditions on the visitor do not hold for
 * somebody whom nothing is known about; those on `book.…` were decided when the book was made. What cannot be decided
 * comes over.
 */
export function shownTo(tag: Tag, variable: (name: string) => unknown): Shown {
  const shown: Shown = { parts: [], left: [], open: [] };
  for (const { condition, parts } of branchesOf(tag)) {
    const holds = condition === '' ? true : verdict(condition, variable);
    if (holds !== false) shown.parts.push(...parts);
    else if (/\bvisitor\b/.test(condition)) shown.left.push({ condition, words: wordsIn(parts) });
    if (holds === undefined) shown.open.push(condition);
    if (holds === true) break;
  }
  return shown;
}

function branchesOf(tag: Tag): Branch[] {
  const branches: Branch[] = [{ condition: conditionOf(tag), parts: [] }];
  for (const part of tag.inner ?? []) {
    if (typeof part !== 'string' && (part.name === 'else' || part.name === 'elif'))
      branches.push({ condition: part.name === 'else' ? '' : conditionOf(part), parts: [] });
    else branches.at(-1)?.parts.push(part);
  }
  return branches;
}

function conditionOf({ name, source }: Tag): string {
  return source
    .replace(/^\{%-?/, '')
    .replace(/-?%\}$/, '')
    .trim()
    .slice(name.length)
    .trim()
    .slice(0, 500);
}

/** Whether a condition held for everyone; undefined when that cannot be told. */
function verdict(condition: string, variable: (name: string) => unknown): boolean | undefined {
  const [, not, name = '', sign, quoted, bare] =
    /^(!|not\s)?\s{0,9}([\w.]{1,200})(?:\s{0,9}(===?|!==?)\s{0,9}(?:["']([^"']{0,200})["']|([\w.-]{1,200})))?$/.exec(
      condition,
    ) ?? [];
  if (name.startsWith('visitor.') || /\bvisitor\./.test(condition)) {
    const positive = not === undefined && !(sign ?? '').startsWith('!') && !/^!|!=|\bnot\b/.test(condition);
    return !positive;
  }
  if (!/^(?:book|config)\./.test(name)) return undefined;
  const value = variable(name);
  const wanted = quoted ?? bare;
  const holds = wanted === undefined ? Boolean(value) : String(value) === wanted;
  return (not !== undefined) === (sign ?? '').startsWith('!') ? holds : !holds;
}

function wordsIn(parts: Part[]): number {
  return parts
    .map((part) => (typeof part === 'string' ? part.split(/\s+/).filter(Boolean).length : wordsIn(part.inner ?? [])))
    .reduce((sum, words) => sum + words, 0);
}
