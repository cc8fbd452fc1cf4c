import { z } from 'zod';

/**
 * The JSON Schema of what a writer may write, as editors read it: with the sentence of help of each
 * field, and days as text. Ends with a line end.
 */
export function jsonSchema(schema: z.ZodType, name: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  return `${JSON.stringify({ $schema, title: `Signpost: ${name}`, ...rest }, null, 2)}\n`;
}
