import { posix } from 'node:path';
import { matchesGlob } from '../dialect/globs.ts';
import type { VitepressConfig } from './config.ts';

/** The path of a page below the folder of pages as the site had it, with ending: rewrites are done. */
export function publishedPath(file: string, config: VitepressConfig): string {
  const path = posix.relative(config.source, file);
  for (const [from, to] of config.rewrites) {
    const values = matchRoute(path, from);
    if (values) return fillRoute(to, values);
  }
  return path;
}

/** The address below the base, which begins with a slash: `/guide/start.html`, `/guide/start`, `/guide/`. */
export function addressBelowBase(file: string, config: VitepressConfig): string {
  const path = publishedPath(file, config);
  const index = config.kind === 'vuepress' ? /(^|\/)(?:readme|index)\.md$/i : /(^|\/)index\.md$/;
  if (index.test(path)) return `/${path.replace(index, '$1')}`;
  return `/${path.replace(/\.md$/, config.cleanUrls ? '' : '.html')}`;
}

/** What links in pages and menus mean a page by: its path without base, ending and the slash at its end. */
export function linkKey(link: string): string {
  const path = link.replace(/[?#].*/s, '').replace(/\.(?:md|html)$/, '');
  return `/${path.replace(/(^|\/)(?:index|README)$/, '$1')}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}

/** True for a file that the site's own patterns leave out. */
export function isExcluded(file: string, { source, exclude }: VitepressConfig): boolean {
  const path = posix.relative(source, file);
  return exclude.some((pattern) => matchesGlob(path, pattern));
}

/** A pattern of rewrites: `:name` stands for a part of the path, `:name*` for any number of them. */
function matchRoute(path: string, pattern: string): Map<string, string> | undefined {
  if (path === pattern) return new Map();
  if (!pattern.includes(':') || pattern.length > 300) return undefined;
  const values = new Map<string, string>();
  const parts = path.split('/');
  const wanted = pattern.split('/');
  const many = wanted.findIndex((part) => /^:\w+(?:\(\.\*\))?[*+]?$/.test(part) && /[*+]$|\(\.\*\)$/.test(part));
  const extra = parts.length - wanted.length;
  if (many === -1 ? extra !== 0 : extra < -1) return undefined;
  for (const [index, part] of wanted.entries()) {
    if (index === many) {
      values.set(nameIn(part), parts.slice(index, index + extra + 1).join('/'));
      continue;
    }
    const own = parts[many !== -1 && index > many ? index + extra : index] ?? '';
    const [, before = '', name, after = ''] =
      /^([^:]{0,200}):(\w{1,60})(?:\([^()]{0,100}\))?(.{0,200})$/.exec(part) ?? [];
    if (name === undefined ? own !== part : !own.startsWith(before) || !own.endsWith(after)) return undefined;
    if (name !== undefined) values.set(name, own.slice(before.length, own.length - after.length));
  }
  return values;
}

function fillRoute(pattern: string, values: Map<string, string>): string {
  return pattern
    .replace(/:(\w+)(?:\([^()]{0,100}\))?[*+?]?/g, (_, name: string) => values.get(name) ?? '')
    .replace(/\/{2,}/g, '/')
    .replace(/^\//, '');
}

function nameIn(part: string): string {
  return /:(\w+)/.exec(part)?.[1] ?? '';
}
