import { z } from 'zod';
import { day } from './day.ts';
import { line } from './line.ts';
import { localeSchema } from './locale.ts';

/** The name of a snippet, a variable or a parameter, as directives and files have it: `refund-window`. */
export const insertionName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/, 'a name of small letters, digits and hyphens that begins with a letter');

/** Longer is a snippet. */
const LONGEST = 300;
const SHAPES =
  'a text, a number, { price: 12.90, currency: EUR }, { number: 30, unit: day }, { percent: 20 } or { date: 2026-05-01 }';

const number = z.number();
const valueSchema = z.union(
  [
    line.max(LONGEST).describe('A name or another text, shown as it is.'),
    number.describe('A number, written as the language writes numbers.'),
    z.strictObject({
      price: number.describe('An amount of money, such as 12.90.'),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'three capital letters such as EUR')
        .describe('Its currency in three letters, such as EUR.'),
    }),
    z.strictObject({
      number: number.describe('How much or how many.'),
      unit: z.enum(Intl.supportedValuesOf('unit')).describe('The unit, such as day, megabyte or kilometer.'),
    }),
    z.strictObject({ percent: number.describe('A share in per cent, such as 20.') }),
    z.strictObject({ date: day.describe('A day, such as 2026-05-01.') }),
  ],
  { error: SHAPES },
);

const variableSchema = z
  .union([valueSchema, z.record(localeSchema.shape.code, valueSchema)], {
    error: `${SHAPES}, or these by language: { en: …, ko: … }`,
  })
  .describe('What :var{name} shows, the same in all languages or by language.');

/** content/variables.yaml: prices, limits and names that texts share. */
export const variablesSchema = z.record(insertionName, variableSchema);

export type VariableValue = z.infer<typeof valueSchema>;
export type Variable = z.infer<typeof variableSchema>;
