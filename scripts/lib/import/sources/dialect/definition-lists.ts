/** Terms that share definitions; each definition is lines of Markdown at the margin. */
export interface DefinitionEntry {
  terms: string[];
  definitions: string[][];
}

const definition = /^ {0,3}:[ \t]+(\S.*)$/;
/** What is no term: other blocks, and text that is indented. */
const otherBlock = /^(?:[:#>|\s]|<!--|[-*+] |\d{1,9}[.)] |`{3}|~{3})/;

/** The definition list that begins at a line, if one does: terms, then `: definition`, with what is indented below it. */
export function definitionsAt(
  lines: readonly string[],
  at: number,
): { entries: DefinitionEntry[]; next: number } | undefined {
  const entries: DefinitionEntry[] = [];
  let next = at;
  for (let start = at; ; ) {
    const terms = termsAt(lines, start);
    if (!terms) break;
    const entry: DefinitionEntry = { terms: terms.terms, definitions: [] };
    next = terms.next;
    for (let body = bodyAt(lines, next); body; body = bodyAt(lines, skipBlank(lines, next))) {
      entry.definitions.push(body.lines);
      next = body.next;
    }
    entries.push(entry);
    start = skipBlank(lines, next);
  }
  return entries.length > 0 ? { entries, next } : undefined;
}

/**
 * Definitions as the list that Markdown has:
 *
 *     + **username**: The name to show
 *
 * Plus signs keep it apart from a list that comes right before or after it.
 * Where a definition has more than one paragraph, all stand below the term.
 */
export function definitionList(entries: readonly DefinitionEntry[]): string[] {
  return entries.flatMap(({ terms, definitions }) => {
    const names = terms.map((term) => (term.includes('**') ? term : `**${term}**`)).join(', ');
    if (definitions.every(isOneParagraph)) {
      const [[first = '', ...more] = [], ...others] = definitions;
      const colon = terms.at(-1)?.endsWith(':') ? '' : ':';
      return [
        `+ ${names}${colon} ${first}`.trimEnd(),
        ...indented(more),
        ...indented(others.flatMap(([start = '', ...rest]) => [`- ${start}`, ...indented(rest)])),
      ];
    }
    return [`+ ${names}`, ...definitions.flatMap((lines) => ['', ...indented(lines)]), ''];
  });
}

/** Writes the definition lists of a text as lists. Code blocks are left alone. */
export function definitionsToLists(body: string): string {
  if (!/^ {0,3}:[ \t]/m.test(body)) return body;
  const lines = body.split('\n');
  const out: string[] = [];
  let fence = '';
  let inComment = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (!fence || mark.startsWith(fence))) fence = fence ? '' : mark;
    // What stands in a comment, nobody sees.
    if (!fence && line.lastIndexOf('<!--') > line.lastIndexOf('-->')) inComment = true;
    const found = fence || inComment ? undefined : definitionsAt(lines, at);
    if (line.includes('-->')) inComment = line.lastIndexOf('<!--') > line.lastIndexOf('-->');
    for (const one of found ? definitionList(found.entries) : [line]) out.push(one);
    at = found?.next ?? at + 1;
  }
  return out.join('\n');
}

/** Lines without other blocks among them right above a definition, one empty line between at most. */
function termsAt(lines: readonly string[], start: number): { terms: string[]; next: number } | undefined {
  let next = start;
  while (next < lines.length && (lines[next] ?? '').trim() && !otherBlock.test(lines[next] ?? '')) {
    next += 1;
    // A paragraph of this length is no list of terms, and looking for its end at each of its lines takes long.
    if (next - start > 10) return undefined;
  }
  if (next === start) return undefined;
  const below = (lines[next] ?? '').trim() ? next : next + 1;
  if (!definition.test(lines[below] ?? '')) return undefined;
  return { terms: lines.slice(start, next).map((line) => line.trim()), next: below };
}

function bodyAt(lines: readonly string[], start: number): { lines: string[]; next: number } | undefined {
  const first = definition.exec(lines[start] ?? '')?.[1];
  if (first === undefined) return undefined;
  const body: string[] = [];
  let kept = 0;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const isEmpty = !line.trim();
    const goesOn = (lines[at - 1] ?? '').trim() && !otherBlock.test(line) && !definition.test(lines[at + 1] ?? '');
    if (!isEmpty && !/^(?: {2}|\t)/.test(line) && !goesOn) break;
    // Python-Markdown indents by four; where writers indented by fewer, these are the margin.
    body.push(line.replace(/^(?: {0,3}\t| {1,4})/, ''));
    if (!isEmpty) kept = body.length;
  }
  return { lines: [first.trim(), ...body.slice(0, kept)], next: start + 1 + kept };
}

function skipBlank(lines: readonly string[], start: number): number {
  let at = start;
  while (at < lines.length && !(lines[at] ?? '').trim()) at += 1;
  return at;
}

function isOneParagraph(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() && !/^(?:[-*+] |[>#|]|\d{1,9}[.)] |`{3}|~{3}|:{3}|<)/.test(line));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line ? `  ${line}` : line));
}
