import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findingsOf } from './findings.ts';

/** Notes a code block whose closing fence is missing: it swallows the rest of the page. */
export function remarkCodeFences() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node) => {
      const { start, end } = node.position ?? {};
      if (!start || !end) return;
      const lines = String(file).slice(start.offset, end.offset).split('\n');
      const [fence] = /^(`{3,}|~{3,})/.exec(lines[0]!) ?? [];
      const closed =
        lines.length > 1 &&
        fence !== undefined &&
        lines
          .at(-1)!
          .replace(/^[\s>]+/, '')
          .startsWith(fence);
      if (fence !== undefined && !closed)
        findingsOf(file).diagnostics.push({
          kind: 'unclosed',
          name: lines[0]!.trim(),
          line: start.line,
          column: start.column,
        });
    });
  };
}
