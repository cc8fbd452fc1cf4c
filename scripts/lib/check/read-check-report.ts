import type { MovedAnswer } from '../../../src/check/finding/moved-answers.ts';

/** Of what `npm run check -- --report FILE` writes, what a comment on a pull request says. */
export interface CheckReport {
  errors: number;
  warnings: number;
  /** Undefined when the check compared with nothing, or could not ask the search. */
  moved?: MovedAnswer[];
}

/** In UTF-16 units. A report of ten thousand problems has half of it. */
export const LARGEST_REPORT = 8 * 1024 * 1024;

/**
 * Reads the report of somebody else's check. It may have been made by anybody with anything, and is read where no package
 * is installed, since a token is at hand; so its form is looked at here, without a schema.
 * @throws Error saying what was expected.
 */
export function readCheckReport(text: string): CheckReport {
  if (text.length > LARGEST_REPORT)
    throw unreadable(`found ${text.length} characters; expected at most ${LARGEST_REPORT}`);
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    throw unreadable('found no JSON; expected what npm run check -- --report writes');
  }
  if (!isObject(report)) throw unreadable('found no object; expected one with errors, warnings and moved');
  const { errors, warnings, moved } = report;
  if (!isCount(errors) || !isCount(warnings))
    throw unreadable('errors, warnings: expected how many there are, as whole numbers');
  if (moved === undefined) return { errors, warnings };
  if (!Array.isArray(moved)) throw unreadable('moved: expected a list');
  return { errors, warnings, moved: moved.map(readMoved) };
}

function readMoved(entry: unknown, index: number): MovedAnswer {
  if (!isObject(entry)) throw unreadable(`moved.${index}: expected an object`);
  const { locale, question, id, before, now, firstBefore, firstNow } = entry;
  if (typeof locale !== 'string' || typeof question !== 'string')
    throw unreadable(`moved.${index}: expected locale and question, as text`);
  if (!isTextOrNone(id) || !isTextOrNone(firstBefore) || !isTextOrNone(firstNow))
    throw unreadable(`moved.${index}: id, firstBefore, firstNow: expected ids of articles, as text`);
  if (!isPlaceOrNone(before) || !isPlaceOrNone(now))
    throw unreadable(`moved.${index}: before, now: expected places, as whole numbers from 1`);
  return { locale, question, id, before, now, firstBefore, firstNow };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isPlaceOrNone(value: unknown): value is number | undefined {
  return value === undefined || (isCount(value) && value > 0);
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function unreadable(what: string): Error {
  return new Error(`The report of the check cannot be read: ${what}.`);
}
