import type { MarkdownFindings } from '../markdown/findings.ts';
import type { ParseMarkdown } from '../markdown/parse.ts';
import type { TextSection } from '../markdown/sections.ts';
import { sectionSources } from './insert/insert-into-page.ts';
import { hasColumns, lineOfText, placeOf } from './insert/places.ts';
import { findExcess } from './markdown-limits.ts';
import type { Problem, Section, WrittenPage } from './types.ts';

/** What was found in a page's text. */
interface Body {
  findings: MarkdownFindings;
  sections: (TextSection & Pick<Section, 'source' | 'snippets'>)[];
  problems: Problem[];
}

/** Parses the text of a page; lines become lines of the page. Never throws. */
export function readBody(page: WrittenPage, parse: ParseMarkdown): Body {
  const { body, file, bodyLine } = page;
  const excess = findExcess(body);
  if (excess)
    return unparsed({
      ...excess,
      ...placeOf(page, lineOfText(page, excess.line - 1)),
      rule: 'markdown',
      remedy: 'Look at this line and remove what is repeated.',
      severity: 'error',
    });
  try {
    const { headings, references, anchors, diagnostics, variantBlocks, prose, sections } = parse(body, file);
    const onPage = <T extends { line: number }>(each: T): T => ({ ...each, line: lineOfText(page, each.line - 1) });
    const withColumn = <T extends { line: number; column?: number }>(each: T): T => {
      const found = onPage(each);
      if (!hasColumns(page, each.line - 1)) delete found.column;
      return found;
    };
    const written = sectionSources(page, headings);
    return {
      findings: {
        headings: headings.map(onPage),
        references: references.map(withColumn),
        anchors,
        diagnostics: diagnostics.map(withColumn),
        ...(variantBlocks && { variantBlocks: variantBlocks.map(withColumn) }),
        prose: prose.map(onPage),
      },
      sections: sections.map((section) => ({ ...section, ...written.get(section.anchor) })),
      problems: [],
    };
  } catch (error) {
    const deep = error instanceof RangeError;
    return unparsed({
      file,
      line: bodyLine,
      rule: 'markdown',
      found: deep
        ? 'Markdown nested thousands of levels deep'
        : `Markdown that cannot be read (${error instanceof Error ? error.message : String(error)})`,
      expected: 'lists, quotes and HTML nested a few levels deep',
      remedy: 'Look for a long run of > or [ or an HTML element that is opened again and again, and remove it.',
      severity: 'error',
    });
  }
}

function unparsed(problem: Problem): Body {
  return {
    findings: { headings: [], references: [], anchors: [], diagnostics: [], prose: [] },
    sections: [],
    problems: [problem],
  };
}
