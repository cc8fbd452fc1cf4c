import { posix } from 'node:path';
import { isRelative } from '../../markdown/link-targets.ts';
import type { WrittenPage } from '../types.ts';
import type { Insertions } from './sources.ts';
import type { Origin } from './traced-text.ts';

/** A page as far as its lines are meant. */
type Lines = Pick<WrittenPage, 'file' | 'source' | 'body' | 'bodyLine' | 'insertions'>;

/**
 * The line of a page that the line `index` (from 0) of its text has: a line of its file, or for one that a snippet
 * brought a line past the file's end. Whatever is said of a page can be said of such a line; `placeOf` tells where it is.
 */
export function lineOfText({ file, bodyLine, insertions }: Omit<Lines, 'source' | 'body'>, index: number): number {
  const origin = insertions?.origins[index];
  if (!origin) return bodyLine + index;
  return origin.file === file ? origin.line : (insertions?.fileLines ?? 0) + index + 1;
}

/** The place of a line of a page in its text, counted from 0: what `lineOfText` was made of. */
export function indexInText({ file, bodyLine, insertions }: Omit<Lines, 'source' | 'body'>, line: number): number {
  if (!insertions || insertions.origins.length === 0) return line - bodyLine;
  if (line > insertions.fileLines) return line - insertions.fileLines - 1;
  return insertions.origins.findIndex((origin) => origin.file === file && origin.line === line);
}

/** Where a line of a page is written. */
export function placeOf(page: Pick<Lines, 'file' | 'insertions'>, line: number): Origin {
  const origin = page.insertions?.origins[line - page.insertions.fileLines - 1];
  return origin ?? { file: page.file, line };
}

/**
 * A relative address as it stands on a page, and as it is written in the snippet that brought it there: what is said of it
 * has to be true of the snippet's file.
 */
export function targetAsWritten(
  page: Pick<Lines, 'file' | 'insertions'>,
  line: number,
  target: string,
): { file: string; target: string } {
  const { file } = placeOf(page, line);
  return { file, target: file === page.file ? target : movedTarget(target, page.file, file) };
}

/** An address written in one file as it is written in another; others than relative ones stay. */
export function movedTarget(target: string, from: string, to: string): string {
  if (!isRelative(target)) return target;
  const end = target.search(/[?#]/);
  const path = end === -1 ? target : target.slice(0, end);
  if (path === '') return target;
  return posix.relative(posix.dirname(to), posix.join(posix.dirname(from), path)) + target.slice(path.length);
}

/** A line of a page, as it reads there. */
export function readLine(page: Lines, line: number): string {
  const lines = page.source.split(/\r\n?|\n/);
  return lines[line - 1] ?? page.body.split('\n')[line - lines.length - 1] ?? '';
}

/** Whether the columns of a line of the text are those of the file. */
export function hasColumns({ insertions }: Pick<Lines, 'insertions'>, index: number): boolean {
  return insertions?.origins[index]?.changed !== true;
}

/** The text that a translation is made from: with its directives, since a translation puts in the same. */
export function writtenText(page: {
  title: string;
  description: string;
  body: string;
  insertions?: Insertions | undefined;
}): Insertions['written'] {
  return page.insertions?.written ?? { title: page.title, description: page.description, body: page.body };
}
