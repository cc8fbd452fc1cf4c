import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { Article, Category, Fix } from '../content/types.ts';

/**
 * The change that adds addresses to the aliases of an article or a category, in the form that is there; undefined where
 * the file cannot be read or has a form that only its writer should touch.
 */
export function aliasFix(root: string, page: Article | Category, addresses: readonly string[]): Fix | undefined {
  const source = 'source' in page ? page.source : readText(join(root, page.file));
  if (source === undefined) return undefined;
  const lines = source.split('\n');
  const { yaml, yamlLine, unclosed } = splitFrontMatter(source);
  // A category's file is YAML as a whole; an article's ends at its closing fence.
  const [from, to] =
    'source' in page ? [yamlLine - 1, yamlLine - 1 + (yaml?.split('\n').length ?? 0)] : [0, lines.length];
  if ('source' in page && (yaml === undefined || unclosed)) return undefined;
  const end = lines[from]?.endsWith('\r') ? '\r\n' : '\n';
  const text = (index: number): string => (lines[index] ?? '').replace(/\r$/, '');
  const at = lines.findIndex((line, index) => index >= from && index < to && line.startsWith('aliases:'));
  const rows = (indent: string): string => addresses.map((address) => `${end}${indent}- ${scalar(address)}`).join('');
  if (at === -1) {
    let last = to - 1;
    while (last > from && text(last).trim() === '') last -= 1;
    const find = text(last);
    return find === '' ? undefined : { line: last + 1, find, replace: `${find}${end}aliases:${rows('  ')}` };
  }
  const line = text(at);
  if (/^aliases:\s*$/.test(line)) {
    const [, indent] = /^(\s*)- /.exec(text(at + 1)) ?? [];
    return indent === undefined ? undefined : { line: at + 1, find: line, replace: `${line}${rows(indent)}` };
  }
  const list = addresses.map(scalar).join(', ');
  if (/^aliases:\s*\[\s*\]/.test(line)) return { line: at + 1, find: '[', replace: `[${list}` };
  return /^aliases:\s*\[/.test(line) ? { line: at + 1, find: '[', replace: `[${list}, ` } : undefined;
}

/** An address as YAML that means it, in a row or in brackets. */
function scalar(address: string): string {
  return /^[\p{L}\p{N}/_.-]+$/u.test(address) ? address : JSON.stringify(address);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
