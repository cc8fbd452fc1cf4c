import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoize } from '../cache/memoize.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { WrittenPage } from '../content/types.ts';
import { type Point, parseYaml } from '../content/yaml.ts';

/** Where a field of an article's front matter is written. Parsed anew, because only problems need it. */
export function pointOfField(page: WrittenPage, path: readonly PropertyKey[]): Point {
  return pointOf(page, JSON.stringify(path));
}

const pointOf = memoize((page: WrittenPage, path: string): Point => {
  const { yaml = '', yamlLine } = splitFrontMatter(page.source);
  return parseYaml(yaml, page.file, yamlLine).pointOf(JSON.parse(path) as PropertyKey[]);
});

/** Where a value of a YAML file below `root` is written; the first line when the file cannot be read any more. */
export function pointInYaml(root: string, file: string, path: readonly PropertyKey[]): Point {
  try {
    return parseYaml(readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, ''), file).pointOf(path);
  } catch {
    return { line: 1, column: 1 };
  }
}

/** The line of the file on which `text` first stands at or below `from`; `from` when its words are spread over markup. */
export function lineOf(page: WrittenPage, text: string, from = page.bodyLine): number {
  const lines = page.source.split(/\r\n?|\n/);
  const wanted = text.toLowerCase();
  const at = lines.findIndex((line, index) => index >= from - 1 && line.toLowerCase().includes(wanted));
  return at === -1 ? from : at + 1;
}

/** The first line of a file below `root` that has `text`; 1 when none has it, or the file cannot be read any more. */
export function lineInFile(root: string, file: string, text: string): number {
  try {
    const at = readFileSync(join(root, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text));
    return Math.max(at, 0) + 1;
  } catch {
    return 1;
  }
}
