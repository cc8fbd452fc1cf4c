import type { Nodes, RootContent } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';
import type { SourceTree } from '../../markdown/source-tree.ts';
import type { Page } from '../../markdown/system.ts';
import { textValues } from '../../part-values.ts';
import type { Note } from '../../source.ts';
import { markedValue } from '../../value-marks.ts';
import { movedAddress } from './addresses.ts';
import { blockRule } from './blocks.ts';
import { cardRule } from './cards.ts';
import {
  type Component,
  escapeText,
  isJsx,
  type JsxNode,
  jsxText,
  type MdxExpression,
  type MdxWriter,
  markdownAddress,
  readComponent,
} from './component.ts';
import { htmlRule } from './html.ts';
import { mediaRule } from './media.ts';
import { unmask } from './mend.ts';
import { type Imported, type MdxDocument, readDocument } from './modules.ts';
import { type MdxRules, namesIn, templateIn, type Use, wordsInside, wordsOf } from './names.ts';
import { smallRule } from './small.ts';
import { replaceNodes, sourceOf, withoutMargin } from './source.ts';
import { unknownComponent } from './unknown.ts';

/**
 * Turns a page of MDX into Markdown with the blocks of `blocks.ts`: components become what Signpost has for them, parts
 * are put in where they are used, expressions become their words. What only the running site knew is noted on the page.
 */
export async function expandMdx(
  page: Pick<Page, 'file' | 'body' | 'front' | 'notes' | 'parts'>,
  tree: SourceTree,
  rules: MdxRules,
): Promise<string> {
  const document = await readDocument(page.file, page.body, page.front, { tree, aliases: rules.aliases });
  if (document.invalid.length > 0)
    page.notes.push({
      level: 'changed',
      kind: 'mdx-invalid',
      detail: `not valid MDX, and read as plain Markdown: ${[...new Set(document.invalid)].slice(0, 8).join(', ').replace(/\s+/g, ' ').slice(0, 200)}`,
    });
  const text = writeDocument(document, { page, rules, known: new Set(), open: [], properties: new Map() });
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

function writeDocument(document: MdxDocument, use: Use): string {
  return writerOf(document, { ...use, open: [...use.open, document] }).flow(document.tree.children);
}

function writerOf(document: MdxDocument, use: Use): MdxWriter {
  const { page, rules } = use;
  const names = namesIn(document, use);
  const note = (level: Note['level'], kind: string, detail: string): void => {
    const key = `${kind} ${detail}`;
    if (!use.known.has(key)) page.notes.push({ level, kind, detail });
    use.known.add(key);
  };
  const replaced = (node: Nodes): string | undefined => {
    if (isJsx(node)) return element(node);
    if (node.type === 'mdxjsEsm') return '';
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return expression(node);
    return movedNode(node);
  };
  const written = (node: RootContent): string => withoutMargin(node, replaceNodes(node, document.text, replaced));
  const writer: MdxWriter = {
    flow(children) {
      if (children.every(phrasing)) return writer.line(children);
      return children
        .map((child) => written(child).replace(/^\n+/, '').trimEnd())
        .filter((text) => text.trim())
        .join('\n\n');
    },
    line(children) {
      const [only] = children;
      if (children.length === 1 && only?.type === 'paragraph') return writer.line(only.children);
      return children.every(phrasing) ? children.map(written).join('') : writer.flow(children);
    },
    component: (node) => readComponent(node, names),
    expression: (node) => templateIn(unmask(sourceOf(node, document))) ?? wordsOf(node, names)?.words,
    address: (url) => movedAddress(url, document.file, page.file, rules),
    note,
  };

  /** A link or a picture of a part from another folder, or one that the system has spellings of its own for. */
  function movedNode(node: Nodes): string | undefined {
    if (node.type !== 'image' && node.type !== 'definition' && node.type !== 'link') return undefined;
    const url = writer.address(node.url);
    if (url === node.url) return undefined;
    const title = node.title ? ` "${node.title.replaceAll('"', '\\"')}"` : '';
    if (node.type === 'link') return `[${writer.line(node.children)}](${markdownAddress(url)}${title})`;
    if (node.type === 'image') return `![${escapeText(node.alt ?? '')}](${markdownAddress(url)}${title})`;
    return `[${node.label ?? node.identifier}]: ${markdownAddress(url)}${title}`;
  }

  function element(node: JsxNode): string {
    const component = writer.component(node);
    const imported = document.imports.get(component.name);
    const own = imported && component.name && fromImport(component, imported);
    if (typeof own === 'string') return own;
    for (const rule of [rules.rule, blockRule, cardRule, mediaRule, smallRule, htmlRule]) {
      const text = rule?.(component, writer);
      if (text !== undefined) return text;
    }
    const local = document.exports.get(component.name);
    const words = local === undefined || component.children.length > 0 ? undefined : jsxText(local, names)?.trim();
    return words ? escapeText(words) : unknownComponent(component, writer);
  }

  /** A part of Markdown or a picture that is used as a component. */
  function fromImport(component: Component, imported: Imported): string | undefined {
    if (imported.kind === 'picture') {
      const alt = component.properties.get('alt') ?? component.properties.get('title');
      return `![${typeof alt === 'string' ? escapeText(alt) : ''}](${writer.address(imported.address)})`;
    }
    if (imported.kind === 'missing') {
      note('lost', 'part-missing', `${imported.source}, which it includes, is not among the files`);
      return component.children.length > 0 ? writer.flow(component.children) : '';
    }
    if (imported.kind !== 'part' || imported.name !== 'default') return undefined;
    if (use.open.includes(imported.document)) {
      note('lost', 'part-in-itself', `${imported.document.file} includes itself; it was put in once`);
      return '';
    }
    const text = writeDocument(imported.document, {
      ...use,
      properties: component.properties,
      children: writer.flow(component.children),
    });
    page.parts?.push({ file: imported.document.file, text, values: textValues(component.properties) });
    return component.isFlow || text.includes('\n') ? `\n\n${text}\n\n` : text;
  }

  /** `{price}` that a file gives to all pages. */
  function sharedValue(node: MdxExpression, words: string): string | undefined {
    const path = unmask(node.value).trim();
    const root = /^([A-Za-z_][\w]*)(?:\.[A-Za-z_]\w*){0,5}$/.exec(path)?.[1];
    const imported = root === undefined ? undefined : document.imports.get(root);
    const isShared = imported?.kind === 'value' || (imported?.kind === 'part' && imported.name !== 'default');
    if (!isShared || escapeText(words) !== words) return undefined;
    // Of what is spelled in capitals the hyphens would part each letter.
    return markedValue(/[a-z]/.test(path) ? path : path.toLowerCase(), words);
  }

  function expression(node: MdxExpression): string {
    const found = wordsOf(node, names);
    if (found?.isChildren) return use.children ?? '';
    if (found) return sharedValue(node, found.words) ?? escapeText(found.words);
    const code = unmask(node.value).replace(/\s+/g, ' ').trim();
    // The code of a program would tell readers nothing.
    if (/=>|<\w|\bfunction\b/.test(code)) {
      const words = wordsInside(node);
      const rest = words ? `; of its text, these words are known: ${words.slice(0, 80)}` : ', and is missing';
      note('lost', 'program-left-out', `{${code.slice(0, 60)}…} was made by the running site${rest}`);
      return escapeText(words);
    }
    note(
      'changed',
      'expression-left',
      `{${code.slice(0, 80)}} was worked out by the running site; it stands in the text as written`,
    );
    return `\`{${code.replaceAll('`', "'")}}\``;
  }

  return writer;
}
