import type { Liquid } from 'liquidjs';
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
  for (const name of ['smartify', 'scssify', 'sassify']) engine.registerFilter(name, text);
}

function isFull(path: unknown): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text(path));
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
