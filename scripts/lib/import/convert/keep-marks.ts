import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { wholeMarks, withoutMarks } from '../sources/value-marks.ts';

/** Keeps the marks of values in running text, where a variable can stand; in code, addresses and headings they go. */
export function keepMarksInText(tree: Root): void {
  const strip = (node: Nodes): void => {
    visit(node, (inner) => {
      if ('value' in inner) inner.value = withoutMarks(inner.value);
    });
  };
  visit(tree, (node) => {
    if (node.type === 'heading') strip(node);
    else if (node.type === 'text') node.value = wholeMarks(node.value);
    else if ('value' in node) node.value = withoutMarks(node.value);
    if ('url' in node) node.url = withoutEncodedMarks(node.url);
    if ('title' in node && typeof node.title === 'string') node.title = withoutMarks(node.title);
    if ('alt' in node && typeof node.alt === 'string') node.alt = withoutMarks(node.alt);
  });
}

/** Parsers of HTML may have written them as addresses do. */
function withoutEncodedMarks(url: string): string {
  return withoutMarks(url).replace(/%F4%8F%80%[89AB][0-9A-F]|%F4%8F%81%[89AB][0-9A-F]/gi, '');
}
