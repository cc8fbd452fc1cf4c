import type { Note } from '../source.ts';
export function expandShortcodes(body: string, _notes: Note[]): string { return body; }
