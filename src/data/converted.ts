import { type CollectionEntry, render } from 'astro:content';
// The type alone: a bundle shares no modules with the process that runs it, only what is global.
import type { ConvertedText, ConvertedTexts } from '../integrations/loaders/converted-texts.ts';

type Entry = CollectionEntry<'articles' | 'ownPages'>;

const SHARED = Symbol.for('signpost.converted-texts');

/** The text of an entry as it was converted when content was loaded. */
function converted({ id, digest }: Entry): ConvertedText {
  const { texts } = (globalThis as { [SHARED]?: { texts: ConvertedTexts } })[SHARED] ?? {};
  const text = texts?.get(String(digest));
  if (!text) throw new Error(`The converted text of ${id} is gone from the cache while pages are made of it. Build again.`);
  return text;
}

/** What a page shows of a text: its HTML as converted, and as a component, with the addresses of its pictures. */
export async function shownText(entry: Entry) {
  const { rendered } = converted(entry);
  const { Content, headings } = await render({ ...entry, rendered });
  return { Content, headings, html: rendered.html };
}

/** Markdown below the front matter, with snippets and variables put in. */
export function bodyOf(entry: Entry): string {
  return converted(entry).body;
}
