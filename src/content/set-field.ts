import { splitFrontMatter } from './front-matter.ts';

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
