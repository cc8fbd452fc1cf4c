import { posix } from 'node:path';
import { mapCodeFences } from '../dialect/code-fences.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { type ComponentRule, escapeText, textProperty } from '../dialect/mdx/component.ts';
import { expandMdx } from '../dialect/mdx/mdx.ts';
import { escaped } from '../dialect/plain-text.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { Page } from '../markdown/system.ts';
import { markedValue, standsInProse } from '../value-marks.ts';
import type { MintlifyConfig } from './config.ts';

/** The body of a page of Mintlify in plain Markdown, with what readers saw of its front matter above it. */
export async function mintlifyPage(page: Page, tree: SourceTree, config: MintlifyConfig): Promise<string> {
  const { front, fields, notes } = page;
  const { body, parts } = withSnippets(withVariables(page.body, config));
  const text = await expandMdx({ ...page, body: `${parts}${withCodeTitles(body)}` }, tree, {
    aliases: { '/': config.root === '' ? '' : `${config.root}/` },
    rule: fieldRule,
  });
  const request = typeof front.api === 'string' ? front.api : undefined;
  if (typeof front.openapi === 'string')
    notes.push({
      level: 'lost',
      kind: 'api-page',
      detail: `readers saw what the description of the API says about ${front.openapi.slice(0, 100)}; only the text of the page is here`,
    });
  return [
    fields.description && !text.includes(fields.description) ? escaped(fields.description) : '',
    request ? `\`${request.replaceAll('`', '')}\`` : '',
    text,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** `{{version}}` of the settings. */
function withVariables(body: string, { variables }: MintlifyConfig): string {
  return mapProse(body, (text) =>
    text.replace(/\{\{\s{0,9}([\w.-]{1,100})\s{0,9}\}\}/g, (written: string, name: string, at: number) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (typeof value !== 'string' && typeof value !== 'number') return written;
      const isWord = standsInProse(text.slice(0, at), text.slice(at + written.length));
      return isWord ? markedValue(name, value) : String(value);
    }),
  );
}

/** `<Snippet file="note.mdx" />` is a part of the folder of snippets. */
function withSnippets(body: string): { body: string; parts: string } {
  const files: string[] = [];
  const text = mapProse(body, (prose) =>
    prose.replace(
      /<Snippet\s[^<>]{0,200}?file=["']([^"'<>]{1,300})["']([^<>]{0,300})\/>/g,
      (_, file: string, rest: string) => {
        files.push(posix.join('/', file.startsWith('/') ? '' : '_snippets', file));
        return `<SnippetPart${files.length}${rest} />`;
      },
    ),
  );
  const parts = files.map((file, index) => `import SnippetPart${index + 1} from '${file}';\n`).join('');
  return { body: text, parts: parts && `${parts}\n` };
}

/** What stands behind the language is shown above the code; in a group it is the name of a tab. */
function withCodeTitles(body: string): string {
  let groups = 0;
  const lines = body.split('\n');
  const inGroup = lines.map((line) => {
    if (/<CodeGroup\b/.test(line)) groups += 1;
    if (/<\/CodeGroup>/.test(line)) groups -= 1;
    return groups > 0;
  });
  let from = 0;
  return mapCodeFences(body, ({ margin, language, meta, lines: code }) => {
    const at = lines.findIndex(
      (line, index) => index >= from && line.startsWith(margin) && /(?:`{3}|~{3})/.test(line) && line.includes(meta),
    );
    from = at + 1;
    const named = /(?:^|\s)title=["']([^"']{1,200})["']/.exec(meta)?.[1];
    const bare = meta
      .replace(/\{[^{}]{0,200}\}|(?:^|\s)[\w-]{1,40}=(?:"[^"]{0,200}"|'[^']{0,200}'|\S{1,100})/g, ' ')
      .replace(/(?:^|\s)(?:lines|wrap|expandable|showLineNumbers)(?=\s|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const title = named ?? bare;
    if (inGroup[at]) return { language, meta: title && `title="${title.replaceAll('"', "'")}"`, lines: code };
    return { above: title && `**${escaped(title)}**`, language, lines: code };
  });
}

/** Fields of requests and answers, and what lays them out. */
const fieldRule: ComponentRule = (component, writer) => {
  const { key, properties } = component;
  if (/^(?:requestexample|responseexample)$/.test(key)) {
    const body = writer.flow(component.children);
    return `\n\n${body}\n\n`;
  }
  if (key !== 'paramfield' && key !== 'responsefield') return undefined;
  const place = ['path', 'query', 'body', 'header', 'cookie', 'form'].find((one) => properties.has(one));
  const name = textProperty(component, ...(place ? [place] : []), 'name') ?? '';
  const initial = textProperty(component, 'default', 'initialValue');
  const facts = [
    place,
    textProperty(component, 'type'),
    properties.get('required') === true ? 'required' : undefined,
    properties.get('deprecated') === true ? 'deprecated' : undefined,
    initial === undefined ? undefined : `default: ${initial}`,
  ].filter((one) => one !== undefined);
  const head = `**${escapeText(name)}**${facts.length > 0 ? ` (${facts.map(escapeText).join(', ')})` : ''}`;
  const body = writer.flow(component.children).trim();
  return `\n\n- ${(body ? `${head}\n\n${body}` : head).replace(/\n(?=[^\n])/g, '\n  ')}\n\n`;
};
