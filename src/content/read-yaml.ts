import type { z } from 'zod';
import { readTextFile } from './text-file.ts';
import { validate, type Validated } from './validate.ts';
import { parseYaml } from './yaml.ts';

/** Reads a YAML file below `root` and checks it; `value` is undefined when there are problems. */
export async function readYamlFile<S extends z.ZodType>(root: string, file: string, schema: S, rule: string): Promise<Validated<z.output<S>>> {
  const read = await readTextFile(root, file);
  if ('problem' in read) return { value: undefined, problems: [read.problem] };
  return validate(schema, parseYaml(read.text.replace(/^\uFEFF/, ''), file), file, rule);
}
