import { emptyRecord, ownValue } from '../../../../../src/site/own-value.ts';
import { isRecord } from '../records.ts';

/** A value that a piece of code has whenever it runs. */
export interface Static {
  value: unknown;
}

/** What is known of the names that a piece of code uses. */
export interface KnownNames {
  /** The value of a variable. */
  variable(name: string): Static | undefined;
  /** What `require('…')` gives. */
  required?(source: string): Static | undefined;
}

/** Most that one expression may hold: lists that are spread into one another double with every line. */
const mostItems = 50_000;

/**
 * The value of an expression in JavaScript or TypeScript, as ESTree writes it, without running anything: literals, lists
 * and objects of them, templates, names of such values, and the few calls that only pass a value on. Undefined when it
 * depends on anything else; inside a list or an object such a part is `undefined`, and the rest is read.
 */
export function staticValue(node: unknown, names: KnownNames): Static | undefined {
  return evaluate(node, names, { left: mostItems }, 0);
}

interface Budget {
  left: number;
}

function evaluate(node: unknown, names: KnownNames, budget: Budget, depth: number): Static | undefined {
  budget.left -= 1;
  if (!isRecord(node) || budget.left < 0 || depth > 200) return undefined;
  const inner = (child: unknown): Static | undefined => evaluate(child, names, budget, depth + 1);
  switch (node.type) {
    case 'Literal':
      return isRecord(node.regex) || typeof node.value === 'bigint' ? undefined : { value: node.value };
    case 'TemplateLiteral':
      return template(node, inner);
    case 'ArrayExpression':
      return { value: list(node.elements, inner, budget) };
    case 'ObjectExpression':
      return { value: record(node.properties, inner, budget) };
    case 'Identifier':
      return node.name === 'undefined' ? { value: undefined } : names.variable(String(node.name));
    case 'UnaryExpression':
      return unary(String(node.operator), inner(node.argument));
    case 'BinaryExpression':
      return node.operator === '+' ? sum(inner(node.left), inner(node.right)) : undefined;
    case 'LogicalExpression':
      return logical(String(node.operator), inner(node.left), () => inner(node.right));
    case 'ConditionalExpression': {
      const test = inner(node.test);
      return test && inner(test.value ? node.consequent : node.alternate);
    }
    case 'MemberExpression':
      return member(node, inner);
    case 'CallExpression':
      return call(node, names, inner);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return inner(node.expression);
    case 'AwaitExpression':
      return inner(node.argument);
    default:
      return undefined;
  }
}

type Inner = (child: unknown) => Static | undefined;

function template(node: Record<string, unknown>, inner: Inner): Static | undefined {
  const expressions = itemsOf(node.expressions).map(inner);
  let text = '';
  for (const [index, quasi] of itemsOf(node.quasis).entries()) {
    const value = isRecord(quasi) && isRecord(quasi.value) ? quasi.value.cooked : undefined;
    const after = expressions[index];
    if (typeof value !== 'string' || (index < expressions.length && !isPlain(after?.value))) return undefined;
    text += value + (index < expressions.length ? String(after?.value) : '');
  }
  return text.length > 1e6 ? undefined : { value: text };
}

function list(elements: unknown, inner: Inner, budget: Budget): unknown[] {
  const values: unknown[] = [];
  for (const element of itemsOf(elements)) {
    if (!isRecord(element) || element.type !== 'SpreadElement') {
      values.push(inner(element)?.value);
      continue;
    }
    const spread = itemsOf(inner(element.argument)?.value);
    budget.left -= spread.length;
    if (budget.left > 0) values.push(...spread);
  }
  return values;
}

function record(properties: unknown, inner: Inner, budget: Budget): Record<string, unknown> {
  const values = emptyRecord<unknown>();
  for (const property of itemsOf(properties).filter(isRecord)) {
    if (property.type === 'SpreadElement') {
      const spread = inner(property.argument)?.value;
      const entries = isRecord(spread) ? Object.entries(spread) : [];
      budget.left -= entries.length;
      if (budget.left > 0) for (const [name, value] of entries) values[name] = value;
      continue;
    }
    const { key } = property;
    if (!isRecord(key)) continue;
    const named = !property.computed && key.type === 'Identifier' ? key.name : inner(key)?.value;
    const value = inner(property.value);
    if (isPlain(named) && value) values[String(named)] = value.value;
  }
  return values;
}

function unary(operator: string, argument: Static | undefined): Static | undefined {
  if (!argument) return undefined;
  if (operator === '!') return { value: !argument.value };
  return operator === '-' && typeof argument.value === 'number' ? { value: -argument.value } : undefined;
}

function sum(left: Static | undefined, right: Static | undefined): Static | undefined {
  const [one, other] = [left?.value, right?.value];
  if (typeof one === 'number' && typeof other === 'number') return { value: one + other };
  if (!isPlain(one) || !isPlain(other)) return undefined;
  const text = `${String(one)}${String(other)}`;
  return text.length > 1e6 ? undefined : { value: text };
}

function logical(operator: string, left: Static | undefined, right: () => Static | undefined): Static | undefined {
  if (!left) return undefined;
  if (operator === '??') return left.value === undefined || left.value === null ? right() : left;
  return (operator === '||') === Boolean(left.value) ? left : right();
}

/** A part of a known object; the surroundings of the build (`process.env.X`) are taken as empty. */
function member(node: Record<string, unknown>, inner: Inner): Static | undefined {
  const { object, property } = node;
  if (isRecord(object) && dotted(object) === 'process.env') return { value: undefined };
  const owner = inner(object);
  const name = !node.computed && isRecord(property) ? property.name : inner(property)?.value;
  if (!owner || !isPlain(name)) return undefined;
  // `require('./picture.png').default` is the picture.
  if (typeof owner.value === 'string' && name === 'default') return owner;
  if (Array.isArray(owner.value)) return { value: itemsOf(owner.value)[Number(name)] };
  return isRecord(owner.value) ? { value: ownValue(owner.value, String(name)) } : undefined;
}

/** Calls that give back what they were given, as far as a reader is concerned. */
const passing = /^(?:useBaseUrl|\$?with[A-Z]\w*|require\.resolve|Object\.freeze|define\w*|String)$/;

function call(node: Record<string, unknown>, names: KnownNames, inner: Inner): Static | undefined {
  const name = dotted(node.callee);
  const values = itemsOf(node.arguments).map(inner);
  const first = values[0];
  if (name === 'require' && typeof first?.value === 'string') return names.required?.(first.value) ?? first;
  if (passing.test(name)) return first;
  if (name === 'translate' && isRecord(first?.value)) return { value: first.value.message ?? first.value.id };
  if (/^(?:path\.)?(?:resolve|join)$/.test(name))
    return {
      value: values
        .map((one) => one?.value)
        .filter((one) => typeof one === 'string')
        .join('/'),
    };
  // `[…, condition && {…}].filter(Boolean)`
  if (isRecord(node.callee) && isRecord(node.callee.property) && node.callee.property.name === 'filter') {
    const all = inner(node.callee.object)?.value;
    return Array.isArray(all) ? { value: all.filter(Boolean) } : undefined;
  }
  // A function of the file itself gives what it returns in the end.
  return isRecord(node.callee) && node.callee.type === 'Identifier' ? names.variable(name) : undefined;
}

/** `a.b.c` of names; anything else in it gives another text. */
function dotted(node: unknown): string {
  if (!isRecord(node)) return '';
  if (node.type === 'Identifier') return String(node.name);
  return node.type === 'MemberExpression' && !node.computed ? `${dotted(node.object)}.${dotted(node.property)}` : '';
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
