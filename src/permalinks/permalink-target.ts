import { ownValue } from '../site/own-value.ts';
import { withAnchor } from '../site/urls.ts';

/** The end of a permalink: an article, one of its sections, or a page that says it was retired. */
export type Destination = { id: string; anchor: string } | 'retired';

/** Splits `refunds#how-long`, as the record of permalinks has it, into id and anchor; the anchor is '' when the whole article is meant. */
export function parsePermalink(link: string): { id: string; anchor: string } {
  const [id = '', ...anchor] = link.split('#');
  return { id, anchor: anchor.join('#') };
}

/** Puts together what parsePermalink splits. */
export function formatPermalink(id: string, anchor = ''): string {
  return anchor ? `${id}#${anchor}` : id;
}

/**
 * Where a permalink leads by the record of what moved, however often it moved. A section of an
 * article that moved as a whole goes along with it. Undefined when the record goes round in circles.
 */
export function follow(link: string, moved: Record<string, string>): Destination | undefined {
  const seen = new Set<string>();
  let current = link;
  while (!seen.has(current)) {
    seen.add(current);
    const { id, anchor } = parsePermalink(current);
    const own = ownValue(moved, current);
    const next = own ?? (anchor ? ownValue(moved, id) : undefined);
    if (next === undefined) return { id, anchor };
    if (next === 'retired') return 'retired';
    const keepsSection = own === undefined && anchor && !next.includes('#');
    current = keepsSection ? formatPermalink(next, anchor) : next;
  }
  return undefined;
}

/** An article in one language, as permalinks see it. */
export interface Version {
  href: string;
  /** Sections in the order of the text. */
  anchors: string[];
}

/**
 * Addresses of a section in every language, given its anchor in any of them: translations name their
 * sections in their own words, so the place in the text decides when the languages have equally many.
 * An unknown section leads to the article.
 */
export function sectionUrls(versions: Record<string, Version>, anchor: string): Record<string, string> {
  const places = Object.values(versions).map(({ anchors }) => ({ place: anchors.indexOf(anchor), of: anchors.length }));
  const { place, of } = places.find((one) => one.place !== -1) ?? { place: -1, of: 0 };
  return Object.fromEntries(
    Object.entries(versions).map(([locale, { href, anchors }]) => {
      const own = anchors.includes(anchor) ? anchor : anchors.length === of ? (anchors[place] ?? '') : '';
      return [locale, withAnchor(href, own)];
    }),
  );
}

/** The first language the reader prefers that there is a version in, by whole tag, then by language; else the default. */
export function preferred(languages: readonly string[], available: readonly string[], fallback: string): string {
  const codes = available.map((code) => ({ code, tag: code.toLowerCase() }));
  for (const language of languages) {
    const tag = language.toLowerCase();
    const found =
      codes.find((one) => one.tag === tag) ?? codes.find((one) => one.tag.split('-')[0] === tag.split('-')[0]);
    if (found) return found.code;
  }
  return available.includes(fallback) ? fallback : (available[0] ?? fallback);
}
