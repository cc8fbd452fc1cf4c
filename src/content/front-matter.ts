/** A Markdown file cut into its front matter and its text. Lines are 1-based lines of the file. */
export interface SplitFile {
  /** YAML between the fences; undefined when the file has no front matter. */
  yaml: string | undefined;
  /** Line on which `yaml` begins. */
  yamlLine: number;
  body: string;
  /** Line on which `body` begins. */
  bodyLine: number;
  /** True when the front matter begins and never ends; `yaml` is then what looks like front matter. */
  unclosed: boolean;
}

const KEY_LINE = /^\s*(#.*|["']?[\p{L}_][\p{L}\p{N}_ -]*["']?\s*:(\s.*)?)$/u;

/** Names of fields are short: of a long line only the beginning is looked at. */
function isKeyLine(line: string): boolean {
  return KEY_LINE.test(line.slice(0, 200));
}

/**
 * Cuts a file at the `---` fences. A byte order mark and Windows or old Mac line ends are dropped,
 * so `body` has `\n` only and its lines count as an editor counts them. A file that begins with a
 * rule (`---` or `***` followed by prose) has no front matter; a fence followed by a `key:` line
 * has, even when it never ends.
 */
export function splitFrontMatter(file: string): SplitFile {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  const none: SplitFile = { yaml: undefined, yamlLine: 1, body: text, bodyLine: 1, unclosed: false };
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1 || !/^---\s*$/.test(lines[first]!)) return none;

  const content = lines.findIndex((line, index) => index > first && line.trim() !== '');
  if (content === -1) return none;
  const end = lines.findIndex((line, index) => index > first && /^(---|\.\.\.)\s*$/.test(line));
  const looksLikeYaml = content === end || isKeyLine(lines[content]!);
  if (!looksLikeYaml) return none;

  if (end === -1) {
    let last = content;
    while (last < lines.length && isKeyLine(lines[last]!)) last += 1;
    return {
      yaml: slice(lines, first + 1, last),
      yamlLine: first + 2,
      body: slice(lines, last),
      bodyLine: last + 1,
      unclosed: true,
    };
  }
  return {
    yaml: slice(lines, first + 1, end),
    yamlLine: first + 2,
    body: slice(lines, end + 1),
    bodyLine: end + 2,
    unclosed: false,
  };
}

/**
 * The file with one field of its front matter set, everything else as it was, line ends too.
 * The value is written as it is given, so it must be plain YAML on one line.
 * @throws Error for a file without complete front matter.
 */
export function setField(file: string, field: string, value: string): string {
  const { yaml, yamlLine, unclosed } = splitFrontMatter(file);
  if (yaml === undefined || unclosed) throw new Error('The file has no complete front matter.');
  const lines = file.split('\n');
  const end = lines[yamlLine - 2]?.endsWith('\r') ? '\r' : '';
  const last = yamlLine - 1 + yaml.split('\n').length;
  const at = lines.findIndex((line, index) => index >= yamlLine - 1 && index < last && line.startsWith(`${field}:`));
  const written = `${field}: ${value}${end}`;
  if (at === -1) lines.splice(last, 0, written);
  else lines[at] = written;
  return lines.join('\n');
}

function slice(lines: string[], from: number, to?: number): string {
  return lines.slice(from, to).join('\n');
}
