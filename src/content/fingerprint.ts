import { createHash } from 'node:crypto';
import { lineOfText, writtenText } from './insert/places.ts';
import type { Insertions } from './insert/sources.ts';
import type { Article } from './types.ts';

/** A paragraph, list or other block of an article as it is written. */
export interface Block {
  /** Line on which it begins, of the file or past its end, see insert/places.ts; 1 for title and description. */
  line: number;
  text: string;
}

/** What of an article a translation is made from. */
export type Source = Pick<Article, 'title' | 'description' | 'body' | 'bodyLine' | 'file' | 'insertions'>;

/** What of a translation says whether it follows by itself what its source has put in. */
type Translated = Pick<Article, 'insertions'>;

/**
 * Title, description and the blocks of the text, parted at empty lines outside code. Not at the nodes of a tree:
 * every `source_hash` in a translation was made from these blocks, and would call its source changed.
 */
function blocksOf(article: Insertions['written'], lineAt: (index: number) => number): Block[] {
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
      current = { line: lineAt(index), text: line };
      blocks.push(current);
    }
  }
  return blocks;
}

/**
 * The blocks' fingerprints, six hexadecimal digits each: the `source_hash` of a translation made now. White space does not
 * count. Where the translation puts in the same variables, their values do not either: it follows by itself.
 */
export function fingerprint(source: Source, translation: Translated): string {
  return (follows(source, translation) ? writtenBlocks(source) : shownBlocks(source)).map(fingerprintOf).join(' ');
}

function shownBlocks(source: Source): Block[] {
  return blocksOf(source, (index) => lineOfText(source, index));
}

/** With snippets, and without variables: lines are the same, since a value has no line end. */
function writtenBlocks(source: Source): Block[] {
  const body = source.insertions?.withSnippets ?? source.body;
  return blocksOf({ ...writtenText(source), body }, (index) => lineOfText(source, index));
}

/** Whether a translation puts in all variables that its source does. */
function follows({ insertions }: Source, translation: Translated): boolean {
  if (!insertions) return false;
  const own = new Set(translation.insertions?.uses.flatMap(({ kind, name }) => (kind === 'variable' ? name : [])));
  return insertions.uses.every(({ kind, name }) => kind === 'snippet' || own.has(name));
}

/** What changed in `source` since a translation was made from it. */
export interface Changes {
  /** Blocks that are new or read differently now. */
  changed: Block[];
  /** How many blocks are gone, or were replaced by changed ones. */
  removed: number;
}

/**
 * Compares `source` with the fingerprints of the text that a translation was made from. That may have been the text before
 * or after it was made a snippet; neither is a change.
 */
export function changesSince(sourceHash: string, source: Source, translation: Translated): Changes {
  const shown = changesOf(sourceHash, shownBlocks(source));
  if (!follows(source, translation)) return shown;
  const written = changesOf(sourceHash, writtenBlocks(source));
  const count = ({ changed, removed }: Changes): number => changed.length + Math.abs(removed);
  return count(written) <= count(shown) ? written : shown;
}

function changesOf(sourceHash: string, blocks: Block[]): Changes {
  const before = sourceHash.split(' ');
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
