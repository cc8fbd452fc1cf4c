import type { Nodes, RootContent } from 'mdast';
import type { MdxFlowExpression, MdxJsxFlowElement, MdxJsxTextElement, MdxTextExpression } from 'mdast-util-mdx';
import { isRecord } from '../../records.ts';
import type { Note } from '../../source.ts';
import { type KnownNames, staticValue } from '../static-value.ts';
import { unmask } from './mend.ts';

/** An element of JSX: a component, or an element of HTML. */
export interface Component {
  /** As it is written, `Tabs.Tab`; empty for a fragment. */
  name: string;
  /** The last part of its name in lower case, `tab`. */
  key: string;
  /** Properties whose value is known. */
  properties: ReadonlyMap<string, unknown>;
  children: RootContent[];
  /** True for one that stands on lines of its own. */
  isFlow: boolean;
}

/** What writes the parts of a page; the rules for components call it for what stands in them. */
export interface MdxWriter {
  /** Blocks of Markdown, with empty lines between them, of what stands in a component. */
  flow(children: RootContent[]): string;
  /** The same on one line where that can be. */
  line(children: RootContent[]): string;
  component(node: JsxNode): Component;
  /** The words that an expression gives; undefined when only the running site knew. */
  expression(node: MdxExpression): string | undefined;
  /** An address as links of the page that is being written have it. */
  address(url: string): string;
  /** Written once for each detail. */
  note(level: Note['level'], kind: string, detail: string): void;
}

/** What a rule makes of a component; undefined when it is none of its own. */
export type ComponentRule = (component: Component, writer: MdxWriter) => string | undefined;

export type JsxNode = MdxJsxFlowElement | MdxJsxTextElement;
export type MdxExpression = MdxFlowExpression | MdxTextExpression;

export function isJsx(node: Nodes): node is JsxNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Reads a component with the values of its properties. */
export function readComponent(node: JsxNode, names: KnownNames): Component {
  const name = node.name ?? '';
  const properties = new Map<string, unknown>();
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      const [statement] = attribute.data?.estree?.body ?? [];
      const object = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
      const [spread] = object?.type === 'ObjectExpression' ? object.properties : [];
      const values = spread?.type === 'SpreadElement' ? staticValue(spread.argument, names)?.value : undefined;
      for (const [key, value] of isRecord(values) ? Object.entries(values) : []) properties.set(key, value);
      continue;
    }
    const { value } = attribute;
    if (typeof value === 'string') properties.set(attribute.name, unmask(value));
    else if (!value) properties.set(attribute.name, true);
    else {
      const [statement] = value.data?.estree?.body ?? [];
      const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
      const known = staticValue(expression, names);
      properties.set(attribute.name, known ? known.value : (jsxText(expression, names) ?? new Unknown(value.value)));
    }
  }
  return {
    name,
    key: (name.split(/[.:]/).at(-1) ?? '').toLowerCase().replaceAll('-', ''),
    properties,
    children: node.children,
    isFlow: node.type === 'mdxJsxFlowElement',
  };
}

/** A value that only the running site had. */
export class Unknown {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** The first of some properties that holds words. */
export function textProperty({ properties }: Component, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = properties.get(name);
    if ((typeof value === 'string' && value.trim()) || typeof value === 'number') return String(value).trim();
  }
  return undefined;
}

/** The words of a piece of JSX in an expression; undefined when it is none. */
export function jsxText(node: unknown, names: KnownNames, depth = 0): string | undefined {
  if (!isRecord(node) || depth > 100) return undefined;
  const all = (children: unknown): string =>
    (Array.isArray(children) ? (children as unknown[]) : [])
      .map((child) => jsxText(child, names, depth + 1) ?? '')
      .join('');
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return all(node.children);
    case 'JSXText':
      return String(node.value).replace(/\s+/g, ' ');
    case 'JSXExpressionContainer': {
      const value = staticValue(node.expression, names)?.value;
      return typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : jsxText(node.expression, names, depth + 1);
    }
    case 'LogicalExpression':
      return jsxText(node.right, names, depth + 1);
    case 'ConditionalExpression':
      return jsxText(node.consequent, names, depth + 1) ?? jsxText(node.alternate, names, depth + 1);
    case 'ArrowFunctionExpression':
      return jsxText(node.body, names, depth + 1);
    default:
      return undefined;
  }
}

/** Words that stood in an expression or a property, as Markdown that shows just these. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<~|]/g, '\\$&').replace(/^(\s{0,9})([#+>-])/gm, '$1\\$2');
}

/** An address as Markdown takes it between parentheses. */
export function markdownAddress(url: string): string {
  return url.trim().replace(/\s/g, '%20').replaceAll('(', '%28').replaceAll(')', '%29');
}

/** An attribute of HTML. */
export function attribute(name: string, value: string | undefined): string {
  if (value === undefined) return '';
  return ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replace(/\s+/g, ' ')}"`;
}
