import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jsonSchema } from '../../../scripts/lib/schemas/json-schema.ts';
import { fieldsAt, helpFor } from '../../../src/content/field-help.ts';
import { writtenSchemas } from '../../../src/schemas/all.ts';

describe('the JSON Schemas for editors', () => {
  it.each(Object.entries(writtenSchemas))('of %s is what npm run schemas writes today', async (name, schema) => {
    const written = await readFile(new URL(`../../../src/schemas/json/${name}.schema.json`, import.meta.url), 'utf8');
    expect(written).toBe(jsonSchema(schema, name));
  });

  it('have a sentence of help for each field a writer may write', () => {
    for (const [name, schema] of Object.entries(writtenSchemas)) {
      for (const field of fieldsAt(schema, []))
        expect(`${name}.${field}: ${helpFor(schema, [field])}`).toMatch(/: \S.+\.$/);
    }
  });
});
