import { parse } from 'smol-toml';
import { lineDropped, mended } from './front-matter-notes.ts';
import { looseList, looseText } from './loose-values.ts';
import type { YamlFields } from './yaml-fields.ts';

/**
 * Reads TOML. Where there is a mistake, each field and each table is read by itself, and a field that is no TOML as
 * the text that its author meant, which is noted with its line.
 * @param firstLine the line of the file on which `text` begins.
 */
export function readTomlFields(text: string, firstLine: number): YamlFields {
  try {
    return { fields: new Map(Object.entries(parse(text))), notes: [] };
  } catch {
    return partByPart(text, firstLine);
  }
}

function partByPart(text: string, firstLine: number): YamlFields {
  const read: YamlFields = { fields: new Map(), notes: [] };
  for (const { lines, line } of partsOf(text, firstLine)) {
    const part = lines.join('\n');
    try {
      for (const [name, value] of Object.entries(parse(part))) read.fields.set(name, value);
    } catch (error) {
      const why = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
      const field = /^["']?([\w-]+)["']?\s*[=:](.*)$/s.exec(lines[0] ?? '');
      if (!field) {
        read.notes.push(lineDropped(line, `${part.trim()} (${why})`));
        continue;
      }
      const written = [field[2] ?? '', ...lines.slice(1).map((one) => one.trim())].join(' ').trim();
      const value = written.startsWith('[') ? looseList(written) : looseText(written);
      read.fields.set(field[1]!, value);
      read.notes.push(mended(line, lines[0] ?? '', why, value));
    }
  }
  return read;
}

/** The fields, each with the lines that go on it, then the tables, each with all of its own. */
function partsOf(text: string, firstLine: number): { lines: string[]; line: number }[] {
  const parts: { lines: string[]; line: number }[] = [];
  let inTable = false;
  for (const [index, line] of text.split('\n').entries()) {
    const opensTable = /^\s*\[{1,2}[\w."' -]+\]{1,2}\s*(#.*)?$/.test(line);
    inTable ||= opensTable;
    const opens = opensTable || (!inTable && /^["']?[\w-]+["']?\s*[=:]/.test(line));
    if (opens || parts.length === 0) {
      if (line.trim() && !line.trim().startsWith('#')) parts.push({ lines: [line], line: firstLine + index });
    } else parts.at(-1)?.lines.push(line);
  }
  return parts;
}
