/** What a text holds that should be JSON. */
export interface ParsedJson {
  /** One value, or several where pages were written one behind the other. */
  values: unknown[];
  /** What is wrong and what to do about it, with the line where it stands when there are several. */
  problems: { line?: number; detail: string }[];
  /** True when it is what services give instead of an answer: an HTML page. */
  isPage?: boolean;
}

/**
 * The values of a JSON text. Pages of an API are saved in many ways: one value, a value on each line (JSON Lines), or
 * values one behind the other (`curl … >> all.json`). A line that is broken costs that line, nothing else.
 */
export function parseJson(text: string, isLines: boolean): ParsedJson {
  const other = noJson(text);
  if (other) return { values: [], problems: [{ detail: other }], isPage: text.trimStart().startsWith('<') };
  if (isLines) return parseLines(text);
  try {
    return { values: [JSON.parse(text)], problems: [] };
  } catch (error) {
    return oneBehindTheOther(text) ?? { values: [], problems: [{ detail: brokenAt(text, error) }] };
  }
}

function parseLines(text: string): ParsedJson {
  const found: ParsedJson = { values: [], problems: [] };
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    try {
      found.values.push(JSON.parse(line));
    } catch (error) {
      found.problems.push({ line: index + 1, detail: `no valid JSON (${reasonOf(error)}); export it again` });
    }
  }
  return found;
}

/** What stands in a file instead of JSON, when that is plain to see. */
function noJson(text: string): string | undefined {
  const start = text.trimStart().slice(0, 20_000);
  if (start === '') return 'the file is empty; download it again';
  if (!start.startsWith('<')) return undefined;
  const title = /<title[^<>]{0,200}>([^<]{1,200})/i.exec(start)?.[1]?.replace(/\s+/g, ' ').trim();
  return /^<(!doctype html|html|head|body)\b/i.test(start)
    ? `an HTML page${title ? `, “${title}”,` : ''} saved as JSON, such as a service shows to those who are not signed in: check the address of the API, the mail address and the token, and download it again`
    : 'XML or HTML, not JSON: check the address of the API, and download it again';
}

/** Values that follow each other without a comma, or undefined when the first of them is no value. */
function oneBehindTheOther(text: string): ParsedJson | undefined {
  const found: ParsedJson = { values: [], problems: [] };
  for (let at = nextSign(text, 0); at < text.length; ) {
    const end = endOfValue(text, at);
    try {
      if (end === undefined) throw new SyntaxError('it ends in the middle');
      found.values.push(JSON.parse(text.slice(at, end)));
      at = nextSign(text, end);
    } catch {
      if (found.values.length === 0) return undefined;
      found.problems.push({
        line: lineAt(text, at),
        detail:
          end === undefined
            ? 'the value that begins here ends in the middle: the download was cut off; download it again'
            : 'what begins here is no valid JSON, and nothing from here on was read; export it again',
      });
      return found;
    }
  }
  return found;
}

/** The place behind the object or list that begins at `start`; undefined when the text ends before it does. */
function endOfValue(text: string, start: number): number | undefined {
  let depth = 0;
  let inText = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') {
      depth--;
      if (depth <= 0) return at + 1;
    }
  }
  return undefined;
}

function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

function brokenAt(text: string, error: unknown): string {
  return /^[{[]/.test(text.trimStart()) && endOfValue(text, nextSign(text, 0)) === undefined
    ? `it ends in the middle, on line ${lineAt(text, text.length)}: the download was cut off; download it again`
    : `no valid JSON (${reasonOf(error)}); export it again`;
}

function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** V8 quotes the text in its message; the first words and the place are enough. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split(', "')[0] ?? message).replace(/\s+/g, ' ').slice(0, 120);
}
