import type { Note } from '../source.ts';

/** The note of a field that was read otherwise than its format says. */
export function mended(line: number, written: string, why: string, meant: unknown): Note {
  const found = written.split('\n')[0]!.trim().slice(0, 100);
  const words = Array.isArray(meant) ? meant.join(', ') : typeof meant === 'object' ? '' : String(meant ?? '');
  const read = words ? ` (“${words.slice(0, 100)}”)` : '';
  return {
    level: 'changed',
    kind: 'front-matter-mended',
    detail: `line ${line}: “${found}” was read as its author meant${read}; by the letter: ${why}`,
  };
}

/** A line of front matter that is no part of a field. */
export function lineDropped(line: number, written: string): Note {
  return {
    level: 'lost',
    kind: 'front-matter-line-dropped',
    detail: `line ${line} of the front matter belongs to no field: “${written.trim().slice(0, 80)}”`,
  };
}

/** A field that stands twice, with different values. */
export function writtenTwice(line: number, name: string): Note {
  return {
    level: 'changed',
    kind: 'field-written-twice',
    detail: `line ${line}: ${name.slice(0, 60)} stands in the front matter twice; the last one counts`,
  };
}

/** What stands behind a title and is a comment by the letter, and by its look. */
export function commentDropped(line: number, name: string, comment: string): Note {
  return {
    level: 'info',
    kind: 'comment-dropped',
    detail: `line ${line}: what follows # in ${name} is a comment (“${comment.slice(0, 80)}”)`,
  };
}
