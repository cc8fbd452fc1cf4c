import { languageTag } from '../../schemas/locale.ts';
import type { Variable, VariableValue } from '../../schemas/variables.ts';
import { ownValue } from '../../site/own-value.ts';

/** What a variable says in a language. */
export interface VariableText {
  text: string;
  /** Whether its value is another language's, because this one has none. */
  borrowed: boolean;
}

/** The value of a variable as the readers of `locale` write it; the default language's where theirs has none. */
export function variableText(variable: Variable, locale: string, defaultLocale: string): VariableText {
  const values = valuesOf(variable);
  if ('same' in values) return { text: format(values.same, locale), borrowed: false };
  const { byLocale } = values;
  const own = ownValue(byLocale, locale);
  const value = own ?? ownValue(byLocale, defaultLocale) ?? Object.values(byLocale)[0];
  return { text: value === undefined ? '' : format(value, locale), borrowed: own === undefined };
}

/** The value that a variable has in all languages, or those that it has in each. */
export function valuesOf(variable: Variable): { same: VariableValue } | { byLocale: Record<string, VariableValue> } {
  return isValue(variable) ? { same: variable } : { byLocale: variable };
}

function isValue(variable: Variable): variable is VariableValue {
  return typeof variable !== 'object' || KINDS.some((kind) => Object.hasOwn(variable, kind));
}

const KINDS = ['price', 'number', 'percent', 'date'];
/** Durations are written out, as texts do: `30 days`, but `20 MB`. */
const DURATIONS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

function format(value: VariableValue, locale: string): string {
  if (typeof value === 'string') return value;
  const tag = languageTag(locale);
  const number = (amount: number, options: Intl.NumberFormatOptions = {}): string =>
    // A zero below nothing is one that nobody writes.
    new Intl.NumberFormat(tag, { maximumFractionDigits: 20, signDisplay: 'negative', ...options }).format(amount);
  if (typeof value === 'number') return number(value);
  if ('date' in value) return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(value.date);
  if ('percent' in value) return number(value.percent / 100, { style: 'percent', maximumFractionDigits: 6 });
  if ('unit' in value)
    return number(value.number, {
      style: 'unit',
      unit: value.unit,
      unitDisplay: DURATIONS.has(value.unit) ? 'long' : 'short',
    });
  return new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: value.currency,
    trailingZeroDisplay: 'stripIfInteger',
    signDisplay: 'negative',
  }).format(value.price);
}

/**
 * A text as Markdown that shows just this text. What looks like an address stays one: a mail address among the variables
 * is meant to be a link.
 * @param startsLine Whether before it on its line nothing stands but what opens quotes and lists.
 * @param after The character that follows.
 */
export function escapeMarkdown(text: string, startsLine: boolean, after: string): string {
  const escaped = text
    .replace(/[\\`*[\]<>|~{}]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#|[a-z])/gi, '&amp;');
  if (!startsLine) return escaped;
  const isNumbered = /^\d{1,9}[.)]/.test(escaped + after);
  return isNumbered ? `&#${escaped.charCodeAt(0)};${escaped.slice(1)}` : escaped.replace(/^[#+=:-]/, '\\$&');
}
