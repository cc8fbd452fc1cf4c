import type { Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as toText } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { findingsOf, type VariantBlock } from './findings.ts';
import { isLabel } from './remark-directives.ts';
import { type Audience, EVERYBODY, narrow, readAudience } from './variants.ts';

const KINDS = ['for', 'tabs', 'tab'] as const;
const COMMENTS = /<!--[\s\S]*?-->/g;

/** Notes for whom each `:::for` and each tab is, and how they stand in one another, for the content check. */
export function remarkVariantBlocks() {
  return (tree: Root, file: VFile): void => {
    const findings = findingsOf(file);
    walk(tree.children, EVERYBODY, undefined);

    function walk(nodes: readonly RootContent[], around: Audience, parent: VariantBlock | undefined): void {
      for (const node of nodes) {
        if (!('children' in node)) continue;
        const block = node.type === 'containerDirective' ? blockOf(node, around, parent) : undefined;
        if (block) (findings.variantBlocks ??= []).push(block);
        walk(node.children, block ? narrow(around, new Map(block.audience)) : around, block);
      }
    }
  };
}

function blockOf(
  node: ContainerDirective,
  around: Audience,
  parent: VariantBlock | undefined,
): VariantBlock | undefined {
  const kind = KINDS.find((name) => name === node.name);
  if (!kind) return undefined;
  const content = node.children.filter((child) => !isLabel(child) && !isComment(child));
  const tabs = content.flatMap((child) => (child.type === 'containerDirective' && child.name === 'tab' ? [child] : []));
  return {
    kind,
    audience: [...readAudience(node.attributes ?? {})],
    around: [...around],
    label: labelOf(node),
    tabs: tabs.map((tab) => labelOf(tab) || [...readAudience(tab.attributes ?? {}).values()].flat().join(' ')),
    isEmpty: content.length === 0,
    hasMoreThanTabs: content.length > tabs.length,
    isInTabs: parent?.kind === 'tabs',
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column,
  };
}

function labelOf(node: ContainerDirective): string {
  const label = node.children.find(isLabel);
  return label ? toText(label).trim() : '';
}

function isComment(node: RootContent): boolean {
  return node.type === 'html' && node.value.replace(COMMENTS, '').trim() === '';
}
