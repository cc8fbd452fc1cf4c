import { didYouMean } from '../../content/did-you-mean.ts';
import { placeOf } from '../../content/insert/places.ts';
import type { Problem, WrittenPage } from '../../content/types.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const anchor: Rule = {
  name: 'anchor',
  ensures: 'Each link to a place within an article leads to a heading that is there, and no two places share a name.',
  check(context) {
    return context.texts.flatMap((page) => [...lostAnchors(page, context), ...sharedAnchors(page)]);
  },
};

function lostAnchors(page: WrittenPage, { findLink }: RuleContext): Problem[] {
  return page.references.flatMap(({ kind, target, line, column }): Problem[] => {
    if (kind !== 'link' || !target.includes('#')) return [];
    const link = target.startsWith('#') ? { page, anchor: safeDecode(target.slice(1)) } : findLink(target, page.file);
    // A page that could not be read at all has no anchors to compare with.
    if (!link || link.anchor === '' || link.page.source === '' || link.page.anchors.includes(link.anchor)) return [];
    const where = link.page === page ? 'this article' : link.page.file;
    return [
      {
        file: page.file,
        line,
        column,
        rule: 'anchor',
        found: `a link to "#${link.anchor}", which no heading of ${where} has`,
        expected:
          link.page.anchors.length > 0
            ? `one of #${link.page.anchors.slice(0, 8).join(', #')}`
            : 'a link without #, since it has no headings',
        remedy: didYouMean(link.anchor, link.page.anchors).trim() || 'Correct what follows #, or leave it out.',
        severity: 'error',
      },
    ];
  });
}

/** A line of the page, or the line of a snippet. */
function said(page: WrittenPage, line: number): string {
  const place = placeOf(page, line);
  return place.file === page.file ? String(line) : `${place.line} of ${place.file}`;
}

function sharedAnchors(page: WrittenPage): Problem[] {
  const seen = new Map<string, number>();
  return page.headings.flatMap((heading): Problem[] => {
    const first = seen.get(heading.anchor);
    seen.set(heading.anchor, first ?? heading.line);
    if (first === undefined) return [];
    return [
      {
        file: page.file,
        line: heading.line,
        rule: 'anchor',
        found: `the anchor "${heading.anchor}", which the heading on line ${said(page, first)} has too`,
        expected: 'an anchor that no other heading of this article has',
        remedy: 'Change one of the two {#…}.',
        severity: 'error',
      },
    ];
  });
}
