import { createHash } from 'node:crypto';
import type { Article } from './types.ts';

/** A paragraph, list or other block of an article as it is written. */
export interface Block {
  /** Line of the file on which it begins; 1 for title and description. */
  line: number;
  text: string;
}

/** What of an article a translation is made from. */
export type Source = Pick<Article, 'title' | 'description' | 'body' | 'bodyLine'>;

/**
 * Title, description and the blocks of the text, parted at empty lines outside code. Not at the nodes of a tree:
 * every `source_hash` in a translation was made from these blocks, and would call its source changed.
 */
function blocksOf(article: Source): Block[] {
  const blocks: Block[] = [
    { line: 1, text: article.title },
    { line: 1, text: article.description },
  ];
  let fence = '';
  let current: Block | undefined;
  for (const [index, line] of article.body.split('\n').entries()) {
    const [mark = ''] = /^\s*(`{3,}|~{3,}|:{3,})/.exec(line) ?? [];
    if (mark.trim() && !fence && !mark.includes(':')) fence = mark.trim();
    else if (fence && line.trim().startsWith(fence)) fence = '';
    if (line.trim() === '' && !fence) {
      current = undefined;
    } else if (current) {
      current.text += `\n${line}`;
    } else {
      current = { line: article.bodyLine + index, text: line };
      blocks.push(current);
    }
  }
  return blocks;
}

/** The blocks' fingerprints, six hexadecimal digits each: the `source_hash` of a translation made now. White space does not count. */
export function fingerprint(article: Source): string {
  return blocksOf(article).map(fingerprintOf).join(' ');
}

/** What changed in `source` since a translation was made from it. */
export interface Changes {
  /** Blocks that are new or read differently now. */
  changed: Block[];
  /** How many blocks are gone, or were replaced by changed ones. */
  removed: number;
}

/** Compares `source` with the fingerprints of the text that a translation was made from. */
export function changesSince(sourceHash: string, source: Source): Changes {
  const before = sourceHash.split(' ');
  const blocks = blocksOf(source);
  const kept = longestCommon(before, blocks.map(fingerprintOf));
  return { changed: blocks.filter((_, index) => !kept.has(index)), removed: before.length - kept.size };
}

function fingerprintOf({ text }: Block): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 6);
}

/** Places in `after` of a longest common subsequence of both lists. */
function longestCommon(before: string[], after: string[]): Set<number> {
  const length = before.map(() => new Array<number>(after.length + 1).fill(0));
  length.push(new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      length[i]![j] =
        before[i] === after[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      kept.add(j);
      i += 1;
      j += 1;
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return kept;
}
