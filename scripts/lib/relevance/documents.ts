import { parseMarkdown } from '../../../src/markdown/parse.ts';
import type { TextSection } from '../../../src/markdown/sections.ts';
import { splitText } from '../../../src/markdown/split-text.ts';
import type { IndexDocument } from '../../../src/search/indexer/index-document.ts';
import type { SetDocument } from './read-set.ts';

/** A document of a set as an article of the site: its text is read as Markdown and cut at its headings. */
export function indexDocument({ id, title, text, category = '' }: SetDocument, locale: string): IndexDocument {
  const sections = cut(text, `articles/${locale}/set/${id}.md`).map((section, place) => ({
    ...section,
    key: `${id}~${place}`,
    article: id,
  }));
  return { id, title, description: '', keywords: [], category, href: `/${locale}/set/${id}/`, sections };
}

function cut(text: string, path: string): TextSection[] {
  try {
    return parseMarkdown(text, path).sections;
  } catch {
    // Text that is no Markdown a parser can read is still text.
    return splitText([text.replace(/\s+/g, ' ')]).map((part) => ({ anchor: '', headings: [], text: part }));
  }
}
