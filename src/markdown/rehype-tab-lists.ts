import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { localeOf, type MarkdownOptions } from './options.ts';
import { hasClass, isElement } from './rehype-details-body.ts';
import { choiceLabel, parseAudience } from './variants.ts';

/**
 * Gives each group of tabs the list of them, as ARIA's pattern has it, hidden until the page's script makes it work:
 * `<div role="tablist" hidden><button role="tab" aria-controls="ios">iPhone</button>…`.
 */
export function rehypeTabLists({ variants }: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'div' || !hasClass(node, 'tabs')) return;
      const panels = node.children.filter((child) => isElement(child, 'details')).filter((one) => hasClass(one, 'tab'));
      if (panels.length === 0) return;
      const label = choiceLabel(
        panels.map(({ properties }) => parseAudience(properties.dataFor)),
        localeOf(file),
        variants,
      );
      const list: Element = {
        type: 'element',
        tagName: 'div',
        properties: { role: 'tablist', hidden: true, ...(label && { ariaLabel: label }) },
        children: panels.map(tabOf),
      };
      node.children = [list, ...node.children];
      for (const { children } of panels) {
        const [name, body] = children;
        if (isElement(name, 'summary') && isElement(body, 'div'))
          Object.assign(body.properties, { role: 'tabpanel', ariaLabel: toText(name) });
      }
    });
  };
}

function tabOf({ children: [name, body] }: Element): Element {
  const id = isElement(body, 'div') ? String(body.properties.id) : '';
  return {
    type: 'element',
    tagName: 'button',
    properties: { type: 'button', role: 'tab', ariaControls: [id] },
    children: [{ type: 'text', value: isElement(name, 'summary') ? toText(name) : '' }],
  };
}
