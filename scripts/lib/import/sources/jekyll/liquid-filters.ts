import type { Liquid } from 'liquidjs';
import { markedValue, standsInProse } from '../value-marks.ts';
import { markdownHtml } from './kramdown-html.ts';
import type { LiquidSite } from './liquid-site.ts';

/** The filters that Jekyll adds to Liquid and the engine has not by itself. */
export function registerFilters(engine: Liquid, { config }: LiquidSite): void {
  const below = (path: unknown): string => `${config.base}/${text(path).replace(/^\/+/, '')}`;
  engine.registerFilter('relative_url', (path: unknown) => (isFull(path) ? text(path) : below(path)));
  engine.registerFilter('absolute_url', (path: unknown) =>
    isFull(path) ? text(path) : `${config.origin ?? ''}${below(path)}`,
  );
  engine.registerFilter('strip_index', (path: unknown) => text(path).replace(/\/index\.html?$/, '/'));
  engine.registerFilter('markdownify', (markdown: unknown) => markdownHtml(text(markdown)));
  engine.registerFilter(markFilter, (value: unknown, path: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? markedValue(text(path), value) : value,
  );
  for (const name of ['smartify', 'scssify', 'sassify']) engine.registerFilter(name, text);
}

const markFilter = 'mark_of_a_shared_value';

/** A template whose `{{ site.data.prices.pro }}` come out marked, where they are words of a text. */
export function withMarkedValues(template: string): string {
  if (!template.includes('site.')) return template;
  // What is captured is compared and put into addresses.
  const parts = template.split(
    /(\{%-?\s{0,9}(?:raw|capture|comment)\b[\s\S]*?\{%-?\s{0,9}end(?:raw|capture|comment)\s{0,9}-?%\})/,
  );
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(
            /\{\{(-?\s{0,9})(site(?:\.[\w-]{1,60}){1,8})(\s{0,9}-?)\}\}/g,
            (tag: string, open: string, path: string, close: string, offset: number) =>
              standsInProse(part.slice(0, offset), part.slice(offset + tag.length))
                ? `{{${open}${path} | ${markFilter}: "${path}"${close}}}`
                : tag,
          ),
    )
    .join('');
}

function isFull(path: unknown): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text(path));
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
