import type { Page } from '../content/types.ts';

/** A paragraph, list item, table row or quoted paragraph as plain text. */
export interface Prose {
  kind: 'paragraph' | 'item' | 'row';
  text: string;
  /** Line of the file on which it begins. */
  line: number;
  /** Headings above it, outermost first. */
  headings: string[];
}

/**
 * The running text of a page, block by block and with its lines, which sections no longer have.
 * Code, headings, HTML and definitions are left out.
 */
export function proseOf(page: Page): Prose[] {
  const found: Prose[] = [];
  const path: { depth: number; text: string }[] = [];
  let current: Prose | undefined;
  let fence = '';
  for (const [index, raw] of page.body.split('\n').entries()) {
    const line = raw.replace(/^\s*(>\s?)+/, '').trim();
    const [mark = ''] = /^(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence || mark) {
      if (!fence) fence = mark;
      else if (line.startsWith(fence)) fence = '';
      current = undefined;
      continue;
    }
    const [, hashes, heading] = /^(#{1,6})\s+(.*?)\s*(?:\{#[^}]*\})?$/.exec(line) ?? [];
    if (hashes !== undefined) {
      while (path.length > 0 && path.at(-1)!.depth >= hashes.length) path.pop();
      path.push({ depth: hashes.length, text: plainText(heading!) });
      current = undefined;
      continue;
    }
    const [, item] = /^(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?(.*)$/i.exec(line) ?? [];
    const row = /^\|.*\|$/.test(line);
    const [, directive] = /^:{3,}\w+\[(.*)\]/.exec(line) ?? [];
    if (line === '' || /^(:{3,}|<[^>]*>$|\[[^\]]+\]:|[-*_]{3,}$|\[![a-z]+\]$)/i.test(line) || /^\|[\s|:-]+\|$/.test(line)) {
      current = directive === undefined ? undefined : begin('paragraph', directive, index);
    } else if (item !== undefined) current = begin('item', item, index);
    else if (row) current = void begin('row', line.replace(/^\||\|$/g, '').replace(/(?<!\\)\|/g, ' – '), index);
    else if (current) current.text += ` ${line}`;
    else current = begin('paragraph', line, index);
  }
  return found.map((prose) => ({ ...prose, text: plainText(prose.text) })).filter(({ text }) => text !== '');

  function begin(kind: Prose['kind'], text: string, index: number): Prose {
    const prose: Prose = { kind, text, line: page.bodyLine + index, headings: path.map(({ text: title }) => title) };
    found.push(prose);
    return prose;
  }
}

/** Markdown without its marks: links keep their words, pictures vanish, code keeps its text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>\s][^>]*>/g, ' ')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=\S)(?<!\\)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
