import type { Heading, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const headingAnchor = /\{#([^\s{}]+)(?:\s[^{}\n]*)?\}[ \t]*$/;
/** `{.link-external}`, `{:target="_blank"}`, `{.table width=50%}`: class names and attributes of Markdown dialects. */
const attributes =
  /^\{:?\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[^\s{}"]+))(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[^\s{}"]+)))*\s*\}/;

/** Takes anchors off headings into their data, and removes attribute lists, which are styling. */
export function readAttributes(tree: Root): void {
  visit(tree, 'heading', (node: Heading) => {
    const last = node.children.at(-1);
    const match = last?.type === 'text' ? headingAnchor.exec(last.value) : null;
    if (!match || last?.type !== 'text') return;
    last.value = last.value.slice(0, match.index).trimEnd();
    if (!last.value) node.children.pop();
    node.data = { ...node.data, anchor: match[1], hProperties: { id: match[1] } } as Heading['data'];
  });
  visit(tree, 'text', (node, index, parent) => {
    if (index === undefined || !parent) return;
    const before = parent.children[index - 1];
    const alone = index === 0 && parent.type === 'paragraph';
    if (!alone && !(before && ['link', 'image', 'inlineCode', 'strong', 'emphasis', 'html'].includes(before.type)))
      return;
    const match = attributes.exec(node.value);
    if (!match || (alone && match[0].length !== node.value.trim().length)) return;
    node.value = node.value.slice(match[0].length);
    if (node.value) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, 'paragraph', (node, index, parent) => {
    if (index === undefined || !parent || node.children.length > 0) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
