import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutSlash } from '../../../src/site/urls.ts';

/** A line of `_redirects`; `to` is percent-encoded. */
interface Rule {
  matches(path: string): boolean;
  to: string;
  /** With 200 the page at `to` is shown. */
  status: number;
}

/**
 * A function that tells what `_redirects` has for a path that is no file; undefined where that says nothing. It knows what hosts have in common: an
 * address, one with `:name` for a part of it, or with `*` for all that is below, and no slash at the end means the same as one. Lines
 * with conditions are left out.
 */
export async function readRedirects(
  folder: string,
): Promise<(path: string) => Pick<Rule, 'to' | 'status'> | undefined> {
  const text = await readFile(join(folder, '_redirects'), 'utf8').catch(() => '');
  const exact = new Map<string, Rule>();
  const patterns: Rule[] = [];
  for (const line of text.split('\n')) {
    const [from, to, status = '', ...conditions] = line.split(/\s+/);
    if (!from || !to || !/^[23]\d\d$/.test(status) || conditions.length > 0) continue;
    const pattern = /\*|\/:[a-z]+/i.test(from) ? patternOf(from) : undefined;
    const rule: Rule = { matches: (path) => pattern?.test(path) ?? false, to, status: Number(status) };
    if (pattern) patterns.push(rule);
    else if (!exact.has(withoutSlash(from))) exact.set(withoutSlash(from), rule);
  }
  return (path) => exact.get(withoutSlash(path)) ?? patterns.find((rule) => rule.matches(path));
}

function patternOf(from: string): RegExp {
  const escaped = withoutSlash(from).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replace(/\/:[a-z]+/gi, '/[^/]+')}/?$`);
}
