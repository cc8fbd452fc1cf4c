import { htmlTagNames } from 'html-tag-names';
import { isRecord } from '../../records.ts';
import { attribute, type Component, type ComponentRule, type MdxWriter } from './component.ts';

const known = new Set(htmlTagNames);
/** Elements in running text that Markdown has no sign for, and those that it has one for. */
const inline = new Set(['kbd', 'sup', 'sub', 'mark', 'ins', 'del', 's', 'q', 'dfn', 'cite', 'abbr', 'code']);
const marks: Record<string, string> = { b: '**', strong: '**', i: '_', em: '_' };
const plain = new Set([
  'span',
  'small',
  'u',
  'big',
  'font',
  'var',
  'samp',
  'time',
  'label',
  'bdi',
  'bdo',
  'data',
  'tt',
  'output',
]);
/** Elements whose form says something: lists, tables, quotes, pictures with a caption. */
const structure = new Set([
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'caption',
  'blockquote',
  'figcaption',
  'summary',
]);
const unseen = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'meta',
  'title',
  'link',
  'svg',
  'math',
  'input',
  'select',
  'textarea',
  'canvas',
  'source',
  'track',
  'colgroup',
  'col',
  'wbr',
]);

/** Elements of HTML, in which MDX reads Markdown. */
export const htmlRule: ComponentRule = (component, writer) => {
  const { name } = component;
  if (!known.has(name)) return undefined;
  if (unseen.has(name)) return dropped(component, writer);
  if (name === 'br') return '<br />';
  if (name === 'hr') return '\n\n---\n\n';
  if (/^h[1-6]$/.test(name)) return heading(component, writer);
  if (name === 'pre') return preformatted(component, writer);
  const sign = marks[name];
  if (sign) return around(writer.line(component.children), sign);
  if (inline.has(name)) return `<${name}>${writer.line(component.children)}</${name}>`;
  if (plain.has(name)) return anchored(component, writer.line(component.children));
  const body = writer.flow(component.children);
  if (structure.has(name)) return element(component, writer, body);
  return (
    boxed(component, body) ??
    (body.includes('\n') || component.isFlow ? `\n\n${anchored(component, body)}\n\n` : anchored(component, body))
  );
};

function dropped(component: Component, writer: MdxWriter): string {
  const { name } = component;
  if (/^(?:script|svg|math|canvas|input|select|textarea)$/.test(name))
    writer.note('lost', `${name}-removed`, `a ${name} element was removed`);
  return '';
}

/** Signs of emphasis stand close to the words. */
function around(words: string, sign: string): string {
  const inner = words.trim();
  if (!inner || inner.includes('\n\n')) return words;
  return `${/^\s/.test(words) ? ' ' : ''}${sign}${inner}${sign}${/\s$/.test(words) ? ' ' : ''}`;
}

function heading(component: Component, writer: MdxWriter): string {
  const id = component.properties.get('id');
  const words = writer.line(component.children).trim().replace(/\s+/g, ' ');
  return words
    ? `\n\n${'#'.repeat(Number(component.name[1]))} ${words}${typeof id === 'string' && id ? ` {#${id}}` : ''}\n\n`
    : '';
}

function preformatted(component: Component, writer: MdxWriter): string {
  const body = writer.flow(component.children).trim();
  if (/^(?:`{3,}|~{3,})/.test(body)) return `\n\n${body}\n\n`;
  return `\n\n<pre>${body.replace(/^<code>|<\/code>$/g, '')}</pre>\n\n`;
}

/** What links lead to. */
function anchored(component: Component, body: string): string {
  const id = component.properties.get('id');
  return typeof id === 'string' && /^[^\s"<>]+$/.test(id)
    ? `<a id="${id}"></a>${component.isFlow ? '\n\n' : ''}${body}`
    : body;
}

/** Empty lines around what stands in an element let it be Markdown. */
function element(component: Component, writer: MdxWriter, body: string): string {
  const { name, properties } = component;
  const attributes = ['colSpan', 'rowSpan', 'align', 'start', 'id', 'type', 'reversed', 'value']
    .map((key) => {
      const value = properties.get(key) ?? properties.get(key.toLowerCase());
      return typeof value === 'string' || typeof value === 'number' ? attribute(key.toLowerCase(), String(value)) : '';
    })
    .join('');
  void writer;
  return `\n\n<${name}${attributes}>\n\n${body.trim()}\n\n</${name}>\n\n`;
}

/** A box that reads as a callout by its class names, or that readers did not see. */
function boxed({ name, properties }: Component, body: string): string | undefined {
  const classes = properties.get('className') ?? properties.get('class');
  const style = properties.get('style');
  const isHidden = properties.get('hidden') === true || (isRecord(style) && style.display === 'none');
  const isCallout =
    typeof classes === 'string' &&
    /(?:^|[\s_-])(?:alert|admonition|callout|hint|notice|note|tip|warning|caution|danger|info)/i.test(classes);
  if (!isHidden && !isCallout) return undefined;
  const tag = /^(?:aside|section|blockquote|p)$/.test(name) ? name : 'div';
  return `\n\n<${tag}${attribute('class', isCallout ? String(classes) : undefined)}${isHidden ? ' hidden' : ''}>\n\n${body.trim()}\n\n</${tag}>\n\n`;
}
