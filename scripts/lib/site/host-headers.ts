import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Response headers for the paths that match a pattern, in which `*` stands for anything. */
export interface HeaderRule {
  pattern: string;
  headers: Record<string, string>;
}

/** Reads the rules of `_headers`, the file by which the build tells hosts what to send; none when it is missing. */
export async function readHeaderRules(folder: string): Promise<HeaderRule[]> {
  const text = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header) {
      const rule = rules.at(-1);
      if (rule) rule.headers[header[1]!] = header[2]!.trim();
    } else if (line.startsWith('/')) {
      rules.push({ pattern: line.trim(), headers: {} });
    }
  }
  return rules;
}

/** The headers for a path; of two rules that set the same header the later one wins. */
export function headersFor(path: string, rules: HeaderRule[]): Record<string, string> {
  return Object.assign({}, ...rules.filter(({ pattern }) => matches(path, pattern)).map(({ headers }) => headers));
}

function matches(path: string, pattern: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(path);
}
