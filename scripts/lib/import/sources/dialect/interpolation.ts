import { escapeText } from './mdx/component.ts';
import type { Static } from './static-value.ts';

/** What an expression gives; undefined when only the running page knew. */
export type Values = (expression: string) => Static | undefined;

/**
 * Puts in what `{{ title }}` shows. What only the running page knew stands there as code, and `unknown` is told.
 * @param as how a value is written; as Markdown that shows it when left out.
 * @param isInHtml true within an element of HTML, where backticks may be no code.
 */
export function interpolated(
  text: string,
  values: Values,
  unknown: (expression: string) => void,
  as: (value: string) => string = escapeText,
  isInHtml = false,
): string {
  return mapMustaches(text, (expression, written) => {
    const value = values(expression)?.value;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return as(String(value));
    unknown(expression.trim().replace(/\s+/g, ' ').slice(0, 80));
    return as === escapeText ? asCode(written, isInHtml) : written;
  });
}

/** What stands in `v-pre` was shown in its braces; as code it is so still. */
export function literal(text: string, isInHtml = false): string {
  return mapMustaches(text, (_, written) => asCode(written, isInHtml));
}

function asCode(written: string, isInHtml: boolean): string {
  const words = written.replace(/\s+/g, ' ');
  if (!isInHtml) return `\`${words.replaceAll('`', "'")}\``;
  return `<code>${words.replace(/[<>&*_`[\]\\~|]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</code>`;
}

function mapMustaches(text: string, each: (expression: string, written: string) => string): string {
  let result = '';
  let from = 0;
  for (let start = text.indexOf('{{'); start !== -1; start = text.indexOf('{{', from)) {
    const end = text.indexOf('}}', start + 2);
    if (end === -1) break;
    const expression = text.slice(start + 2, end);
    // `{{ '}}' }}` ends further on.
    const whole = /'[^']*$/.test(expression) && text.startsWith("'", end + 2) ? text.indexOf('}}', end + 3) : end;
    const last = whole === -1 ? end : whole;
    result += text.slice(from, start) + each(text.slice(start + 2, last), text.slice(start, last + 2));
    from = last + 2;
  }
  return result + text.slice(from);
}
