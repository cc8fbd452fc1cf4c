import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findingsOf, type Heading } from './findings.ts';
import { isElement } from './rehype-details-body.ts';
import { parseAudience } from './variants.ts';

/**
 * Gives each heading and each collapsible question its anchor and notes them. Anchors are slugs as
 * on GitHub, in any script, unless the writer set one. An article's title is its only first-level
 * heading, so a text with a `#` heading has all its headings moved one level down.
 */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    const findings = findingsOf(file);
    const slugger = new GithubSlugger();
    /** Anchors named after values come last: those of headings are the same with them and without. */
    const later: (() => void)[] = [];
    let shift = 0;
    visit(tree, 'element', (node) => {
      if (node.tagName === 'h1') {
        shift = 1;
        findings.diagnostics.push({
          kind: 'title-heading',
          name: toText(node),
          line: node.position?.start.line ?? 1,
          column: node.position?.start.column,
        });
      }
      if (typeof node.properties.id === 'string') slugger.slug(node.properties.id);
    });
    walk(tree, 1);
    for (const name of later) name();

    /** `around` is the level of the heading above; headings within a collapsible answer end with it. */
    function walk(parent: Root | Element, around: number): number {
      for (const node of parent.children) {
        if (node.type !== 'element' || isFootnoteTitle(node)) continue;
        const level = levelOf(node);
        if (level !== undefined) {
          around = Math.min(6, level + shift);
          node.tagName = `h${around}`;
          note(node, node, around);
        } else if (node.tagName === 'details') {
          const [summary, body] = node.children;
          if (isElement(summary, 'summary') && isElement(body, 'div'))
            note(summary, body, Math.min(6, around + 1), node);
          walk(node, Math.min(6, around + 1));
        } else {
          around = walk(node, around);
        }
      }
      return around;
    }

    /** `block` is what the text below the name stands in, when that is no heading. */
    function note(heading: Element, anchored: Element, depth: number, block?: Element): void {
      const text = toText(heading)
        .replace(/[^\S\ufeff]+/g, ' ')
        .trim();
      const { dataExplicit, ...properties } = anchored.properties;
      const found: Heading = {
        depth,
        text,
        anchor: '',
        line: (heading.position ?? block?.position)?.start.line ?? 1,
        ...(dataExplicit !== undefined && { explicit: true }),
        ...(block && { collapsible: true }),
      };
      findings.headings.push(found);
      const name = (words: string): void => {
        const { id } = properties;
        found.anchor = typeof id === 'string' && id !== '' ? id : slugger.slug(words) || slugger.slug('section');
        anchored.properties = { ...properties, id: found.anchor };
      };
      const values = [...parseAudience(block?.properties.dataFor).values()].flat().join(' ');
      if (values) later.push(() => name(values));
      else name(text);
    }
  };
}

/** 1 to 6 for a heading, undefined for anything else. */
export function levelOf(node: Element): number | undefined {
  const [, level] = /^h([1-6])$/.exec(node.tagName) ?? [];
  return level === undefined ? undefined : Number(level);
}

/** The heading that GFM puts above footnotes; it is not the writer's. */
export function isFootnoteTitle(node: Element): boolean {
  return node.tagName === 'h2' && node.properties.id === 'footnote-label';
}
