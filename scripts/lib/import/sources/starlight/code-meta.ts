import { diffLines, mapCodeFences, shownByTwoslash } from '../dialect/code-fences.ts';
import { escaped } from '../dialect/plain-text.ts';
import type { Note } from '../source.ts';

/**
 * Writes what Expressive Code shows of a block of code: its title above it, added and removed lines as `diff`. Marks and
 * numbers of lines go.
 */
export function plainCodeMeta(body: string, notes: Note[]): string {
  return mapCodeFences(body, ({ margin, language, meta, lines: written }) => {
    const lines = /\btwoslash\b/.test(meta) ? shownByTwoslash(written) : written;
    const title = /(?:^|\s)title=(?:"([^"]{1,300})"|'([^']{1,300})')/.exec(meta);
    const added = linesIn(/(?:^|\s)ins=\{([^{}]{1,300})\}/.exec(meta)?.[1]);
    const removed = linesIn(/(?:^|\s)del=\{([^{}]{1,300})\}/.exec(meta)?.[1]);
    const isDiff = language !== 'diff' && added.size + removed.size > 0;
    if (isDiff)
      notes.push({
        level: 'changed',
        kind: 'code-to-diff',
        detail: `lines of ${language || 'code'} that were marked as added or removed have + and - before them`,
      });
    const words = title?.[1] ?? title?.[2];
    return {
      above: words && `**${escaped(words)}**`,
      language: isDiff ? 'diff' : language,
      lines: isDiff
        ? diffLines(lines, margin, (index) => (added.has(index + 1) ? '+' : removed.has(index + 1) ? '-' : ' '))
        : lines,
    };
  });
}

/** `"label":1,3-5` -> 1, 3, 4, 5. */
function linesIn(written = ''): Set<number> {
  const lines = new Set<number>();
  for (const [, from = '', to = from] of written.replace(/"[^"]*"/g, '').matchAll(/(\d{1,5})(?:-(\d{1,5}))?/g))
    for (let line = Number(from); line <= Number(to) && lines.size < 10_000; line++) lines.add(line);
  return lines;
}
