/** `2026-05-01` from a date, a day or a time stamp; undefined for anything else. */
export function day(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const date =
    value instanceof Date ? value : typeof value === 'number' ? new Date(value * 1000) : new Date(String(value));
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString().slice(0, 10);
  return /^\d{4}-/.test(iso) ? iso : undefined;
}

/**
 * The day as its author wrote it, whatever the time zone: `2024-01-05 23:30 -0500`, `2024/1/5`, `5.1.2024`,
 * `Jan 5, 2024`, and Docusaurus’ `{ date: … }`. `1/5/2024` is January to some and May to others: it is none.
 */
export function writtenDay(value: unknown): string | undefined {
  if (value instanceof Date) return day(value);
  if (typeof value === 'object' && value !== null) return writtenDay('date' in value ? value.date : undefined);
  const written = String(value ?? '').trim();
  const [, year, month, date] =
    /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)/.exec(written)?.filter((_, index) => index !== 2) ??
    swap(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(written)) ??
    [];
  if (year && month && date) return valid(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (/^\d{10}$/.test(written)) return day(Number(written));
  if (!/\p{L}{3}/u.test(written) || !/\d{4}/.test(written)) return undefined;
  // Read as UTC, so that the day is the one that stands there.
  return day(`${written.replace(/(\d{4}).*/, '$1')} UTC`);
}

function swap(match: RegExpExecArray | null): string[] | undefined {
  return match ? [match[0], match[3]!, match[2]!, match[1]!] : undefined;
}

/** Undefined for a day that no calendar has, as 2024-02-30. */
function valid(written: string): string | undefined {
  return day(`${written}T00:00:00Z`) === written ? written : undefined;
}
