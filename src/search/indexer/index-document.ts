import { memoize } from '../../cache/memoize.ts';
import { runningText } from '../../content/running-text.ts';
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
  /** What it is found by: running text. */
  text: string;
  /** What passages are made of: a line for each paragraph, step and row, see `textOf` in src/markdown/section-text.ts. */
  lines: string;
  /** Names of the values that it is for, see `TextSection`. */
  variants?: string[] | undefined;
}

/**
 * The sections of the documents, in order. A document begins with a section that holds its description;
 * one without any text still has that section, so that its title is found.
 */
export function indexSections(documents: readonly IndexDocument[]): IndexSection[] {
  return documents.flatMap(sectionsOf);
}

const sectionsOf = memoize((document: IndexDocument): IndexSection[] => {
  const sections = document.sections.map(({ anchor, headings, text, variants }) =>
    sectionOf(document, anchor, headings, text, variants),
  );
  const [first] = sections;
  const description = document.description.trim();
  if (first === undefined || first.anchor !== '') {
    return description === '' && first !== undefined
      ? sections
      : [sectionOf(document, '', [], description), ...sections];
  }
  if (!first.text.includes(description))
    sections[0] = sectionOf(document, '', [], `${description}\n${first.lines}`.trim());
  return sections;
});

function sectionOf(
  document: IndexDocument,
  anchor: string,
  headings: string[],
  lines: string,
  variants?: string[],
): IndexSection {
  return { document, anchor, headings, text: runningText(lines), lines, ...(variants && { variants }) };
}
