import { type Document, isAlias, isMap, isScalar, type Pair, parseDocument, Scalar, visit } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import type { Note } from '../source.ts';
import { isTextField } from './field-names.ts';
import { commentDropped, lineDropped, mended, writtenTwice } from './front-matter-notes.ts';
import { looseList, looseText } from './loose-values.ts';
import { type Entry, entriesOf, entryText } from './yaml-entries.ts';

export interface YamlFields {
  fields: Map<string, unknown>;
  notes: Note[];
}

/** Mistakes are looked for field by field up to this length, in characters; no front matter comes near it. */
const longest = 100_000;

/**
 * Reads YAML as people write it. Numbers, `true` and `false` are such only if they are written as JavaScript writes
 * them, else they are text: 4.10 stays 4.10. Where there is a mistake, each field is read by itself, and one that is no
 * YAML as the text that its author meant; each of those is noted with its line.
 * @param firstLine the line of the file on which `text` begins.
 * @throws Error for YAML that is made to exhaust a parser.
 */
export function readYamlFields(text: string, firstLine: number): YamlFields {
  const excess = yamlExcess(text);
  if (excess) throw new Error(`${excess.found}, in line ${excess.line} of the front matter`);
  const document = parse(text);
  if (isSound(document)) return fromDocument(document, text, firstLine);
  if (text.length > longest) throw document.errors[0] ?? new Error('fields were expected');
  return fromEntries(entriesOf(text, firstLine));
}

