import { z } from 'zod';
import { localized, textFor } from './localized.ts';
import { insertionName } from './variables.ts';

/** The systems that browsers tell. */
const SYSTEMS = ['android', 'chromeos', 'ios', 'linux', 'macos', 'windows'] as const;

/** In a directive's braces these say something else: `{#id .class}`. */
const TAKEN = ['id', 'class'];

const name = insertionName.describe('A name of small letters, digits and hyphens that begins with a letter.');

const valueSchema = z.strictObject({
  label: localized.describe('What readers are shown, such as iPhone and iPad.'),
  guess: z
    .array(z.string())
    .optional()
    .describe(
      'Systems (android, chromeos, ios, linux, macos, windows) or countries (two letters, such as DE) of those whom it is for; its own name when left out.',
    ),
});

const choiceSchema = z
  .strictObject({
    label: localized.describe('What readers choose by, such as Your device.'),
    guess: z
      .enum(['system', 'country'])
      .optional()
      .describe('What browsers tell: the system, or the country of their language; left out, nothing is guessed.'),
    values: z
      .record(name, valueSchema)
      .refine((values) => Object.keys(values).length > 1, 'at least two values')
      .describe('What can be chosen, in the order shown: by name, such as ios: { label: iPhone and iPad }.'),
  })
  .superRefine(({ guess, values }, context) => {
    const known = new Set<string>();
    for (const [value, { guess: told = [] }] of Object.entries(values))
      told.forEach((one, index) => {
        const expected = known.has(one) ? 'each once' : guessable(guess, one);
        known.add(one);
        if (expected !== undefined)
          context.addIssue({
            code: 'custom',
            path: ['values', value, 'guess', index],
            message: expected,
            input: one,
          });
      });
  });

/** `variants` in content/site.yaml: for whom a text can be. */
export const variantsSchema = z
  .record(
    name.refine((choice) => !TAKEN.includes(choice), 'another name than id and class'),
    choiceSchema,
  )
  .superRefine((choices, context) => {
    const owners = new Map<string, string>();
    for (const [choice, { values }] of Object.entries(choices))
      for (const value of Object.keys(values)) {
        const owner = owners.get(value);
        if (owner === undefined) owners.set(value, choice);
        else
          context.addIssue({
            code: 'custom',
            path: [choice, 'values', value],
            message: `another name than the values of ${owner}, since addresses name values alone`,
            input: value,
          });
      }
  });

/** Choices by name, each with its values by name. */
export type Variants = z.infer<typeof variantsSchema>;
export type VariantChoice = Variants[string];

/** What a value is called for readers of a locale; its name when there is no such value. */
export function valueLabel(
  choice: VariantChoice | undefined,
  value: string,
  locale: string,
  defaultLocale: string,
): string {
  const known = choice && Object.hasOwn(choice.values, value) ? choice.values[value] : undefined;
  return known ? textFor(known.label, locale, defaultLocale) : value;
}

/** What is expected in the place of something that no browser tells. */
function guessable(guess: 'system' | 'country' | undefined, told: string): string | undefined {
  if (guess === undefined) return 'guess: system or guess: country beside the label of the choice';
  if (guess === 'country') return /^[A-Z]{2}$/.test(told) ? undefined : 'two capital letters such as DE';
  return SYSTEMS.some((system) => system === told) ? undefined : `one of ${SYSTEMS.join(', ')}`;
}
