import type { Note } from '../sources/source.ts';

/** Writes down what conversion had to change. */
export type TakeNote = (level: Note['level'], kind: string, detail: string) => void;

/** What comes out of a text beside the text. */
export interface Aside {
  note: TakeNote;
  /** A word for search that readers did not see. */
  keyword(word: string): void;
}
