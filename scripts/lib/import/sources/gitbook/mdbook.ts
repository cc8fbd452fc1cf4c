import { posix } from 'node:path';
import { ownValue } from '../../../../../src/site/own-value.ts';
import { block } from '../dialect/blocks.ts';
import { calloutKinds } from '../dialect/callout-kinds.ts';
import { codeBlock } from '../dialect/plain-text.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { Page } from '../markdown/system.ts';

/** `{{#include listing.rs:5:9}}`; with a backslash before it, the words themselves. */
const directive = /(\\?)\{\{\s{0,9}#(include|rustdoc_include|playground|playpen|title)\s{1,9}([^{}\n]{1,500})\}\}/g;
const deepest = 10;
const mostIncluded = 2_000_000;

/** mdBook's own signs: files that stand in the text, in code, too; lines of Rust that are not shown; admonitions. */
export async function mdbookMarkdown(page: Page, tree: SourceTree): Promise<string> {
  const text = await included(page.body, page.file, page, tree, { depth: 0, sum: { length: 0 } });
  return withoutHiddenLines(withAdmonitions(text));
}

/** Lines of Rust that begin with `#` and a space make an example complete, and nobody sees them. */
function withoutHiddenLines(text: string): string {
  let isRust = false;
  return text
    .split('\n')
    .flatMap((line) => {
      if (/^[ \t]*```/.test(line)) isRust = /^[ \t]*```rust\b/.test(line);
      else if (isRust && /^[ \t]*#(?: |$)/.test(line)) return [];
      else if (isRust) return [line.replace(/^([ \t]*)##/, '$1#')];
      return [line];
    })
    .join('\n');
}

/** A fence of the preprocessor mdbook-admonish: three backticks, `admonish warning "Title"`. */
function withAdmonitions(text: string): string {
  const lines = text.split('\n');
  const written: string[] = [];
  const trimmed = lines.map((line) => line.trimEnd());
  const unclosed = new Set<string>();
  for (let index = 0; index < lines.length; index++) {
    const [, fence = '', rest = ''] = /^(`{3,9})admonish\b(.*)$/.exec(lines[index] ?? '') ?? [];
    const isOpen = fence !== '' && !unclosed.has(fence);
    const end = isOpen ? trimmed.indexOf(fence, index + 1) : -1;
    if (end === -1 && fence) unclosed.add(fence);
    if (end === -1) {
      written.push(lines[index] ?? '');
      continue;
    }
    const kind = /^[ \t]+([\w-]+)/.exec(rest)?.[1] ?? '';
    const title = /"([^"]*)"/.exec(rest)?.[1];
    const body = lines.slice(index + 1, end).join('\n');
    written.push(block(ownValue(calloutKinds, kind.toLowerCase()) ?? 'note', body, title));
    index = end;
  }
  return written.join('\n');
}

interface Within {
  depth: number;
  /** What the page included so far, in characters. */
  sum: { length: number };
}

async function partAt(path: string, tree: SourceTree, { depth, sum }: Within): Promise<string | undefined> {
  const text = depth < deepest ? await tree.text(path) : undefined;
  sum.length += (text?.length ?? 0) + 1_000;
  return sum.length > mostIncluded ? undefined : text;
}

async function included(text: string, file: string, page: Page, tree: SourceTree, within: Within): Promise<string> {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(directive)) {
    result += text.slice(from, match.index);
    from = match.index + match[0].length;
    const [written, backslash, kind, rest = ''] = match;
    if (backslash) result += written.slice(1);
    else if (kind !== 'title') {
      const [address = '', first, last] = (rest.trim().split(/\s+/)[0] ?? '').split(':');
      const path = posix.join('/', posix.dirname(file), address).slice(1);
      const source = await partAt(path, tree, within);
      if (source === undefined)
        page.notes.push({
          level: 'lost',
          kind: 'include-missing',
          detail: `the text of ${address} stood here; it is not among the files`,
        });
      else if (kind === 'include')
        result += await included(part(source, first, last, rest), path, page, tree, {
          ...within,
          depth: within.depth + 1,
        });
      else
        result +=
          kind === 'rustdoc_include'
            ? part(source, first, last, rest)
            : codeBlock('rust', part(source, first, last, rest));
    }
  }
  return result + text.slice(from);
}

/** All of a file, its lines from one to another, or what stands between `ANCHOR: name` and `ANCHOR_END: name`. */
function part(source: string, first: string | undefined, last: string | undefined, written: string): string {
  const lines = source.replace(/\n$/, '').split('\n');
  if (first && !/^\d+$/.test(first)) {
    const begin = lines.findIndex((line) => line.includes(`ANCHOR: ${first}`));
    const end = lines.findIndex((line) => line.includes(`ANCHOR_END: ${first}`));
    const inside = lines.slice(begin + 1, end === -1 ? undefined : end);
    return inside.filter((line) => !/\bANCHOR(?:_END)?:/.test(line)).join('\n');
  }
  const from = first ? Number(first) - 1 : 0;
  const to = last ? Number(last) : first && !/:\d+:/.test(written) ? from + 1 : undefined;
  return lines.slice(from, to).join('\n');
}
