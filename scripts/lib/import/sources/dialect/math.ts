import type { Note } from '../source.ts';
import { mapProse } from './code-ranges.ts';

/** No formula is longer, in characters. */
const formula = /(?<![\\$])\$\$(?!\$)([^$]{1,4000})\$\$(?!\$)/g;

/**
 * Keeps formulas between `$$` as code, word for word: read as Markdown they would lose their backslashes and
 * underscores. One that has lines of its own becomes a block of code, one within a line stays there.
 */
export function formulasToCode(body: string, notes: Note[]): string {
  if (!body.includes('$$')) return body;
  let found = 0;
  const written = mapProse(body, (text) =>
    text.replace(formula, (whole, inner: string, at: number) => {
      const before = /(?:^|\n)([ \t]{0,40})$/.exec(text.slice(Math.max(0, at - 41), at))?.[1];
      const after = /^[ \t]{0,40}(?:\n|$)/.test(text.slice(at + whole.length, at + whole.length + 41));
      const tex = inner.trim();
      if (!tex) return whole;
      found += 1;
      if (before === undefined || !after) return `\`${tex.replace(/\s+/g, ' ').replaceAll('`', "'")}\``;
      const lines = tex.split('\n').map((line) => `${before}${line.trim()}`);
      return ['```latex', ...lines, `${before}\`\`\``].join('\n');
    }),
  );
  if (found > 0)
    notes.push({
      level: 'changed',
      kind: 'formulas-to-code',
      detail: `${found} formula${found === 1 ? ' stands' : 's stand'} as ${found === 1 ? 'it was' : 'they were'} written, in TeX`,
    });
  return written;
}
