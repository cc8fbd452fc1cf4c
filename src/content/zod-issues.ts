import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The value as it is shown to a writer: quoted text, a list, a table of fields; long ones cut. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${cut(printable(value))}"`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list (${cut(listed(value))})`;
  if (typeof value === 'object') return `fields (${cut(Object.keys(value).join(', '))})`;
  return String(value);
}

/** A list as JSON; by an alias, YAML can put one into itself. */
function listed(list: unknown[]): string {
  try {
    return JSON.stringify(list);
  } catch {
    return 'which holds itself';
  }
}

/** A text in one line; what a terminal would act upon instead of showing it is written out, as `\u0000`. */
function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What the schema expects, in words. Messages written in the schema are such words already. */
export function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? `a value of the kind ${issue.expected}`;
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum));
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return written(issue.message) ?? FORMATS[issue.format] ?? `text of the form ${issue.format}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union': {
      const options = (issue as { options?: unknown[] }).options;
      if (options) return `one of ${options.map(String).join(', ')}`;
      if (written(issue.message)) return issue.message;
      return [...new Set(issue.errors.flatMap((errors) => errors.slice(0, 1).map(expectation)))].join(', or ');
    }
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues[0] ? expectation(issue.issues[0]) : issue.message;
    default:
      return issue.message;
  }
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
  record: 'fields with values',
  date: 'a day such as 2026-05-01',
};

const FORMATS: Record<string, string> = {
  email: 'a mail address such as help@example.com',
  url: 'an address that begins with https://',
};

function written(message: string): string | undefined {
  return message.startsWith('Invalid') ? undefined : message;
}

function atLeast(origin: string, minimum: number): string {
  if (origin === 'string') return minimum === 1 ? 'text that is not empty' : `text of at least ${minimum} characters`;
  if (origin === 'array')
    return minimum === 1 ? 'a list with at least one entry' : `a list with at least ${minimum} entries`;
  return `a number of at least ${minimum}`;
}

function atMost(origin: string, maximum: number): string {
  if (origin === 'string') return `text of at most ${maximum} characters`;
  if (origin === 'array') return `a list with at most ${maximum} entries`;
  return `a number of at most ${maximum}`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
