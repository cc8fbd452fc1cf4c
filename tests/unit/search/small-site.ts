import { openIndex, type SearchIndex } from '../../../src/search/core/index/search-index.ts';
import type { IndexDocument } from '../../../src/search/indexer/index-document.ts';
import { type BuiltIndex, type IndexInput, writeIndex } from '../../../src/search/indexer/write/write-index.ts';

/** An article for tests: its title, then a text, then its headed sections. */
export function article(
  id: string,
  title: string,
  text: string,
  headed: Record<string, string> = {},
  more: Partial<IndexDocument> = {},
): IndexDocument {
  const lead = { key: id, article: id, anchor: '', headings: [], text };
  const sections = Object.entries(headed).map(([heading, body]) => ({
    key: `${id}#${anchorOf(heading)}`,
    article: id,
    anchor: anchorOf(heading),
    headings: [heading],
    text: body,
  }));
  return {
    id,
    title,
    description: '',
    keywords: [],
    category: 'Help',
    href: `/en/help/${id}/`,
    sections: text === '' ? sections : [lead, ...sections],
    ...more,
  };
}

function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/\W+/g, '-');
}

/** Builds an index of these articles. */
export function build(documents: IndexDocument[], more: Partial<IndexInput> = {}): Promise<BuiltIndex> {
  return writeIndex({ locale: 'en', documents, synonyms: [], ...more });
}

/** Opens a built index as a browser does; `fetched` collects the names of the files it asks for. */
export function open({ manifest, files }: BuiltIndex, fetched: string[] = []): Promise<SearchIndex> {
  return openIndex({
    manifest,
    fetchFile: async (name) => {
      fetched.push(name);
      const file = files.get(name);
      if (file === undefined) throw new Error(`no file ${name}`);
      return file;
    },
  });
}

export async function indexOf(documents: IndexDocument[], more: Partial<IndexInput> = {}): Promise<SearchIndex> {
  return open(await build(documents, more));
}
