import { z } from 'zod';

const days = z.int().positive();

/** content/check.yaml: what the check tolerates. Every field has a default, so the file may be missing. */
export const checkSettingsSchema = z.strictObject({
  off: z
    .array(z.string())
    .default([])
    .describe(
      'Names of rules that do not run; published-file, site-file, head, notices, own-page, slots and problems of reading (yaml …) are always reported.',
    ),
  ignoredLinks: z
    .array(
      z.string().regex(/^https?:\/\/[^\s/]/i, 'the beginning of an address, such as https://intranet.example.com/'),
    )
    .default([])
    .describe('Addresses of other sites that npm run links does not ask: each that begins with one of these.'),
  untouchedDays: days.default(540).describe('After so many days without a change an article is called untouched.'),
  ownerRequired: z.boolean().default(false).describe('True asks for an owner in each article of the default locale.'),
  longestArticle: z
    .int()
    .positive()
    .default(1500)
    .describe('The most words an article should have; of Chinese and Japanese, characters count as half a word.'),
  longestSentence: z.int().positive().default(40).describe('The most words a sentence should have.'),
  duplicate: z
    .number()
    .min(0.5)
    .max(1)
    .default(0.92)
    .describe('Sections of two articles at least so alike (cosine of their embeddings) are near-duplicates.'),
  contradiction: z
    .number()
    .min(0.3)
    .max(1)
    .default(0.58)
    .describe('Sentences of two articles at least so alike are compared for differing numbers and negations.'),
});

export type CheckSettings = z.infer<typeof checkSettingsSchema>;
