import { z } from 'zod';

/** A calendar day: YAML gives a Date for 2026-05-01 and a string for "2026-05-01". Becomes midnight UTC of that day. */
export const day = z
  .union([z.date(), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-05-01')])
  .refine((value) => typeof value !== 'string' || exists(value), 'a day that exists, such as 2026-05-01')
  .transform((value) => (typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value));

/** JavaScript silently reads 2026-02-31 as 3 March. */
function exists(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day as it is written: `2026-05-01`. */
export function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}
