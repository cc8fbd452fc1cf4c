import { splitFrontMatter as cutFence } from '../../../../../src/content/front-matter.ts';
import type { Note } from '../source.ts';
import { isKnownField, squash } from './field-names.ts';
import { mended } from './front-matter-notes.ts';
import { readTomlFields } from './toml-fields.ts';
import { fieldAt } from './yaml-entries.ts';
import { readYamlFields } from './yaml-fields.ts';

export interface SplitText {
  /** As they are written: text, numbers, booleans, lists and objects of these; dates of TOML are `Date`s. */
  fields: Record<string, unknown>;
  body: string;
  /** What of the front matter was read otherwise than it stands there. */
  notes: Note[];
  /** Why none of the front matter could be read. */
  problem?: string;
}

/** Front matter as it stands in the file. */
interface Block {
  text: string;
  /** Line of the file on which `text` begins, 1-based. */
  line: number;
  body: string;
  notes?: Note[];
}

/**
 * Parts the front matter from the text: YAML between `---` (closed by `...`, or by nothing, too), TOML between `+++`,
 * JSON in braces (Hugo) or before `;;;` (Hexo), and `Title: …` lines without a fence at the very start (MkDocs, Hexo).
 * A file that merely begins with a rule has none: what follows it must be fields.
 */
export function splitFrontMatter(source: string): SplitText {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return (
    readBlock(tomlBlock(text), readTomlFields) ??
    readBlock(jsonBlock(text), readYamlFields) ??
    readBlock(unfenced(text), readYamlFields) ??
    readFenced(text) ?? { fields: {}, body: text, notes: [] }
  );
}

type Reader = (text: string, line: number) => { fields: Map<string, unknown>; notes: Note[] };

function readBlock(block: Block | undefined, read: Reader): SplitText | undefined {
  if (!block) return undefined;
  try {
    const { fields, notes } = read(block.text, block.line);
    if (fields.size === 0 && block.text.trim()) return undefined;
    return { fields: Object.fromEntries(fields), body: block.body, notes: [...(block.notes ?? []), ...notes] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fields: {}, body: block.body, notes: [], problem: message.split('\n')[0] ?? '' };
  }
}

/** YAML between fences. Prose after an empty line says that the closing fence is missing: the next `---` is a rule. */
function readFenced(text: string): SplitText | undefined {
  const cut = cutFence(text);
  if (cut.yaml === undefined) return readBlock(oddlyBegun(text), readYamlFields);
  const block: Block = { text: cut.yaml, line: cut.yamlLine, body: cut.body };
  const lines = text.split('\n').slice(cut.yamlLine - 1);
  const start = lines.findIndex((line) => line.trim() && !line.startsWith('#'));
  if (!fieldAt((lines[start] ?? '').trimStart())) return cut.unclosed ? undefined : readBlock(block, readYamlFields);
  const end = lines.findIndex((line, index) => index > start && !line.trim());
  const prose = lines.find((line, index) => index > end && line.trim()) ?? '';
  const isOpen = end !== -1 && cut.yamlLine - 1 + end < cut.bodyLine - 2 && isProse(prose);
  if (!cut.unclosed && !isOpen) return readBlock(block, readYamlFields);
  const length = lines.findIndex((line, index) => index > start && !isFieldLine(line));
  const last = length === -1 ? lines.length : length;
  return readBlock(
    {
      text: lines.slice(0, last).join('\n'),
      line: cut.yamlLine,
      body: lines.slice(last).join('\n'),
      notes: [
        mended(
          cut.yamlLine - 1,
          '---',
          `nothing closes it; the fields end in line ${cut.yamlLine + last - 1}`,
          undefined,
        ),
      ],
    },
    readYamlFields,
  );
}

/** A fence whose first line is no field, while another one is, with no empty line among them. */
function oddlyBegun(text: string): Block | undefined {
  const match = /^(\s*\n)?---[ \t]*\n((?:[ \t]*\S[^\n]*\n)+?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const isField = (line: string): boolean => isKnownField(fieldAt(line)?.name ?? '');
  if (!match?.[2]?.split('\n').some(isField)) return undefined;
  return { text: match[2], line: lineAfter(match[1] ?? '') + 1, body: text.slice(match[0].length) };
}

function isFieldLine(line: string): boolean {
  return /^([ \t]+\S|#\s|- |[\]}])/.test(line) || fieldAt(line) !== undefined;
}

/** Words at the start of a line that are neither a field nor something that belongs to one. */
function isProse(line: string): boolean {
  return /^[^\s#\-\]}]/.test(line) && fieldAt(line) === undefined;
}

function tomlBlock(text: string): Block | undefined {
  const match = /^(\s*\n)?\+\+\+[ \t]*\n([\s\S]*?\n)??\+\+\+[ \t]*(?:\n|$)/.exec(text);
  return match
    ? { text: match[2] ?? '', line: lineAfter(match[1] ?? '') + 1, body: text.slice(match[0].length) }
    : undefined;
}

/** `{ "title": … }` at the start, or fields of JSON closed by `;;;`. */
function jsonBlock(text: string): Block | undefined {
  const braces = /^(\s*)(\{[^\n]*\}|\{[\s\S]*?\n\})[ \t]*(?:\n|$)/.exec(text);
  if (braces && /^\{\s*"/.test(braces[2]!))
    return { text: braces[2]!, line: lineAfter(braces[1]!), body: text.slice(braces[0].length) };
  const closed = /^(\s*)(?:;;;+[ \t]*\n\s*)?([{"][\s\S]*?)\n;;;+[ \t]*(?:\n|$)/.exec(text);
  if (!closed) return undefined;
  const inner = closed[2]!.trim();
  const start = text.indexOf(inner);
  return {
    text: inner.startsWith('{') ? inner : `{${inner}}`,
    line: lineAfter(text.slice(0, start)),
    body: text.slice(closed[0].length),
  };
}

/** Fields without an opening fence, a title among them, up to an empty line or a closing fence. */
function unfenced(text: string): Block | undefined {
  const lines = text.split('\n');
  const first = fieldAt(lines[0] ?? '');
  if (!first || !isKnownField(first.name)) return undefined;
  const end = lines.findIndex((line) => !line.trim() || /^(-{3,}|;{3,})\s*$/.test(line));
  const inner = lines.slice(0, end === -1 ? lines.length : end);
  const names = inner.map((line) => fieldAt(line)?.name);
  if (!names.some((name) => name !== undefined && squash(name) === 'title')) return undefined;
  if (!inner.every((line, index) => names[index] !== undefined || /^([ \t]+\S|- )/.test(line))) return undefined;
  const body = end === -1 ? [] : lines.slice(end + 1);
  return { text: inner.join('\n'), line: 1, body: body.join('\n') };
}

/** The line, 1-based, that the text after `before` begins on. */
function lineAfter(before: string): number {
  return before.split('\n').length;
}
