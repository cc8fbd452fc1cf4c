import type { Html, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import type { VFile } from 'vfile';
import { findingsOf, type Prose } from './findings.ts';

/** HTML that a page never shows. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi;

/**
 * Notes the running text of a page, block by block and with its lines, which sections no longer have. Code, headings,
 * footnotes and definitions are left out, and so is what other plugins put in, which has no line.
 */
export function remarkProse() {
  return (tree: Root, file: VFile): void => {
    const { prose } = findingsOf(file);
    const outline: { depth: number; text: string }[] = [];
    walk(tree.children, 'paragraph');

    function walk(nodes: readonly RootContent[], first: Prose['kind']): void {
      for (const [index, node] of nodes.entries()) {
        if (node.type === 'heading') enter(node.depth, textOf(node.children));
        else if (node.type === 'paragraph')
          note(
            index === 0 ? first : 'paragraph',
            textOf(node.children),
            (node.position ?? node.children[0]?.position)?.start.line,
          );
        else if (node.type === 'tableRow') note('row', cellsOf(node), node.position?.start.line);
        else if (node.type === 'html') noteHtml(node);
        else if (node.type !== 'footnoteDefinition' && 'children' in node)
          walk(node.children, node.type === 'listItem' ? 'item' : 'paragraph');
      }
    }

    function enter(depth: number, text: string): void {
      while (outline.length > 0 && outline.at(-1)!.depth >= depth) outline.pop();
      outline.push({ depth, text });
    }

    function note(kind: Prose['kind'], text: string, line: number | undefined): void {
      if (line !== undefined && text !== '')
        prose.push({ kind, text, line, headings: outline.map((heading) => heading.text) });
    }

    /** A line of nothing but a tag parts the text above it from the text below. */
    function noteHtml({ value, position }: Html): void {
      const lines = value.replace(HIDDEN, (hidden) => hidden.replace(/[^\n]/g, '')).split('\n');
      let begin = 0;
      for (let end = 0; end <= lines.length; end += 1) {
        if (end < lines.length && !/^\s*(<[^>]*>\s*)?$/.test(lines[end]!)) continue;
        if (end > begin)
          note(
            'paragraph',
            collapse(
              lines
                .slice(begin, end)
                .join('\n')
                .replace(/<[^<>\s][^<>]*>/g, ' '),
            ),
            position && position.start.line + begin,
          );
        begin = end + 1;
      }
    }
  };
}

/** What a reader sees of inline Markdown, without pictures. */
function textOf(nodes: readonly PhrasingContent[]): string {
  return collapse(nodes.map(read).join(''));
}

function read(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'footnoteReference') return '';
  return 'children' in node ? node.children.map(read).join('') : ' ';
}

function cellsOf(row: TableRow): string {
  const cells = row.children.map(({ children }) => textOf(children));
  return cells.some(Boolean) ? cells.join(' – ').trim() : '';
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
