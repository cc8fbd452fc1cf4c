import { type CollectionEntry, render } from 'astro:content';
import { converted } from 'virtual:signpost/converted';

type Entry = CollectionEntry<'articles' | 'ownPages'>;

/** The text of an entry as it was converted when content was loaded. */
function textOf({ id, digest }: Entry) {
  const text = converted(String(digest));
  if (!text) throw new Error(`The converted text of ${id} is gone from the cache. Build again.`);
  return text;
}

/** What a page shows of a text: its HTML as converted, and as a component, with the addresses of its pictures. */
export async function shownText(entry: Entry) {
  const { rendered } = textOf(entry);
  const { Content, headings } = await render({ ...entry, rendered });
  return { Content, headings, html: rendered.html };
}

/** Markdown below the front matter, with snippets and variables put in. */
export function bodyOf(entry: Entry): string {
  return textOf(entry).body;
}
