import type { Element } from 'hast';
import { type CalloutKind, calloutOfClasses } from '../sources/dialect/callout-kinds.ts';
import { classesOf } from './inline-style.ts';

const containers = new Set(['div', 'aside', 'section', 'blockquote', 'p']);

/**
 * Which callout an element is, from the class names that help desks and themes give them:
 * `callout callout--warning` (Zendesk), `callout-yellow` (Help Scout), `alert alert-info`, `note`.
 * `private` is Help Scout's note for staff, which no reader may see.
 */
export function calloutKind(node: Element): CalloutKind | 'private' | undefined {
  if (!containers.has(node.tagName)) return undefined;
  if (typeof node.properties.dataCallout === 'string') return undefined;
  const classes = classesOf(node).map((name) => name.toLowerCase());
  if (classes.includes('private-note')) return 'private';
  return calloutOfClasses(classes);
}
