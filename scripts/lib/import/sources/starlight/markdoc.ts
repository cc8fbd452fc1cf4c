import { posix } from 'node:path';
import { parseCode } from '../dialect/code-module.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { elementsToMarkdown } from '../dialect/element-markdown.ts';
import { staticValue } from '../dialect/static-value.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import type { Page } from '../markdown/system.ts';

/** `{% name attributes %}`, `{% /name %}`, `{% name /%}`; attributes hold no `%}` but in quotes. */
const tag = /\{%[ \t\n]{0,20}(\/?)([a-z][\w-]{0,60})((?:"(?:[^"\\]|\\.){0,2000}"|[^"%]|%(?!\})){0,4000}?)(\/?)%\}/gi;
const attribute = /([\w-]{1,60})=("(?:[^"\\]|\\.){0,2000}"|\[[^[\]]{0,2000}\]|\{[^{}]{0,2000}\}|[^\s%/]{1,500})/g;

/** Files in one another at most. */
const deepest = 10;

/** The body of a page of Markdoc in plain Markdown: its tags are the components that pages in MDX have. */
export async function markdocToMarkdown(
  page: Pick<Page, 'file' | 'body' | 'front' | 'notes' | 'parts'>,
  tree: SourceTree,
): Promise<string> {
  const whole = await withPartials(page.body, page.file, page, tree, [page.file]);
  const known: Record<string, unknown> = { frontmatter: page.front, markdoc: { frontmatter: page.front } };
  const value = (expression: string): ReturnType<typeof staticValue> => {
    const code = parseCode('value.ts', `export default (${expression.replace(/\$(?=[a-z])/gi, '')}\n)`);
    return staticValue(code.exports.get('default'), {
      variable: (name) => (Object.hasOwn(known, name) ? { value: known[name] } : undefined),
    });
  };
  const tagged = mapProse(whole, (text) =>
    text
      .replace(/\{%[ \t\n]{0,20}comment[ \t\n]{0,20}%\}[\s\S]{0,20000}?\{%[ \t\n]{0,20}\/comment[ \t\n]{0,20}%\}/g, '')
      // {% #id .name %} at the end of a line.
      .replace(/[ \t]{0,9}\{%[ \t]{1,9}((?:[.#][\w-]{1,60}[ \t]{1,9}){1,9})%\}/g, (_, names: string) => {
        const id = /#([\w-]+)/.exec(names)?.[1];
        return id === undefined ? '' : ` {#${id}}`;
      })
      .replace(/\{%[ \t]{1,9}(\$[\w.[\]"'-]{1,200})[ \t]{1,9}%\}/g, (written, expression: string) => {
        const found = value(expression)?.value;
        return typeof found === 'string' || typeof found === 'number' ? String(found) : written;
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

/** Puts in the files that `{% partial file="…" /%}` names. */
async function withPartials(
  text: string,
  file: string,
  page: Pick<Page, 'notes' | 'parts'>,
  tree: SourceTree,
  within: string[],
): Promise<string> {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(/\{%[ \t]{0,9}partial[ \t]{1,9}file="([^"\n]{1,300})"[^%\n]{0,300}\/%\}/g)) {
    const path = posix.join('/', posix.dirname(file), found[1] ?? '').slice(1);
    const part = await tree.text(path);
    result += text.slice(from, found.index);
    from = found.index + found[0].length;
    if (part === undefined || within.includes(path) || within.length > deepest)
      page.notes.push({
        level: 'lost',
        kind: 'part-missing',
        detail: `${found[1]}, which it includes, ${part === undefined ? 'is not among the files' : 'includes itself'}`,
      });
    else {
      const { body } = splitFrontMatter(part);
      page.parts?.push({ file: path, text: body });
      result += await withPartials(body, path, page, tree, [...within, path]);
    }
  }
  return result + text.slice(from);
}
