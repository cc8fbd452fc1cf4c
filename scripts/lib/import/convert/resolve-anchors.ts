import type { SourceArticle } from '../sources/source.ts';
import type { Conversion } from './conversion.ts';
import { anchorInAddress, similarAnchor } from './similar-anchor.ts';

/**
 * Gives links between articles the anchors that the target has in this language, or in another one when it is
 * not translated; a link to an anchor that nobody has leads to the top of the article.
 */
export function resolveAnchors(articles: SourceArticle[], conversions: Conversion[]): void {
  const anchorsOf = new Map<string, Record<string, string>>();
  articles.forEach((article, index) => {
    const anchors = conversions[index]?.anchors;
    if (!anchors) return;
    anchorsOf.set(`${article.locale}/${article.id}`, anchors);
    if (!anchorsOf.has(article.id)) anchorsOf.set(article.id, anchors);
  });
  articles.forEach((article, index) => {
    const conversion = conversions[index];
    for (const { id, anchor } of conversion?.pending ?? []) {
      const anchors = anchorsOf.get(`${article.locale}/${id}`) ?? anchorsOf.get(id) ?? {};
      const found = similarAnchor(anchor, anchors);
      if (!conversion || found === anchor) continue;
      conversion.markdown = replaceAnchor(conversion.markdown, id, anchor, found ?? '');
      conversion.notes.push({
        level: 'changed',
        kind: found === undefined ? 'anchor-removed' : 'anchor-mended',
        detail: found
          ? `id:${id}#${anchor} became #${found}`
          : `article ${id} has no #${anchor}; the link leads to its top`,
      });
    }
  });
}

/** Addresses end where Markdown ends them: at a bracket, a quote or white space. */
function replaceAnchor(markdown: string, id: string, anchor: string, found: string): string {
  const before = `id:${id}#${anchorInAddress(anchor)}`;
  const after = `id:${id}${found ? `#${anchorInAddress(found)}` : ''}`;
  return markdown.split(before).reduce((done, rest) => done + (/^[)>\s"']|^$/.test(rest) ? after : before) + rest);
}
