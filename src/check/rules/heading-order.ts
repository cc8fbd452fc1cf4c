import { readLine } from '../../content/insert/places.ts';
import type { Fix, Problem, WrittenPage } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

export const headingOrder: Rule = {
  name: 'heading-order',
  ensures: 'Headings form an outline that those who listen to it can follow.',
  check({ texts }) {
    return texts.flatMap((page) => [...titles(page), ...jumps(page)]);
  },
};

function titles(page: WrittenPage): Problem[] {
  return page.diagnostics.flatMap(({ kind, name, line, column }): Problem[] =>
    kind === 'title-heading'
      ? [
          {
            file: page.file,
            line,
            column,
            rule: 'heading-order',
            found: `the first-level heading "${name}"`,
            expected: 'headings that begin with ##, because the title is the first',
            remedy: 'Put one more # before each heading of the article.',
            severity: 'warning',
            ...(only(page) && { fix: only(page) }),
          },
        ]
      : [],
  );
}

/** One first-level heading and no others: one more # changes nothing but its level. */
function only(page: WrittenPage): Fix | undefined {
  const [heading, ...others] = page.headings;
  if (!heading || others.length > 0) return undefined;
  const line = readLine(page, heading.line);
  const [start] = /^#\s+\S.*$/.exec(line) ?? [];
  return start === undefined ? undefined : { line: heading.line, find: start, replace: `#${start}` };
}

function jumps(page: WrittenPage): Problem[] {
  // Below a first-level heading all levels show one deeper; here they count as they are written.
  const shift = page.diagnostics.some(({ kind }) => kind === 'title-heading') ? 1 : 0;
  let before = 1 - shift;
  return page.headings.flatMap((heading): Problem[] => {
    if (heading.collapsible) return [];
    const level = heading.depth - shift;
    const jump = level > before + 1;
    const after = before;
    before = level;
    if (heading.text === '') {
      return [
        {
          file: page.file,
          line: heading.line,
          rule: 'heading-order',
          found: 'a heading without text',
          expected: 'what the part below is about',
          remedy: 'Write the heading, or remove its #.',
          severity: 'warning',
        },
      ];
    }
    if (!jump) return [];
    return [
      {
        file: page.file,
        line: heading.line,
        rule: 'heading-order',
        found: `"${heading.text}" on level ${level} below ${after === 1 - shift ? 'the title' : `level ${after}`}`,
        expected: `level ${after + 1}, written ${'#'.repeat(after + 1)}`,
        remedy: `Write ${'#'.repeat(after + 1)} before it, or add the heading between.`,
        severity: 'warning',
      },
    ];
  });
}
