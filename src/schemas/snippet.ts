import { z } from 'zod';
import { line } from './line.ts';
import { insertionName } from './variables.ts';

/** The front matter of a snippet, which may be left out: snippets/<locale>/<name>.md. */
export const snippetSchema = z.strictObject({
  description: line.max(300).optional().describe('What the snippet is for, for whoever edits it.'),
  parameters: z
    .record(
      insertionName,
      z
        .union([z.string(), z.number()])
        .nullable()
        .transform((value) => (value === null ? undefined : String(value))),
    )
    .default({})
    .describe(
      'What a text that uses the snippet may set, such as { days: 14, plan: }: each with what stands where nothing is set, or without when something must be.',
    ),
});
