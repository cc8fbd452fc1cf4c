import { z } from 'zod';

/** Some lines of plain text, with places for the customer’s name and the name of site.yaml; what shows nothing and means something to files and terminals is refused. */
const lines = z
  .string()
  .overwrite((text) =>
    text
      .split(/\r\n?|\n/)
      .map((line) => line.trimEnd())
      .join('\n'),
  )
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cs}\p{Cc}]*(?:\n[^\p{Cs}\p{Cc}]*)*$/u, 'text without control characters')
  .regex(
    /^[^{}]*(?:\{(?:customer|company)\}[^{}]*)*$/,
    'text whose only places in braces are {customer} and {company}',
  );

const localizedLines = z.union([lines, z.record(z.string(), lines)]);

/**
 * content/agents.yaml: what a reply to a customer begins and ends with. Where an owner writes nothing for a language, its
 * interface texts stand.
 */
export const agentsSchema = z.strictObject({
  greeting: localizedLines
    .optional()
    .describe(
      'What a reply begins with, such as Hello {customer}, where the agent writes the name; left without one, it goes with the comma or space before it.',
    ),
  closing: localizedLines
    .optional()
    .describe('What a reply ends with, in one or several lines; {company} stands for the name of site.yaml.'),
});

export type AgentsTexts = z.infer<typeof agentsSchema>;
