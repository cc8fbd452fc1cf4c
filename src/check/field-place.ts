import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { Page } from '../content/types.ts';
import { parseYaml, type Place } from '../content/yaml.ts';

/** Where a field of an article's front matter is written. Parsed anew, because only problems need it. */
export function fieldPlace(page: Page, path: readonly PropertyKey[]): Place {
  const { yaml = '', yamlLine } = splitFrontMatter(page.source);
  return parseYaml(yaml, page.file, yamlLine).place(path);
}

/** Where a value of a YAML file below `root` is written; the first line when the file cannot be read any more. */
export function yamlPlace(root: string, file: string, path: readonly PropertyKey[]): Place {
  try {
    return parseYaml(readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, ''), file).place(path);
  } catch {
    return { line: 1, column: 1 };
  }
}
