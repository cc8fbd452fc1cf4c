import type { Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isLabel } from './remark-directives.ts';
import { readClock } from './videos.ts';

/**
 * `:::transcript[Title]{video=fold}` becomes a collapsible list of what is said in a film: each paragraph that begins with
 * a time gets that for an anchor, `fold-32`, and the time leads there.
 */
export function remarkTranscript() {
  return (tree: Root): void => {
    visit(tree, 'containerDirective', (node) => {
      if (node.name !== 'transcript') return;
      const name = node.attributes?.video ?? 'video';
      node.data = { ...node.data, hName: 'details', hProperties: { className: ['transcript'] } };
      for (const child of node.children) {
        if (child.type !== 'paragraph') continue;
        if (isLabel(child)) child.data = { ...child.data, hName: 'summary' };
        else showPassage(child, name);
      }
    });
  };
}

function showPassage(paragraph: Paragraph, name: string): void {
  const [first] = paragraph.children;
  const time = first?.type === 'text' ? readClock(first.value) : undefined;
  if (first?.type !== 'text' || !time) return;
  const anchor = `${name}-${time.seconds}`;
  paragraph.data = { ...paragraph.data, hProperties: { id: anchor } };
  paragraph.children = [
    { type: 'link', url: `#${anchor}`, children: [{ type: 'text', value: first.value.slice(0, time.length) }] },
    { ...first, value: first.value.slice(time.length) },
    ...paragraph.children.slice(1),
  ];
}
