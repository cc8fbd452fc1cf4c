import type { RootContent } from 'mdast';
import { dedented } from '../blocks.ts';
import { type Component, type ComponentRule, escapeText, isJsx, type MdxWriter, textProperty } from './component.ts';
import { unmask } from './mend.ts';

/** Layout alone: what stands in them is all there is. */
const wrappers = new Set([
  '',
  'accordiongroup',
  'accordions',
  'cardgrid',
  'cardgroup',
  'cards',
  'columns',
  'column',
  'cols',
  'col',
  'row',
  'rows',
  'grid',
  'griditem',
  'container',
  'box',
  'flex',
  'stack',
  'hstack',
  'vstack',
  'center',
  'section',
  'wrapper',
  'browseronly',
  'translate',
  'trans',
  'details.content',
  'fragment',
  'panel',
  'update',
  'trigger',
  'content',
  'body',
  'cardbody',
  'cardfooter',
  'text',
  'p',
  'heading',
  'linkgroup',
  'tableofcontents',
]);
const unseen = new Set([
  'head',
  'helmet',
  'script',
  'style',
  'icon',
  'fontawesomeicon',
  'seo',
  'meta',
  'spacer',
  'divider',
  'separator',
  'tocinline',
  'toc',
  'image.icon',
  'bleed',
  'comment',
]);

/** Small things in a line, trees of files, blocks of code, and what only lays out what stands in it. */
export const smallRule: ComponentRule = (component, writer) => {
  const { key, children } = component;
  if (key === 'filetree' || key === 'tree') return `\n\n${fileTree(component, writer)}\n\n`;
  if (
    /^(?:codeblock|code|snippet|codesnippet|prism|syntaxhighlighter|highlight)$/.test(key) &&
    component.name !== 'code'
  )
    return code(component, writer);
  if (key === 'kbd' || key === 'key')
    return `<kbd>${writer.line(children) || escapeText(textProperty(component, 'children', 'label', 'name', 'keys', 'k') ?? '')}</kbd>`;
  if (/^(?:badge|tag|chip|pill|label|status|version|since)$/.test(key))
    return inline(component, writer, textProperty(component, 'text', 'label', 'children', 'title', 'name', 'content'));
  if (/^(?:tooltip|abbr|term|glossaryterm|definition|popover|hovercard)$/.test(key) && component.name !== 'abbr')
    return tooltip(component, writer);
  if (key === 'br') return '<br />';
  if (/^(?:head|helmet|script|style)$/.test(key))
    writer.note(
      key === 'script' ? 'lost' : 'changed',
      'component-dropped',
      `<${component.name}> shows no text and was dropped`,
    );
  if (unseen.has(key)) return '';
  if (!wrappers.has(key)) return undefined;
  const words = ['title', 'heading', 'label', 'description'].map((name) => textProperty(component, name));
  const body = component.isFlow ? writer.flow(children) : writer.line(children);
  const isText = /^(?:translate|trans)$/.test(key);
  const title = isText ? (body ? '' : (words[3] ?? '')) : (words[0] ?? words[1] ?? words[2]);
  return title
    ? `\n\n**${escapeText(title)}**\n\n${isText || words[3] === undefined ? '' : `${escapeText(words[3])}\n\n`}${body}`
    : body;
};

function inline(component: Component, writer: MdxWriter, words: string | undefined): string {
  return [words && escapeText(words), writer.line(component.children)].filter(Boolean).join(' ');
}

/** The word, with what readers saw when they pointed at it. */
function tooltip(component: Component, writer: MdxWriter): string {
  const names = ['tip', 'content', 'overlay', 'definition', 'description', 'headline', 'text', 'title', 'label'];
  const shown = writer.line(component.children).trim();
  const words = names.flatMap((name) => textProperty(component, name) ?? []);
  if (!shown) return words.map(escapeText).join(' ');
  return words.length > 0 ? `${shown} (${escapeText(words.join(': '))})` : shown;
}

function fileTree(component: Component, writer: MdxWriter): string {
  const elements = component.children
    .flatMap((child: RootContent) => (child.type === 'paragraph' ? child.children : [child]))
    .filter(isJsx);
  const others = component.children.filter(
    (child) => !isJsx(child) && !(child.type === 'paragraph' && child.children.some(isJsx)),
  );
  const entries = elements.map((child) => {
    const entry = writer.component(child);
    const name = textProperty(entry, 'name', 'title', 'label');
    const inner = fileTree(entry, writer);
    const head = name === undefined ? '' : `- ${escapeText(name)}`;
    return head && inner ? `${head}\n${inner.replace(/^(?=.)/gm, '  ')}` : head || inner;
  });
  return [others.length > 0 ? writer.flow(others) : '', ...entries].filter(Boolean).join('\n');
}

/** Code in a template, in a fence, or in a property. */
function code(component: Component, writer: MdxWriter): string {
  const given = textProperty(component, 'code', 'source', 'value', 'content');
  const title = textProperty(component, 'title', 'filename', 'fileName', 'file', 'name');
  const language =
    textProperty(component, 'language', 'lang') ??
    /language-([\w-]+)/.exec(textProperty(component, 'className') ?? '')?.[1] ??
    '';
  const body = writer.flow(component.children).trim();
  if (given === undefined && /^(?:`{3,}|~{3,})/.test(body))
    return `\n\n${title ? `${escapeText(title)}\n\n` : ''}${body}\n\n`;
  const text = given ?? component.children.map((child) => plainText(child, component, writer)).join('');
  if (!text.trim()) return body;
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length + 1)));
  return `\n\n${fence}${language}${title ? ` title="${title.replaceAll('"', "'")}"` : ''}\n${dedented(text.replace(/^\s*\n/, '')).trimEnd()}\n${fence}\n\n`;
}

/** The words of an expression or of text, without any signs of Markdown. */
function plainText(node: RootContent, component: Component, writer: MdxWriter): string {
  if (node.type === 'text' || node.type === 'inlineCode') return unmask(node.value);
  if ('children' in node)
    return (node.children as RootContent[]).map((child) => plainText(child, component, writer)).join('');
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' ? (writer.expression(node) ?? '') : '';
}
