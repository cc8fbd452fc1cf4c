import type { Note } from '../sources/source.ts';

/** The part of an article that conversion needs; plain data, so that it can cross to a worker. */
export interface ConversionInput {
  id: string;
  locale: string;
  title: string;
  format: 'markdown' | 'html';
  body: string;
  folder: string;
  /** The address it had, when links in it are relative to that. */
  address?: string;
}

export interface Conversion {
  markdown: string;
  /** Each anchor that links to this article may use, and the heading's anchor it now leads to; '' is the top. */
  anchors: Record<string, string>;
  /** Links to an anchor of another article, still as written there: `{ id: '360001', anchor: 'step-2' }`. */
  pending: { id: string; anchor: string }[];
  /** The first sentence, when there is one. */
  description?: string;
  /** Search words that were hidden in the text. */
  keywords: string[];
  /** Source files that the text shows, by the name they get under images/. */
  images: { file: string; name: string }[];
  /** Source files that the text offers for download, by the name they get under files/. */
  downloads: { file: string; name: string }[];
  /** Films of the source with their captions and posters, by the name they get under videos/. */
  videos: { file: string; name: string }[];
  /** Images that were written into the text as data. */
  inlineImages: { name: string; base64: string }[];
  /** Its groups of tabs. */
  tabs: TabGroup[];
  notes: Note[];
}

/** Tabs that came over as tabs. */
export interface TabGroup {
  labels: string[];
  /** The key by which the old site kept groups of tabs in step. */
  group?: string;
}

/** Writes down what conversion had to change. */
export type AddNote = (level: Note['level'], kind: string, detail: string) => void;

/** Takes what a body holds beside the text. */
export interface ConversionLog {
  note: AddNote;
  /** A word for search that readers did not see. */
  keyword(word: string): void;
  tabs(group: TabGroup): void;
  /** The value of a choice of the new site that a tab of this name is; undefined for none. */
  choiceOf(label: string): { choice: string; value: string } | undefined;
}
