import type { Element } from 'hast';

/** True when readers never saw the element: `hidden`, `display: none`. */
export function isHidden(node: Element): boolean {
  return (
    node.properties.hidden !== undefined || /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style(node))
  );
}

/** True when a style makes the element's text bold. */
export function looksBold(node: Element): boolean {
  return /(^|;)\s*font-weight\s*:\s*(bold|[6-9]00)/i.test(style(node)) || hasClass(node, 'wysiwyg-text-bold');
}

/** True when a style makes the element's text italic. */
export function looksItalic(node: Element): boolean {
  return /(^|;)\s*font-style\s*:\s*italic/i.test(style(node));
}

/** The class names of an element. */
export function classesOf(node: Element): string[] {
  const value = node.properties.className;
  return Array.isArray(value) ? value.map(String) : [];
}

function hasClass(node: Element, name: string): boolean {
  return classesOf(node).includes(name);
}

function style(node: Element): string {
  const value = node.properties.style;
  return typeof value === 'string' ? value : '';
}
