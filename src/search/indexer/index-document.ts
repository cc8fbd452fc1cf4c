import { memoize } from '../../cache/memoize.ts';
import type { Section } from '../../content/types.ts';

/** One article as the index sees it: whatever makes articles (the site, a relevance set) gives these. */
export interface IndexDocument {
  id: string;
  title: string;
  /** Found together with the first section. */
  description: string;
  keywords: readonly string[];
  /** Title of the category. */
  category: string;
  /** Address with the base path, without anchor. */
  href: string;
  sections: readonly Section[];
}

/** One unit of retrieval with the fields it is found by. */
export interface IndexSection {
  document: IndexDocument;
  anchor: string;
  headings: string[];
  text: string;
}

/**
 * The sections of the documents, in order. A document begins with a section that holds its description;
 * one without any text still has that section, so that its title is found.
 */
export function indexSections(documents: readonly IndexDocument[]): IndexSection[] {
  return documents.flatMap(sectionsOf);
}

const sectionsOf = memoize((document: IndexDocument): IndexSection[] => {
  const sections = document.sections.map(({ anchor, headings, text }) => ({ document, anchor, headings, text }));
  const [first] = sections;
  const description = document.description.trim();
  if (first === undefined || first.anchor !== '') {
    return description === '' && first !== undefined
      ? sections
      : [{ document, anchor: '', headings: [], text: description }, ...sections];
  }
  if (!first.text.includes(description)) first.text = `${description} ${first.text}`.trim();
  return sections;
});
