import { languageTag } from '../../schemas/locale.ts';
import type { VariableValue } from '../../schemas/variables.ts';

/** A value of a variable as somebody may have written it by hand. */
export interface Amount {
  /** Finds it in a text. */
  pattern: RegExp;
  /** Whether it means the same wherever it stands; `14 days` may be the length of anything. */
  sure: boolean;
}

/** What a value looks like in texts of a language; undefined for one that says too little to be recognized. */
export function amountOf(value: VariableValue, text: string, locale: string): Amount | undefined {
  if (typeof value === 'string' || typeof value === 'number') return undefined;
  if (!('price' in value)) return { pattern: alone([flexible(text)]), sure: false };
  const { price, currency } = value;
  const numbers = new Set([
    ...[locale, 'en', 'de'].flatMap((code) => written(price, code)),
    price.toFixed(2),
    price.toFixed(2).replace('.', ','),
    ...(Number.isInteger(price) ? [String(price)] : []),
  ]);
  const signs = new Set(
    (['symbol', 'narrowSymbol', 'code', 'name'] as const).flatMap((display) => sign(price, currency, display, locale)),
  );
  const sides = [...numbers].flatMap((number) =>
    [...signs].flatMap((each) => [
      `${flexible(each)}\\s?${flexible(number)}`,
      `${flexible(number)}\\s?${flexible(each)}`,
    ]),
  );
  return { pattern: alone(sides), sure: true };
}

function written(price: number, code: string): string[] {
  const tag = languageTag(code);
  return [2, Number.isInteger(price) ? 0 : 2].map((digits) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(price),
  );
}

function sign(
  price: number,
  currency: string,
  currencyDisplay: 'symbol' | 'narrowSymbol' | 'code' | 'name',
  locale: string,
) {
  const format = new Intl.NumberFormat(languageTag(locale), { style: 'currency', currency, currencyDisplay });
  return format.formatToParts(price).flatMap(({ type, value }) => (type === 'currency' ? value : []));
}

/** One of these, neither within a longer number nor within a word. */
function alone(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d]|\\d[.,])(?:${patterns.join('|')})(?![a-z\\d]|[.,]\\d)`, 'giu');
}

/** A text literally, its spaces of any kind. */
function flexible(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s/g, '\\s');
}
