import { htmlTagNames } from 'html-tag-names';
import type { RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Note } from '../source.ts';
import { dedented } from './blocks.ts';
import { isComponentName, readElements, type TagElement, type TagNode } from './element-tags.ts';
import { interpolated, literal, type Values } from './interpolation.ts';
import { blockRule } from './mdx/blocks.ts';
import { cardRule } from './mdx/cards.ts';
import {
  attribute,
  type Component,
  type ComponentRule,
  escapeText,
  isJsx,
  type MdxWriter,
  Unknown,
} from './mdx/component.ts';
import { mediaRule } from './mdx/media.ts';
import { smallRule } from './mdx/small.ts';
import { placed } from './mdx/source.ts';
import { unknownComponent } from './mdx/unknown.ts';

const knownTags = new Set(htmlTagNames);
/** Elements of Vue that only say how what stands in them is shown. */
const wrappers = /^(?:template|slot|component|transition|transition-group|keep-alive|suspense|teleport|client-?only)$/i;

/** What the elements of a page may use and mean. */
export interface ElementRules {
  values: Values;
  notes: Note[];
  /** Components of the system itself, before those that all have. */
  rule?: ComponentRule;
  /** True where `{{ value }}` shows a value. */
  hasBraces: boolean;
}

/** Writes a page of Markdown with components in it as Markdown alone, with values in braces and attributes of Vue. */
export function elementsToMarkdown(body: string, { values, notes, rule: own, hasBraces }: ElementRules): string {
  if (!/[<{]/.test(body)) return body;
  const known = new Set<string>();
  const note = (level: Note['level'], kind: string, detail: string): void => {
    if (!known.has(`${kind} ${detail}`)) notes.push({ level, kind, detail });
    known.add(`${kind} ${detail}`);
  };
  const unknown = (expression: string): void =>
    note(
      'changed',
      'expression-left',
      `{{ ${expression} }} was worked out by the running site; it stands in the text as written`,
    );
  const elements = new Map<RootContent, TagElement>();
  let isLiteral = false;
  let isInHtml = false;

  const written = (node: TagNode): string => {
    if (node.type === 'code') return node.value;
    if (node.type === 'text' && !hasBraces) return node.value;
    if (node.type === 'text')
      return isLiteral ? literal(node.value, isInHtml) : interpolated(node.value, values, unknown, undefined, isInHtml);
    const { name } = node;
    if (name === 'script' || name === 'style') return '';
    const before = { isLiteral, isInHtml };
    isLiteral ||= node.attributes.has('v-pre');
    const isHtml = knownTags.has(name.toLowerCase()) && !/^[A-Z]/.test(name) && !wrappers.test(name);
    isInHtml ||= isHtml;
    const text = wrappers.test(name)
      ? writtenAll(node.children)
      : isHtml
        ? html(node)
        : isComponentName(name)
          ? component(node)
          : node.open + writtenAll(node.children) + node.close;
    ({ isLiteral, isInHtml } = before);
    return text;
  };
  const writtenAll = (nodes: TagNode[]): string => nodes.map(written).join('');

  const writer: MdxWriter = {
    flow: (children) =>
      dedented(children.map(shown).join(''))
        .trimEnd()
        .replace(/^(?:[ \t]*\n)+/, ''),
    line: (children) => children.map(shown).join('').trim(),
    component(node) {
      const element = elements.get(node as RootContent);
      return element ? componentOf(element) : { name: '', key: '', properties: new Map(), children: [], isFlow: false };
    },
    expression: () => undefined,
    address: (url) => url,
    note,
  };

  function shown(node: RootContent): string {
    const element = elements.get(node);
    if (element) return written(element);
    return node.type === 'html' ? node.value : '';
  }

  /** Elements stand for themselves, all else as it is written. */
  function childrenOf(nodes: TagNode[]): RootContent[] {
    return nodes.flatMap((node): RootContent[] => {
      if (node.type !== 'element') {
        const value = written(node);
        return value ? [{ type: 'html', value }] : [];
      }
      if (wrappers.test(node.name)) return childrenOf(node.children);
      const child: MdxJsxFlowElement = { type: 'mdxJsxFlowElement', name: node.name, attributes: [], children: [] };
      elements.set(child, node);
      return [child];
    });
  }

  function componentOf(element: TagElement): Component {
    const properties = new Map<string, unknown>();
    for (const [key, value] of element.attributes) {
      const bound = /^(?:v-bind)?:([\w-]+)/.exec(key)?.[1];
      const name = camel(bound ?? key);
      // `:members` is short for `:members="members"`.
      const code = value === true ? name : value;
      if (bound !== undefined) properties.set(name, values(code)?.value ?? new Unknown(code));
      else if (!/^(?:v-|[@#:])/.test(key)) properties.set(name, value);
    }
    const all = childrenOf(element.children);
    const children = all.some((child) => isJsx(child) || (child.type === 'html' && child.value.trim())) ? all : [];
    return {
      name: element.name,
      key: element.name.toLowerCase().replaceAll('-', ''),
      properties,
      children,
      isFlow: element.isFlow,
    };
  }

  function component(element: TagElement): string {
    const one = componentOf(element);
    for (const rule of [own, blockRule, cardRule, mediaRule, smallRule, unknownComponent]) {
      const text = rule?.(one, writer);
      if (text !== undefined) return placed(text, element.margin, element.margin.length, false);
    }
    return '';
  }

  /** HTML stays; attributes of Vue go, or have the value that the page gave them. */
  function html(element: TagElement): string {
    const { attributes, open, close } = element;
    const text = [attributes.get('v-text'), attributes.get('v-html')].find((one) => typeof one === 'string');
    const value = text === undefined ? undefined : values(text)?.value;
    const inner =
      typeof value === 'string' ? (attributes.has('v-html') ? value : escapeText(value)) : writtenAll(element.children);
    if (![...attributes.keys()].some((key) => /^(?:v-|[@#:])/.test(key))) return open + inner + close;
    const kept = [...attributes].map(([key, given]) => {
      const bound = /^(?:v-bind)?:([\w-]+)/.exec(key)?.[1];
      if (bound === undefined) return /^(?:v-|[@#:])/.test(key) ? '' : attribute(key, given === true ? '' : given);
      const found = typeof given === 'string' ? values(given)?.value : undefined;
      if (typeof found === 'string') return attribute(bound, found);
      if (/^(?:src|href|alt|title)$/.test(bound))
        note(
          'lost',
          'attribute-unknown',
          `the ${bound} of <${element.name}> (${String(given).slice(0, 80)}) is made by a program; it is missing`,
        );
      return '';
    });
    return `<${element.name}${kept.join('')}>${inner}${close}`;
  }

  return writtenAll(readElements(body));
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
