import { z } from 'zod';

const range = /^U\+[0-9A-F?]{1,6}(?:-[0-9A-F]{1,6})?(?:\s*,\s*U\+[0-9A-F?]{1,6}(?:-[0-9A-F]{1,6})?)*$/i;

const WEIGHTS = 'the lightest and heaviest weight of a variable font, such as "300 700"';

/** A font of the owner's, as a file in the content folder. */
export const fontSchema = z.strictObject({
  family: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u, 'a name of letters, digits and spaces, such as Source Sans')
    .describe('The name of the font; several files of one name are its weights, styles and scripts.'),
  file: z.string().min(1).describe('The font’s file, relative to site.yaml; WOFF2.'),
  weight: z
    .union([z.int().min(1).max(1000), z.string().regex(/^[1-9]\d{0,2} (?:1000|[1-9]\d{0,2})$/, WEIGHTS)])
    .default(400)
    .describe('The weight that the file has, or, for a variable font, the lightest and the heaviest.'),
  style: z.enum(['normal', 'italic']).default('normal').describe('Whether its letters are upright or italic.'),
  use: z
    .enum(['both', 'text', 'headings', 'code'])
    .default('both')
    .describe('What is set in it: texts, headings, both of them, or code.'),
  unicodeRange: z
    .string()
    .regex(range, 'ranges of characters such as U+0-24F, U+2000-206F')
    .optional()
    .describe('The characters it is meant for; pages without any of them do not load it.'),
  preload: z
    .boolean()
    .default(false)
    .describe('True has every page load it at once; for the one or two files that all pages need.'),
});

export type Font = z.infer<typeof fontSchema>;
