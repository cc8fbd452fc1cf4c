import type { Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import { markedValue, standsInProse } from '../value-marks.ts';
import type { MkDocsConfig } from './config.ts';

/** What only the plugin's Python could tell. */
const expression = /\{\{-?[ \t]{0,9}([A-Za-z_][\w.]{0,200})[ \t]{0,9}-?\}\}/g;

/**
 * Puts the values that a site has set where the macros plugin would: `{{ config.site_name }}`, `{{ extra.version }}`,
 * `{{ version }}`, `{{ page.title }}`. Others stay, and are named as left.
 */
export function withVariables(body: string, page: Page, config: MkDocsConfig | undefined): string {
  const options = config?.plugins.get('macros') ?? config?.plugins.get('mkdocs-macros-plugin');
  if (!config || !options || page.front.render_macros === false || !/\{[{%#]/.test(body)) return body;
  const values: Record<string, unknown> = {
    ...config.extra,
    extra: config.extra,
    config: {
      site_name: config.name,
      site_url: config.origin && `${config.origin}${config.base}`,
      extra: config.extra,
    },
    page: { title: page.fields.title, meta: page.front },
    ...page.front,
  };
  const filled = (text: string): string =>
    text
      .replace(/\{#[^#]{0,5000}#\}/g, '')
      .replace(expression, (whole: string, path: string, at: number, around: string) => {
        const value = path
          .split('.')
          .reduce<unknown>(
            (from, name) => (isRecord(from) && Object.hasOwn(from, name) ? from[name] : undefined),
            values,
          );
        if (typeof value !== 'string' && typeof value !== 'number') return whole;
        const isShared = !Object.hasOwn(page.front, path.split('.')[0] ?? '') && !path.startsWith('page.');
        return isShared && standsInProse(around.slice(0, at), around.slice(at + whole.length))
          ? markedValue(path, value)
          : String(value);
      });
  // What stands between `raw` and `endraw` is shown as it is.
  return body
    .split(/\{%-? {0,9}(?:end)?raw {0,9}-?%\}/)
    .map((part, index) => (index % 2 === 0 ? filled(part) : part))
    .join('');
}
