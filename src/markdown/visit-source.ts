import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkGfm);

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/**
 * Calls `see` for every node of these types, with the offsets in `markdown` between which it is written. For those who
 * change or read the text as written, not as a page: none of our plugins runs.
 */
export function visitSource<Type extends Nodes['type']>(
  markdown: string,
  types: readonly Type[],
  see: (node: NodeOf<Type>, start: number, end: number) => void,
): void {
  const wanted = new Set<string>(types);
  const isWanted = (node: Nodes): node is NodeOf<Type> => wanted.has(node.type);
  const tree: Root = parser.parse(markdown);
  visit(tree, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start !== undefined && end !== undefined && isWanted(node)) see(node, start, end);
  });
}
