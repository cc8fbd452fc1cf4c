import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { writtenSchemas } from '../src/schemas/all.ts';
import { fail } from './lib/cli/fail.ts';
import { jsonSchema } from './lib/schemas/json-schema.ts';

const folder = new URL('../src/schemas/json/', import.meta.url);

async function writeSchemas(): Promise<void> {
  for (const [name, schema] of Object.entries(writtenSchemas))
    await writeFile(new URL(`${name}.schema.json`, folder), jsonSchema(schema, name));
  console.log(`Wrote ${Object.keys(writtenSchemas).length} schemas to src/schemas/json.`);
}

new Command('npm run schemas --')
  .description('Writes the JSON Schemas that editors complete and explain fields by.')
  .parse();

await writeSchemas().catch(fail);
