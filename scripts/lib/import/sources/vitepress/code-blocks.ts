import { diffLines, mapCodeFences, shownByTwoslash } from '../dialect/code-fences.ts';
import type { Note } from '../source.ts';

/** A comment to the highlighter at the end of a line: `// [!code focus:3]`, `# [!code ++]`, `<!-- [!code hl] -->`. */
const comment =
  /[ \t]{0,200}(?:\/\/|\/\*|<!--|#|--|;{1,2}|%{1,2}|"|'|\{\/\*)?[ \t]{0,9}\[!code[ \t]{1,9}(\+\+|--|focus|hl|highlight|warning|error|info)(?::[^\]\n]{0,100})?\][ \t]{0,9}(?:\*\/\}?|-->)?[ \t]*$/;

/**
 * Takes out of blocks of code what only told how to show them: lines to mark, numbers of lines, comments to the
 * highlighter. Lines that were marked as added or removed are so still, in a block of `diff`.
 * @param values puts values in place of `{{ … }}` in a block whose language ends with `-vue`.
 */
export function plainCodeBlocks(body: string, notes: Note[], values: (text: string) => string): string {
  return mapCodeFences(body, ({ margin, language: written, meta, lines }) => {
    const language = written.replace(/-vue$/, '');
    const title = /\[([^\][\n]{1,200})\]/.exec(meta)?.[1];
    const inside = language === written ? lines : values(lines.join('\n')).split('\n');
    const { plain, signs } = withoutComments(/\btwoslash\b/.test(meta) ? shownByTwoslash(inside) : inside);
    const isDiff = language !== 'diff' && signs.some((sign) => sign !== ' ');
    if (isDiff)
      notes.push({
        level: 'changed',
        kind: 'code-to-diff',
        detail: `lines of ${language || 'code'} that were marked as added or removed have + and - before them`,
      });
    return {
      language: isDiff ? 'diff' : language,
      meta: title && `[${title}]`,
      lines: isDiff ? diffLines(plain, margin, (index) => signs[index] ?? ' ') : plain,
    };
  });
}

/** The lines without comments to the highlighter, and what these say of each: `+`, `-` or a space. */
function withoutComments(lines: string[]): { plain: string[]; signs: string[] } {
  const plain: string[] = [];
  const signs: string[] = [];
  for (const line of lines) {
    let text = line;
    let sign = ' ';
    for (let found = text.includes('[!code') && comment.exec(text); found; found = comment.exec(text)) {
      if (found[1] === '++') sign = '+';
      if (found[1] === '--') sign = '-';
      text = text.slice(0, found.index);
    }
    if (text !== line && !text.trim()) continue;
    plain.push(text);
    signs.push(sign);
  }
  return { plain, signs };
}
