import { codeTitle, dedented } from '../dialect/blocks.ts';
import { mapCodeFences } from '../dialect/code-fences.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import type { Note } from '../source.ts';

/** What Docusaurus changes in the text before it is read as MDX. */
export function beforeMdx(body: string, hasMath: boolean, notes: Note[]): string {
  const unwrapped = body.replace(
    /^([ \t]*)(`{3,9}|~{3,9})mdx-code-block[ \t]*\n([\s\S]*?)\n[ \t]*\2[ \t]*$/gm,
    (_, margin: string, _fence: string, inner: string) => `${margin}${margin ? inner.trimStart() : dedented(inner)}`,
  );
  const headings = mapLinesOutsideCode(unwrapped, (line) =>
    line.startsWith('#') ? line.replace(/\{\/\*[ \t]{0,9}(#[^\s{}*]{1,200})[ \t]{0,9}\*\/\}[ \t]*$/, '{$1}') : line,
  );
  return hasMath ? formulasToCode(headings, notes) : headings;
}

/** Formulas are shown as they are written, which Markdown would read as emphasis. */
function formulasToCode(body: string, notes: Note[]): string {
  const text = mapProse(body, (part) =>
    part
      .replace(/^([ \t>]{0,80})\$\$[ \t]*\n([^$]{1,5000}?)\n[ \t>]{0,80}\$\$[ \t]*$/gm, '$1```latex\n$2\n$1```')
      .replace(/(?<![\\$`\w])\$\$?(?!\s)((?:[^$`\n\\]|\\.){1,500})(?<!\s)\$\$?(?![\d$])/g, '`$1`'),
  );
  if (text !== body)
    notes.push({ level: 'changed', kind: 'formula-to-code', detail: 'formulas stand in the text as they are written' });
  return text;
}

/** Comments that mark lines and are not shown: `// highlight-next-line`. */
const magic =
  /^(?:\/\/|#|--|%|;|<!--|\/\*|\{\/\*|')[ \t]{0,9}(?:highlight|(?:this-will-)?error)-(?:next-line|start|end)(?:[ \t]{0,9}(?:-->|\*\/\}?))?$/;

/** Blocks of code: their titles become text, and what marks lines goes, because it was not shown. */
export function codeBlocks(body: string, notes: Note[]): string {
  const note = (kind: string, detail: string): void => {
    if (!notes.some((one) => one.kind === kind)) notes.push({ level: 'changed', kind, detail });
  };
  return mapCodeFences(body, ({ language, meta, lines }) => {
    const title = /(?:^|\s)title=(?:"([^"]{1,300})"|'([^']{1,300})')/.exec(meta);
    const words = title?.[1] ?? title?.[2];
    if (language === 'mermaid')
      note('diagram-to-code', 'a drawing that was made of code (mermaid) is shown as that code');
    if (/(?:^|\s)live(?:\s|$)/.test(meta))
      note('live-code-to-code', 'code that readers could change and run is shown as code');
    // With lines marked by their numbers the comments are shown.
    const isMarked = /\{[\d, -]+\}/.test(meta);
    const shown = isMarked ? lines : lines.filter((line) => !magic.test(line.replace(/^[ \t>]*/, '').trimEnd()));
    return { above: words === undefined ? undefined : codeTitle(words), language, lines: shown };
  });
}
