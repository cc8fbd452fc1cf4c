import { z } from 'zod';
import { line } from './line.ts';

/** One language of the site. `code` is the folder under content/articles and the first part of each address. */
export const localeSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'a lower-case language tag such as en, ko or zh-cn')
    .refine(isLanguageTag, 'a language tag that browsers know, such as en, ko or zh-cn')
    .describe('Language tag in lower case; names the folder of its articles and the first part of its addresses.'),
  label: line.describe('The name of the language in that language, shown in the language switch.'),
  dir: z
    .enum(['ltr', 'rtl'])
    .optional()
    .describe('Writing direction: ltr or rtl. Left out, it is that of the language’s script.'),
});

export type Locale = z.infer<typeof localeSchema>;

/** `en-12` looks like one, and is none. */
function isLanguageTag(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length > 0;
  } catch {
    return false;
  }
}

/** The tag for `lang` attributes and Intl: `zh-cn` becomes `zh-CN`. */
export function languageTag(code: string): string {
  return Intl.getCanonicalLocales(code)[0] ?? code;
}

/** Scripts of living languages that are written from right to left, after Unicode's property of their letters. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/**
 * The writing direction of a locale: what the owner says, else that of the script that its language is mostly written
 * in. Not by `Intl.Locale`'s text information, which no version of Firefox and only newer ones of Node have.
 */
export function directionOf({ code, dir }: Pick<Locale, 'code' | 'dir'>): 'ltr' | 'rtl' {
  return dir ?? (RIGHT_TO_LEFT.has(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr');
}
