import { isKnownField } from './field-names.ts';

/** A field of front matter as it stands there: `name: rest` and the lines that belong to it. */
export interface Entry {
  /** Line of the file, 1-based. */
  line: number;
  /** '' for lines that belong to no field. */
  name: string;
  /** Its first line as written, and what follows the colon, trimmed. */
  first: string;
  rest: string;
  below: string[];
}

/** Names are short: of a long line only the beginning is looked at. */
const longestName = 200;
const named = /^(?:"([^"]+)"|'([^']+)'|([\p{L}\p{N}_/][^\s:#]*(?:[ ][^\s:#]+)?))[ \t]*:(?=[ \t]|$)/u;
/** `title:Getting started`, with the space forgotten. */
const spaceless = /^([A-Za-z][\w-]*):(?!\/\/)/;

/** The name of the field that a line begins, and how much of the line it takes with its colon. */
export function fieldAt(line: string): { name: string; length: number } | undefined {
  const start = line.slice(0, longestName);
  const match = named.exec(start);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match && name !== undefined) return { name, length: match[0].length };
  const close = spaceless.exec(start);
  return close?.[1] && isKnownField(close[1]) ? { name: close[1], length: close[0].length } : undefined;
}

/**
 * Cuts front matter into its fields without reading them, so that a mistake in one stays in one. Lines before the
 * first field that belong to none are `strays`. A known field that is indented below a finished one by mistake is a
 * field of its own.
 */
export function entriesOf(text: string, firstLine: number): { entries: Entry[]; strays: Entry[] } {
  const found: { entries: Entry[]; strays: Entry[] } = { entries: [], strays: [] };
  for (const [index, line] of text.split('\n').entries()) {
    const last = found.entries.at(-1);
    const indented = /^[ \t]/.test(line);
    const content = line.trimStart();
    const field = indented && !(last && isFinished(last)) && last ? undefined : fieldAt(content);
    if (field && (!indented || !last || isKnownField(field.name))) {
      const rest = content.slice(field.length).trim();
      found.entries.push({ line: firstLine + index, name: field.name, first: content, rest, below: [] });
    } else if (last) last.below.push(line);
    else if (content && !content.startsWith('#'))
      found.strays.push({ line: firstLine + index, name: '', first: line, rest: line, below: [] });
  }
  return found;
}

/** Whether a field has all of its value in its line: no block, list or quoted text that goes on below. */
function isFinished({ rest, below }: Entry): boolean {
  return rest !== '' && !/^[|>[{"'&!]/.test(rest) && below.length === 0;
}

/** An entry as it stands in the file. */
export function entryText({ first, below }: Entry): string {
  return [first, ...below].join('\n');
}
