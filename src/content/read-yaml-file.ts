import type { z } from 'zod';
import { readTextFile } from './text-file.ts';
import { type Validated, validate } from './validate.ts';
import { type ParsedYaml, parseYaml } from './yaml.ts';

/** A file as it was checked, and as it is written where it could be read. */
export type ReadYaml<T> = Validated<T> & { yaml?: ParsedYaml };

/** Reads a YAML file below `root` and checks it; `value` is undefined when there are problems. */
export async function readYamlFile<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  rule: string,
): Promise<ReadYaml<z.output<S>>> {
  const read = await readTextFile(root, file);
  if ('problem' in read) return { value: undefined, problems: [read.problem] };
  const yaml = parseYaml(read.text.replace(/^\uFEFF/, ''), file);
  return { ...validate(schema, yaml, file, rule), yaml };
}
