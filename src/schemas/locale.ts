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
  dir: z.enum(['ltr', 'rtl']).default('ltr').describe('Writing direction of the language: ltr or rtl.'),
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
