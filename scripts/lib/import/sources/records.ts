import type { z } from 'zod';
import type { Skipped } from './source.ts';

/** A JSON object as it came. */
export type RawRecord = Record<string, unknown>;

/** Where a record of an export was found. */
export interface Found {
  foundIn: string;
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it is passed over. */
export function recordsIn(value: unknown): RawRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Those records that have the form that is needed; the others are named as unreadable, with the file that they are in. */
export function valid<S extends z.ZodType<object>>(
  schema: S,
  records: { file: string; record: RawRecord }[],
  what: string,
  skipped: Skipped[],
): (z.output<S> & Found)[] {
  return records.flatMap(({ record, file }) => {
    const result = schema.safeParse(record);
    if (result.success) return [{ ...result.data, foundIn: file }];
    const [issue] = result.error.issues;
    const id =
      typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id).slice(0, 64) : 'without id';
    skipped.push({
      origin: `${file}, ${what} ${id}`,
      reason: 'unreadable',
      detail: `its ${issue?.path.join('.') || 'form'} is not as the export’s documentation says`,
    });
    return [];
  });
}

/**
 * Each record once, where files tell some of them twice: the one that has a text, and of those the newest. Where the
 * texts differ, the record is named; of those that say the same there is only a count.
 * @param told what makes two records the same, their text, and the day of it.
 */
export function once<T extends Found>(
  records: T[],
  told: { key(record: T): string; text(record: T): string; updated(record: T): string; name(record: T): string },
  skipped: Skipped[],
): T[] {
  const kept = new Map<string, T>();
  let alike = 0;
  for (const record of records) {
    const key = told.key(record);
    const other = kept.get(key);
    if (!other) {
      kept.set(key, record);
      continue;
    }
    const newer =
      Number(told.text(record) !== '') - Number(told.text(other) !== '') ||
      (told.updated(record) > told.updated(other) ? 1 : -1);
    const [winner, loser] = newer > 0 ? [record, other] : [other, record];
    kept.set(key, winner);
    // An entry of a list without its text is no second text.
    if (told.text(loser) === '') continue;
    if (told.text(loser) === told.text(winner)) alike++;
    else
      skipped.push({
        origin: `${told.name(loser)} in ${loser.foundIn}`,
        reason: 'duplicate',
        detail: `its text in ${winner.foundIn} is another one${told.updated(winner) === told.updated(loser) ? '' : ' and newer'}, which was taken`,
      });
  }
  if (alike > 0)
    skipped.push({
      origin: `${alike} record${alike === 1 ? '' : 's'}`,
      reason: 'duplicate',
      detail: 'another record of the same article says the same; it was taken once',
    });
  return [...kept.values()];
}
