import { isRecord } from '../records.ts';

/** The fields of an answer that is an error: those of Zendesk, Intercom, Help Scout and what stands before them. */
const fields = new Set([
  'error',
  'errors',
  'message',
  'messages',
  'description',
  'details',
  'detail',
  'title',
  'code',
  'status',
  'statusCode',
  'type',
  'request_id',
  'logRef',
  'path',
  'timestamp',
]);

/**
 * What to do about an answer that is an error, such as `{"error": "Couldn't authenticate you"}`: such a file is saved
 * as easily as one with articles. Undefined for anything else.
 */
export function apiError(value: unknown): string | undefined {
  if (!isRecord(value) || !Object.keys(value).every((name) => fields.has(name))) return undefined;
  const isError =
    'error' in value ||
    'errors' in value ||
    ('message' in value && ['code', 'status', 'statusCode', 'logRef'].some((name) => name in value));
  const words = [...new Set(wordsIn(value, 0))].join(': ').slice(0, 200);
  if (!isError || words === '') return undefined;
  return `an error instead of an answer, “${words}”: ${remedyFor(words)}, and download it again`;
}

function wordsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.trim() ? [value.trim().replace(/\s+/g, ' ')] : [];
  if (typeof value === 'number') return [String(value)];
  if (depth > 3 || typeof value !== 'object' || value === null) return [];
  const inner = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([name, one]) =>
        ['type', 'request_id', 'logRef', 'path', 'timestamp'].includes(name) ? [] : [one],
      );
  return inner.flatMap((one) => wordsIn(one, depth + 1));
}

function remedyFor(words: string): string {
  if (/\b429\b|rate.?limit|too.?many|throttl/i.test(words)) return 'wait a minute';
  if (/\b40[13]\b|auth|token|credential|password|forbidden|permission|access|sign.?in|log.?in/i.test(words))
    return 'check the mail address, the token, and what they may read';
  if (/\b404\b|not.?found|endpoint|no such/i.test(words)) return 'check the address that was asked';
  return 'do what it says';
}
