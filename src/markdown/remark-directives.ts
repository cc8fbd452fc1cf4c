import type { Paragraph, Root, RootContent } from 'mdast';
import { type ContainerDirective, directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { CALLOUTS } from './callout-kinds.ts';
import { findingsOf } from './findings.ts';

/** The directives that mean something. */
export const DIRECTIVES: readonly string[] = [
  ...CALLOUTS,
  'details',
  'steps',
  'cards',
  'transcript',
  'for',
  'tabs',
  'tab',
];

/**
 * Recognises `:::name[Label]` blocks only. The syntax also has `:name` within text and `::name` on
 * a line; with those switched on, `10:30` or `std::vector` would lose letters, so they stay text.
 */
export function remarkDirectives(this: Processor) {
  const data = this.data();
  const syntax = directive();
  const [container] = Object.values(syntax.flow ?? {}).flat();
  (data.micromarkExtensions ??= []).push({ flow: { [COLON]: container! } });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
  return restoreUnknown;
}

const COLON = ':'.charCodeAt(0);

/** A block with a name that means nothing shows its fences as they were written around its text. */
function restoreUnknown(tree: Root, file: VFile): void {
  visit(tree, 'containerDirective', (node, index, parent) => {
    const [opening, closing] = fences(node, String(file));
    if (!closing)
      findingsOf(file).diagnostics.push({
        kind: 'unclosed',
        name: opening,
        line: node.position?.start.line ?? 1,
        column: node.position?.start.column,
      });
    if (DIRECTIVES.includes(node.name.toLowerCase())) {
      node.name = node.name.toLowerCase();
      return undefined;
    }
    findingsOf(file).diagnostics.push({
      kind: 'directive',
      name: node.name,
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column,
    });
    const children = node.children.filter((child) => !isLabel(child));
    const shown: RootContent[] = [text(opening), ...children, ...(closing ? [text(closing)] : [])];
    parent!.children.splice(index!, 1, ...shown);
    return [SKIP, index!];
  });
}

/** The paragraph that holds a directive's `[Label]`. */
export function isLabel(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}

function fences(node: ContainerDirective, source: string): [string, string] {
  const start = node.position?.start.offset ?? 0;
  const lines = source.slice(start, node.position?.end.offset ?? start).split('\n');
  const last =
    lines.length > 1
      ? lines
          .at(-1)!
          .replace(/^[\s>]+/, '')
          .trim()
      : '';
  return [lines[0]!.trim(), /^:{3,}$/.test(last) ? last : ''];
}

function text(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
