import { parseCode } from '../dialect/code-module.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { elementsToMarkdown } from '../dialect/element-markdown.ts';
import { staticValue } from '../dialect/static-value.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { markedValue } from '../value-marks.ts';
import { type MarkdocPage, type MarkdocValue, withPartials, withValues } from './markdoc-parts.ts';

/** `{% name attributes %}`, `{% /name %}`, `{% name /%}`; attributes hold no `%}` but in quotes. */
const tag = /\{%[ \t\n]{0,20}(\/?)([a-z][\w-]{0,60})((?:"(?:[^"\\]|\\.){0,2000}"|[^"%]|%(?!\})){0,4000}?)(\/?)%\}/gi;
const attribute = /([\w-]{1,60})=("(?:[^"\\]|\\.){0,2000}"|\[[^[\]]{0,2000}\]|\{[^{}]{0,2000}\}|[^\s%/]{1,500})/g;

/**
 * The body of a page of Markdoc in plain Markdown: its tags are the components that pages in MDX have.
 *
 * @param variables What the configuration of Markdoc gives to all pages.
 */
export async function markdocToMarkdown(
  page: MarkdocPage,
  tree: SourceTree,
  variables: Record<string, unknown> = {},
): Promise<string> {
  const known = { ...variables, frontmatter: page.front, markdoc: { frontmatter: page.front } };
  const value: MarkdocValue = (expression, given) => {
    const code = parseCode('value.ts', `export default (${expression.replace(/\$(?=[a-z])/gi, '')}\n)`);
    const names: Record<string, unknown> = { ...known, ...given };
    return staticValue(code.exports.get('default'), {
      variable: (name) => (Object.hasOwn(names, name) ? { value: names[name] } : undefined),
    });
  };
  const shared = (expression: string): { value: string } | undefined => {
    const name = /^\$([\w.]+)$/.exec(expression)?.[1] ?? '';
    const found = Object.hasOwn(variables, name.split('.')[0] ?? '') ? value(expression)?.value : undefined;
    return typeof found === 'string' || typeof found === 'number' ? { value: markedValue(name, found) } : undefined;
  };
  const whole = await withPartials(page, tree, value);
  const tagged = mapProse(whole, (text) =>
    withValues(text, (expression) => shared(expression) ?? value(expression))
      .replace(/\{%[ \t\n]{0,20}comment[ \t\n]{0,20}%\}[\s\S]{0,20000}?\{%[ \t\n]{0,20}\/comment[ \t\n]{0,20}%\}/g, '')
      // {% #id .name %} at the end of a line.
      .replace(/[ \t]{0,9}\{%[ \t]{1,9}((?:[.#][\w-]{1,60}[ \t]{1,9}){1,9})%\}/g, (_, names: string) => {
        const id = /#([\w-]+)/.exec(names)?.[1];
        return id === undefined ? '' : ` {#${id}}`;
      })
      .replace(tag, (_, close: string, name: string, rest: string, end: string) => element(name, rest, close, end)),
  );
  return elementsToMarkdown(tagged, { values: value, notes: page.notes, hasBraces: false });
}

/** A tag as an element; conditions are the text in them. */
function element(name: string, rest: string, close: string, end: string): string {
  const key = name.charAt(0).toUpperCase() + name.slice(1);
  if (/^(?:if|else)$/i.test(name)) return '';
  if (close) return `</${key}>`;
  const attributes = [...rest.matchAll(attribute)].map(([, label = '', value = '']) => {
    if (!value.startsWith('"')) return ` :${label}="${value.replaceAll('"', "'")}"`;
    const words = value.slice(1, -1).replace(/\\(.)/g, '$1');
    return words.includes('"') ? ` ${label}='${words.replaceAll("'", '’')}'` : ` ${label}="${words}"`;
  });
  return `<${key}${attributes.join('')}${end ? ' />' : '>'}`;
}
