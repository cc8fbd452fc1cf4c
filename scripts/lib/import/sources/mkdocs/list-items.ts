import { opensBlock } from './admonitions.ts';
import { opensFence } from './code-blocks.ts';
import { dedentedBy, indentedBy, indentOf, isBlank, step } from './lines.ts';
import type { ReadBlock, Scope } from './scope.ts';

/** The beginning of an item of a list. */
const listItem = /^( {0,3})([-*+]|\d{1,9}[.)])(?:([ \t]+)([^ \t].*)?)?$/s;
/** What begins a list, or a rule, also right below a paragraph; `2020. It was` does not. */
export const interrupts = /^ {0,3}(?:(?:[-*+]|1[.)])[ \t]+\S|(?:\* *){3,}$|(?:- *){3,}$|(?:_ *){3,}$)/;
const rule = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;

/**
 * An item with all that belongs to it. Python-Markdown takes what is indented by four columns, CommonMark what stands
 * below the text of the first line; either is meant, and what is written has the indent that CommonMark wants.
 */
export function readListItem(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const line = lines[at] ?? '';
  // Hyphens right below a text would underline it.
  if (rule.test(line)) return { out: ['', '***', ''], next: at + 1 };
  const [, margin = '', marker = '', space = '', text = ''] = listItem.exec(line) ?? [];
  if (!marker) return undefined;
  const column = margin.length + marker.length + (space.length > 4 || !text ? 1 : space.length);
  const least = Math.min(column, step);
  const { body, next } = bodyOf(lines, at + 1, least);
  const columns = body.reduce(
    (fewest, one) => (one.own ? Math.min(fewest, indentOf(one.line)) : fewest),
    Math.max(step, column),
  );
  const inner = scope.inner([text, ...body.map((one) => dedentedBy(one.line, columns))]);
  while (inner.length > 1 && isBlank(inner[0])) inner.shift();
  const [first = '', ...rest] = inner;
  return { out: [`${marker} ${first}`.trimEnd(), ...indentedBy(rest, ' '.repeat(marker.length + 1))], next };
}

/** `own` lines are indented as the item's; others go on with a paragraph. */
function bodyOf(
  lines: readonly string[],
  start: number,
  least: number,
): { body: { line: string; own: boolean }[]; next: number } {
  const body: { line: string; own: boolean }[] = [];
  let next = start;
  let kept = 0;
  while (next < lines.length) {
    const line = lines[next] ?? '';
    const own = !isBlank(line) && indentOf(line) >= least;
    const follows = !isBlank(lines[next - 1]);
    if (!isBlank(line) && !own && !(follows && goesOn(line))) break;
    body.push({ line, own });
    next += 1;
    if (!isBlank(line)) kept = body.length;
  }
  return { body: body.slice(0, kept), next: start + kept };
}

function goesOn(line: string): boolean {
  return !listItem.test(line) && !opensBlock(line) && !opensFence(line) && !/^ {0,3}(?:#{1,6}|>|<|\/{3,})/.test(line);
}
