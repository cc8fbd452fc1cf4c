import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { calloutKind } from './callout-kind.ts';
import { embedAddress } from './embed-address.ts';
import { isHidden, looksBold, looksItalic } from './inline-style.ts';
import type { Aside } from './conversion.ts';

const dropped = new Set(['script', 'style', 'noscript', 'template', 'link', 'meta', 'base', 'title', 'colgroup', 'svg', 'math', 'map', 'wbr']);
const embeds = new Set(['iframe', 'video', 'audio', 'embed', 'object']);
const controls = new Set(['input', 'select', 'textarea']);

/**
 * Takes out what an article may not carry (scripts, forms, frames of other sites), names what is lost by it,
 * and puts into a plain form what Markdown has: callouts, bold and italic text made with styles.
 */
export function cleanHtml(tree: Root, aside: Aside): void {
  fillCoveringLinks(tree);
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return;
    const replace = (...nodes: ElementContent[]): [typeof SKIP, number] => {
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index];
    };
    if (node.type === 'comment' || node.type === 'doctype') return replace();
    if (node.type !== 'element') return;
    const name = node.tagName;
    if (dropped.has(name)) {
      if (name === 'script' || name === 'svg' || name === 'math') aside.note('lost', `${name}-removed`, `a ${name} element was removed`);
      return replace();
    }
    if (isHidden(node)) {
      keepAsKeywords(toString(node), aside);
      return replace();
    }
    if (embeds.has(name)) {
      const link = embedAddress(node);
      aside.note('changed', 'embed-to-link', link ? `${name} became a link to ${link.url}` : `${name} without an address was removed`);
      return replace(...(link ? [element('p', {}, [element('a', { href: link.url }, [{ type: 'text', value: link.label }])])] : []));
    }
    if (name === 'form') {
      aside.note('lost', 'form-removed', `a form was removed${toString(node).trim() ? '; its text stays' : ''}`);
      return replace(...node.children);
    }
    if (controls.has(name) && !isTaskBox(node, parent)) {
      if (node.properties['type'] !== 'hidden') aside.note('lost', 'form-removed', `a form field was removed`);
      return replace();
    }
    const callout = calloutKind(node);
    if (callout === 'private') {
      aside.note('lost', 'private-note-removed', 'a note that only staff could see was removed');
      return replace();
    }
    if (callout) return replace(element('blockquote', { dataCallout: callout, id: node.properties['id'] }, node.children));
    if (name === 'span' && (looksBold(node) || looksItalic(node)) && toString(node).trim()) {
      const inner = looksItalic(node) ? [element('em', {}, node.children)] : node.children;
      return replace(...(looksBold(node) ? [element('strong', {}, inner)] : inner));
    }
    return;
  });
}

/** Cards are often an empty link laid over a picture and a text: the link goes around the text. */
function fillCoveringLinks(tree: Root): void {
  visit(tree, 'element', (node) => {
    const links = node.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'a' && child.properties['href'] !== undefined);
    const [link] = links;
    if (!link || links.length !== 1 || toString(link).trim() || link.children.some((child) => child.type === 'element')) return;
    const others = node.children.filter((child) => child !== link);
    if (!toString(node).trim() || others.some(hasLink)) return;
    link.children = others;
    node.children = [link];
  });
}

function hasLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(hasLink));
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function isTaskBox(node: Element, parent: Root | Element): boolean {
  if (node.properties['type'] !== 'checkbox' || parent.type !== 'element') return false;
  return parent.tagName === 'li' || parent.tagName === 'p' || parent.tagName === 'label';
}

/** Help centers hide words for their search in the text: `Tags: port, COM3`. They become keywords. */
function keepAsKeywords(text: string, aside: Aside): void {
  const words = text.replace(/^\s*(tags|keywords|labels)\s*:/i, '').replace(/\s+/g, ' ').split(/[,;，、]/).map((word) => word.trim()).filter(Boolean);
  if (words.length === 0) return;
  for (const word of words) aside.keyword(word);
  aside.note('changed', 'hidden-text-to-keywords', `hidden text became ${words.length} keyword${words.length === 1 ? '' : 's'}`);
}