function parse(text: string): Document {
  return parseDocument(text, {
    uniqueKeys: false,
    schema: 'core',
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

/** A closing bracket at the start of a line is wrong by the letter, common, and harmless. */
function isSound(document: Document): boolean {
  return (
    document.errors.every(({ message }) => message.startsWith('Flow end indicator')) &&
    document.warnings.length === 0 &&
    (isMap(document.contents) || document.contents === null || isEmpty(document.contents)) &&
    !hasStrayAlias(document)
  );
}

/** `*bold*` refers to nothing. */
function hasStrayAlias(document: Document): boolean {
  const anchors = new Set<string>();
  let found = false;
  visit(document, {
    Node: (_, node) => void (!isAlias(node) && node.anchor !== undefined && anchors.add(node.anchor)),
    Alias: (_, node) => void (found ||= !anchors.has(node.source)),
  });
  return found;
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function fromDocument(document: Document, text: string, firstLine: number): YamlFields {
  visit(document, {
    Scalar(_, node) {
      const odd = typeof node.value === 'number' || typeof node.value === 'boolean';
      if (odd && node.source !== undefined && String(node.value) !== node.source) node.value = node.source;
    },
  });
  const read: YamlFields = { fields: new Map(), notes: [] };
  const values = (document.toJS({ maxAliasCount: 100 }) ?? {}) as Record<string, unknown>;
  if (!isMap(document.contents)) return read;
  const sources = new Map<string, string>();
  const { items } = document.contents;
  let line = firstLine;
  let counted = 0;
  items.forEach((pair, index) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const from = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
    const next = items[index + 1]?.key;
    const written = text.slice(from, isScalar(next) ? next.range?.[0] : undefined).replace(/^[ \t]*:/, '');
    line += text.slice(counted, from).split('\n').length - 1;
    counted = from;
    if (sources.has(name) && sources.get(name) !== written.trim()) read.notes.push(writtenTwice(line, name));
    sources.set(name, written.trim());
    const value = values[name];
    read.fields.set(name, value);
    if (!isTextField(name)) return;
    const meant = asMeant(pair, written, value, text);
    if (meant.text !== undefined) {
      read.fields.set(name, meant.text);
      read.notes.push(mended(line, `${name}:${written}`, meant.why, meant.text));
    } else if (meant.comment) read.notes.push(commentDropped(line, name, meant.comment));
  });
  return read;
}

/** The text of a field for readers, where YAML takes signs of it for its own. */
function asMeant(
  { value: node }: Pair,
  written: string,
  value: unknown,
  text: string,
): { text: string; why: string } | { text?: undefined; why?: undefined; comment?: string } {
  const line = (written.split('\n')[0] ?? '').trim();
  if (isAlias(node)) return {};
  if (!isScalar(node) && node !== null) {
    const range = (node as { range?: [number, number, number] }).range;
    const source = range ? text.slice(range[0], range[1]) : written;
    return { text: source.replace(/\s+/g, ' ').trim(), why: 'a list or fields' };
  }
  const type = isScalar(node) ? node.type : undefined;
  if (type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL)
    return String(value).trim() ? {} : { text: line, why: 'an empty text' };
  if (isScalar(node) && node.anchor !== undefined && !text.includes(`*${node.anchor}`))
    return { text: line, why: 'a mark for other fields' };
  if (line.startsWith('!')) return { text: line, why: 'a kind of value' };
  const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
  const tail = isQuoted ? (text.slice(node?.range?.[1]).split('\n')[0] ?? '') : line;
  const comment = /(?:^|\s)#(.*)$/.exec(tail)?.[1];
  if (comment === undefined) return {};
  // A comment has a space before its words; `#5` and `C #` are words themselves.
  if (!/^\s+\S/.test(comment)) return { text: line, why: 'a comment from # on' };
  return { comment: comment.trim() };
}

function fromEntries({ entries, strays }: { entries: Entry[]; strays: Entry[] }): YamlFields {
  const read: YamlFields = { fields: new Map(), notes: [] };
  for (const stray of strays) read.notes.push(lineDropped(stray.line, stray.first));
  for (const entry of entries) {
    const { fields, notes } = fromEntry(entry);
    for (const [name, value] of fields) {
      if (read.fields.has(name) && String(read.fields.get(name)) !== String(value))
        read.notes.push(writtenTwice(entry.line, name));
      read.fields.set(name, value);
    }
    read.notes.push(...notes);
  }
  return read;
}

function fromEntry(entry: Entry): YamlFields {
  const text = entryText(entry);
  const document = parse(text);
  if (isSound(document) && isMap(document.contents) && document.contents.items.length === 1)
    return fromDocument(document, text, entry.line);
  const problem =
    (document.errors[0] ?? document.warnings[0])?.message.split('\n')[0] ??
    (hasStrayAlias(document) ? 'a reference to nothing' : 'no field');
  const untabbed = text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '));
  if (untabbed !== text) {
    const second = parse(untabbed);
    if (isSound(second) && isMap(second.contents) && second.contents.items.length === 1) {
      const read = fromDocument(second, untabbed, entry.line);
      read.notes.push(mended(entry.line, text, 'indented with tabs', undefined));
      return read;
    }
  }
  const stray = entry.below.filter((line) => /^[^\p{L}\p{N}\s"'(#\-\]}]/u.test(line));
  if (stray.length > 0) {
    const read = fromEntry({ ...entry, below: entry.below.filter((line) => !stray.includes(line)) });
    read.notes.push(...stray.map((line) => lineDropped(entry.line + 1 + entry.below.indexOf(line), line)));
    return read;
  }
  const value = meantValue(entry);
  return { fields: new Map([[entry.name, value]]), notes: [mended(entry.line, text, problem, value)] };
}

/** What the author of a field that is no YAML meant: a list where lines or brackets say so, fields below it, else text. */
function meantValue(entry: Entry): unknown {
  const below = entry.below.filter((line) => line.trim() && !/^\s*#/.test(line));
  if (!entry.rest && below.length > 0) {
    if (below.every((line) => /^\s*-\s/.test(line)))
      return below.map((line) => looseText(line.replace(/^\s*-\s+/, '')));
    const { entries, strays } = entriesOf(dedent(below), entry.line + 1);
    if (entries.length > 0 && strays.length === 0 && !isTextField(entry.name))
      return Object.fromEntries(fromEntries({ entries, strays }).fields);
  }
  const written = [entry.rest.replace(/^[|>][-+\d]*$/, ''), ...below.map((line) => line.trim())].join(' ').trim();
  if (written.startsWith('[') && !isTextField(entry.name)) return looseList(written);
  return looseText(written);
}

function dedent(lines: string[]): string {
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent)).join('\n');
}
