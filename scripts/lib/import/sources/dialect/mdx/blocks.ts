import type { RootContent } from 'mdast';
import { ownValue } from '../../../../../../src/site/own-value.ts';
import { isRecord, recordsIn } from '../../records.ts';
import { type BlockName, block } from '../blocks.ts';
import { type Component, type ComponentRule, escapeText, isJsx, type MdxWriter, textProperty } from './component.ts';

/** Kinds of callouts by the names that components and their properties have for them. */
const calloutNames: Record<string, BlockName> = {
  note: 'note',
  info: 'note',
  aside: 'note',
  callout: 'note',
  admonition: 'note',
  alert: 'note',
  banner: 'note',
  tip: 'tip',
  check: 'tip',
  success: 'tip',
  hint: 'tip',
  important: 'important',
  warning: 'warning',
  warn: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
};

const open = new Set([
  'accordion',
  'accordionitem',
  'details',
  'expandable',
  'collapsible',
  'collapse',
  'toggle',
  'spoiler',
  'disclosure',
  'dropdown',
  'responsefieldgroup',
]);
const tabNames = new Set(['tab', 'tabitem', 'tabpanel', 'item', 'codetab']);

/** Callouts, tabs, collapsible answers and steps. */
export const blockRule: ComponentRule = (component, writer) => {
  const { key } = component;
  if (/^(?:tabs|codegroup|codetabs|tabgroup)$/.test(key)) return tabs(component, writer);
  if (tabNames.has(key) && key !== 'item') return tab(component, writer, undefined);
  if (open.has(key)) return details(component, writer);
  if (key === 'steps' || key === 'stepper') return steps(component, writer);
  if (key === 'step')
    return block('step', writer.flow(component.children), titleOf(component, writer, 'title', 'label', 'name'));
  const kind = ownValue(calloutNames, key);
  if (!kind || !(component.children.length > 0 || textProperty(component, 'title', 'children', 'description')))
    return undefined;
  const type =
    textProperty(component, 'type', 'kind', 'variant', 'intent', 'severity', 'status', 'level', 'color') ?? '';
  const own = /^(?:aside|callout|admonition|alert|banner)$/.test(key)
    ? ownValue(calloutNames, type.toLowerCase())
    : undefined;
  const words = textProperty(component, 'description', 'children', 'text', 'content');
  const body = [words && escapeText(words), writer.flow(component.children)].filter(Boolean).join('\n\n');
  return block(own ?? kind, body, titleOf(component, writer, 'title', 'heading', 'header', 'label'));
};

/** A title in a property; one that only the running site knew is named. */
function titleOf(component: Component, writer: MdxWriter, ...names: string[]): string {
  const title = textProperty(component, ...names);
  if (title !== undefined) return escapeText(title);
  const given = names.find(
    (name) => component.properties.has(name) && typeof component.properties.get(name) === 'object',
  );
  if (given)
    writer.note('lost', 'property-unknown', `the ${given} of <${component.name}> is made by a program; it is missing`);
  return '';
}

function tabs(component: Component, writer: MdxWriter): string {
  const named = ['values', 'items', 'labels', 'tabs']
    .map((name) => component.properties.get(name))
    .find((value): value is unknown[] => Array.isArray(value));
  const before: RootContent[] = [];
  const inside: string[] = [];
  for (const child of elementsIn(component.children)) {
    if (!isJsx(child)) {
      if (child.type === 'code') inside.push(writer.flow([child]));
      else before.push(child);
      continue;
    }
    inside.push(tab(writer.component(child), writer, labelIn(named, writer.component(child), inside.length)));
  }
  return `${before.length > 0 ? `${writer.flow(before)}\n\n` : ''}${block('tabs', inside.map((one) => one.trim()).join('\n\n'), '', textProperty(component, 'groupId', 'syncKey', 'storageKey', 'groupid'))}`;
}

function tab(component: Component, writer: MdxWriter, label: string | undefined): string {
  const own = titleOf(component, writer, 'label', 'title', 'tabName', 'header', 'name');
  return block(
    'tab',
    writer.flow(component.children),
    own || escapeText(label ?? textProperty(component, 'value', 'id') ?? ''),
  );
}

/** The label that the group of tabs has for one of them: by its value, else by its place. */
function labelIn(named: unknown[] | undefined, { properties }: Component, index: number): string | undefined {
  const value = properties.get('value');
  const same = named && recordsIn(named).find((one) => value !== undefined && one.value === value);
  const found: unknown = same ?? (value === undefined ? named?.[index] : undefined);
  const label: unknown = isRecord(found) ? (found.label ?? found.title ?? found.name ?? found.value) : found;
  return typeof label === 'string' || typeof label === 'number' ? String(label) : undefined;
}

/** Elements of JSX stand in a paragraph when they are written on one line. */
function elementsIn(children: RootContent[]): RootContent[] {
  return children.flatMap((child): RootContent[] => {
    if (child.type !== 'paragraph' || !child.children.some(isJsx)) return [child];
    return child.children.every((one) => isJsx(one) || (one.type === 'text' && !one.value.trim()))
      ? child.children.filter(isJsx)
      : [child];
  });
}

function details(component: Component, writer: MdxWriter): string {
  const children = elementsIn(component.children);
  const summary = children.find((child) => isJsx(child) && (child.name ?? '').toLowerCase() === 'summary');
  const title =
    summary && isJsx(summary)
      ? writer.line(summary.children)
      : titleOf(component, writer, 'title', 'summary', 'label', 'header', 'question', 'trigger', 'name');
  const more = textProperty(component, 'description', 'subtitle');
  const body = writer.flow(children.filter((child) => child !== summary));
  return block('details', [more && escapeText(more), body].filter(Boolean).join('\n\n'), title);
}

/** A step is a component of its own, or what stands below a heading; a list is one already. */
function steps(component: Component, writer: MdxWriter): string {
  const children = elementsIn(component.children);
  const levels = children.flatMap((child) => (child.type === 'heading' ? [child.depth] : []));
  if (levels.length === 0 || children.some(isJsx)) return block('steps', writer.flow(children));
  const level = Math.min(...levels);
  const first = children.findIndex((child) => child.type === 'heading' && child.depth === level);
  const parts: string[] = [];
  let inside: RootContent[] = [];
  let title = '';
  for (const child of children.slice(first)) {
    if (child.type !== 'heading' || child.depth !== level) {
      inside.push(child);
      continue;
    }
    if (title) parts.push(block('step', writer.flow(inside), title));
    title =
      writer
        .line(child.children)
        .replace(/\{#[^{}]*\}\s*$/, '')
        .trim() || '…';
    inside = [];
  }
  parts.push(block('step', writer.flow(inside), title));
  return `${writer.flow(children.slice(0, first))}${block('steps', parts.map((one) => one.trim()).join('\n\n'))}`;
}
