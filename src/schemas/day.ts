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

/**
 * A day, or a day with a time of day on the clocks of the site's zone: `2026-05-01`, `2026-05-01 14:30`. Stays as it is
 * written, because site.yaml has the zone; see instant.ts.
 */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:[ T](?:[01]\d|2[0-3]):[0-5]\d)?$/, 'a day such as 2026-05-01, or 2026-05-01 14:30')
  .refine((written) => exists(written.slice(0, 10)), 'a day that exists, such as 2026-05-01');

/** The day as it is written: `2026-05-01`. */
export function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}
