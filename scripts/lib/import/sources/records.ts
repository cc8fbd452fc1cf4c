import type { z } from 'zod';
import type { Skipped } from './source.ts';

/** A JSON object as it came. */
export type RawRecord = Record<string, unknown>;

/** True for a JSON object. */
export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it is passed over. */
export function recordsIn(value: unknown): RawRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Those records that have the form that is needed; the others are named as unreadable. */
export function valid<S extends z.ZodType>(
  schema: S,
  records: RawRecord[],
  what: string,
  skipped: Skipped[],
): z.output<S>[] {
  return records.flatMap((record) => {
    const result = schema.safeParse(record);
    if (result.success) return [result.data];
    const [issue] = result.error.issues;
    const id =
      typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id).slice(0, 64) : 'without id';
    skipped.push({
      origin: `${what} ${id}`,
      reason: 'unreadable',
      detail: `its ${issue?.path.join('.') || 'form'} is not as the export’s documentation says`,
    });
    return [];
  });
}
