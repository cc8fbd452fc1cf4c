import { z } from 'zod';
import { line } from './line.ts';

/**
 * Text an owner may write once for every locale or once per locale:
 * `Help center` or `{ en: Help center, ko: 도움말 센터 }`.
 */
export const localized = z.union([line, z.record(z.string(), line)]);

export type Localized = z.infer<typeof localized>;

/**
 * The text for `locale`; falls back to the default locale's, then to the first one written.
 * Never empty, because the schema refuses empty strings; an empty map gives ''.
 */
export function textFor(value: Localized, locale: string, defaultLocale: string): string {
  if (typeof value === 'string') return value;
  return value[locale] ?? value[defaultLocale] ?? Object.values(value)[0] ?? '';
}
