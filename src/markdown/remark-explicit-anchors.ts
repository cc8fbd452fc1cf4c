import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** `## Heading {#anchor}` gives the heading that anchor, so that links survive a new wording. */
export function remarkExplicitAnchors() {
  return (tree: Root): void => {
    visit(tree, 'heading', (node) => {
      const last = node.children.at(-1);
      if (last?.type !== 'text') return;
      const text = last.value.trimEnd();
      const [written, anchor] = /\{#([^\s{}]+)\}$/.exec(text) ?? [];
      if (written === undefined) return;
      last.value = text.slice(0, -written.length).trimEnd();
      if (last.value === '') node.children.pop();
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id: anchor, dataExplicit: true } };
    });
  };
}
