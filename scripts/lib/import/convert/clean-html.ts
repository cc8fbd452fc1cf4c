import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { calloutKind } from './callout-kind.ts';
import type { ConversionLog } from './conversion.ts';
import { embedFrom, isEmbed, titleFromCaption } from './embeds.ts';
import { isHidden, looksBold, looksItalic } from './inline-style.ts';

const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'meta',
  'base',
  'title',
  'colgroup',
  'svg',
  'math',
  'map',
  'wbr',
]);
const controls = new Set(['input', 'select', 'textarea']);

/**
 * Takes out what an article may not carry (scripts, forms, frames of other sites), names what is lost by it,
 * and puts into a plain form what Markdown has: callouts, bold and italic text made with styles.
 */
export function cleanHtml(tree: Root, log: ConversionLog): void {
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
      if (name === 'script' || name === 'svg' || name === 'math')
        log.note('lost', `${name}-removed`, `a ${name} element was removed`);
      return replace();
    }
    if (isEmptyAnchor(node)) return replace();
    if (isHidden(node)) {
      keepAsKeywords(toText(node), log);
      return replace();
    }
    if (name === 'figure') titleFromCaption(node);
    if (isEmbed(node)) return replace(...embedFrom(node, parent, log.note));
    if (name === 'form') {
      log.note('lost', 'form-removed', `a form was removed${toText(node).trim() ? '; its text stays' : ''}`);
      return replace(...node.children);
    }
    if (controls.has(name) && !isTaskBox(node, parent)) {
      if (node.properties.type !== 'hidden') log.note('lost', 'form-removed', `a form field was removed`);
      return replace();
    }
    const callout = calloutKind(node);
    if (callout === 'private') {
      log.note('lost', 'private-note-removed', 'a note that only staff could see was removed');
      return replace();
    }
    if (callout) return replace(element('blockquote', { dataCallout: callout, id: node.properties.id }, node.children));
    if (name === 'span' && (looksBold(node) || looksItalic(node)) && toText(node).trim()) {
      const inner = looksItalic(node) ? [element('em', {}, node.children)] : node.children;
      return replace(...(looksBold(node) ? [element('strong', {}, inner)] : inner));
    }
    return;
  });
}

/** Cards are often an empty link laid over a picture and a text: the link goes around the text. */
function fillCoveringLinks(tree: Root): void {
  visit(tree, 'element', (node) => {
    const links = node.children.filter(
      (child): child is Element =>
        child.type === 'element' && child.tagName === 'a' && child.properties.href !== undefined,
    );
    const [link] = links;
    // `<a href="#steps" id="steps"></a>` is the anchor of a heading that can be copied.
    if (link?.properties.id !== undefined && link.properties.href === `#${String(link.properties.id)}`) return;
    if (!link || links.length !== 1 || toText(link).trim() || link.children.some((child) => child.type === 'element'))
      return;
    // In running text it is a link that somebody emptied without taking it out.
    if (node.children.some((child) => child.type === 'text' && child.value.trim())) return;
    const others = node.children.filter((child) => child !== link);
    if (!toText(node).trim() || others.some(hasLink)) return;
    link.children = others;
    node.children = [link];
  });
}

/** Leads nowhere, is led to by nobody and holds nothing. Looking past a thousand in a row for what follows takes seconds. */
function isEmptyAnchor({ tagName, properties, children }: Element): boolean {
  const { href, id, name } = properties;
  return tagName === 'a' && children.length === 0 && href === undefined && id === undefined && name === undefined;
}

function hasLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(hasLink));
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function isTaskBox(node: Element, parent: Parents): boolean {
  if (node.properties.type !== 'checkbox' || parent.type !== 'element') return false;
  return parent.tagName === 'li' || parent.tagName === 'p' || parent.tagName === 'label';
}

/** Help centers hide words for their search in the text: `Tags: port, COM3`. They become keywords. */
function keepAsKeywords(text: string, log: ConversionLog): void {
  const words = text
    .replace(/^\s*(tags|keywords|labels)\s*:/i, '')
    .replace(/\s+/g, ' ')
    .split(/[,;，、]/)
    .map((word) => word.trim())
    .filter(Boolean);
  if (words.length === 0) return;
  for (const word of words) log.keyword(word);
  log.note(
    'changed',
    'hidden-text-to-keywords',
    `hidden text became ${words.length} keyword${words.length === 1 ? '' : 's'}`,
  );
}
