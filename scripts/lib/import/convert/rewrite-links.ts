import type { Link, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { siteUrls } from '../../../../src/site/urls.ts';
import { attachmentName, isAttachment } from '../sources/assets.ts';
import type { AddNote, ConversionInput } from './conversion.ts';
import { inlineReferences } from './inline-references.ts';
import { absolute, findFile, findTarget, isRestricted, type LinkIndex, toContentFolder } from './link-index.ts';
import { shownAddress } from './shown-address.ts';
import { anchorInAddress, similarAnchor } from './similar-anchor.ts';

const safeScheme = /^(https?|mailto|tel|sms|ftp):/i;

/**
 * Links to articles that came along become `id:360001#anchor`. Links within the article get an anchor that
 * exists. What leads nowhere on the new site is completed to its old address, or unlinked when that is unknown.
 */
export function rewriteLinks(
  tree: Root,
  input: ConversionInput,
  links: LinkIndex,
  anchors: Record<string, string>,
  note: AddNote,
): { pending: { id: string; anchor: string }[]; downloads: { file: string; name: string }[] } {
  inlineReferences(tree, 'linkReference');
  const pending: { id: string; anchor: string }[] = [];
  const downloads: { file: string; name: string }[] = [];
  visit(tree, 'link', (node: Link, index, parent) => {
    const unlink = (detail: string): [typeof SKIP, number] => {
      note('changed', 'link-removed', detail);
      parent?.children.splice(index ?? 0, 1, ...node.children);
      return [SKIP, index ?? 0];
    };
    const url = node.url.trim();
    if (url.startsWith('#')) {
      const anchor = safeDecode(url.slice(1));
      const found = similarAnchor(anchor, anchors);
      if (found === undefined)
        return unlink(`a link to #${anchor}, which this article does not have, became plain text`);
      if (found === '') node.url = `id:${input.id}`;
      else node.url = `#${anchorInAddress(found)}`;
      if (found !== anchor)
        note('changed', 'anchor-mended', `#${anchor} became ${found === '' ? 'the top of the article' : `#${found}`}`);
      return;
    }
    const target = findTarget(url, input, links);
    if (target) {
      // `#:~:text=` marks words in some browsers; it names no place.
      const anchor = safeDecode(/#(.*)/s.exec(url)?.[1] ?? '').replace(/:~:.*$/s, '');
      if (target.kind === 'category') node.url = siteUrls(links.base).category(input.locale, target.slug);
      else {
        node.url = `id:${target.id}${anchor ? `#${anchorInAddress(anchor)}` : ''}`;
        if (anchor) pending.push({ id: target.id, anchor });
      }
      note('info', 'link-to-id', `${shownAddress(url)} became ${node.url}`);
      return;
    }
    if (isRestricted(url, links)) return unlink('a link to an article that not everybody may read became plain text');
    const download = links.downloads.get(absolute(url, links) ?? '');
    if (download) {
      node.url = toContentFolder + download;
      return;
    }
    const local = attachmentName.test(url.replace(/[?#].*/s, '')) ? findFile(url, input, links) : undefined;
    if (local) {
      downloads.push(local);
      node.url = `${toContentFolder}files/${encodeURI(local.name)}`;
      return;
    }
    if (isAttachment(url, links.origin))
      note(
        'changed',
        'attachment-elsewhere',
        `${shownAddress(url)} is a file on the old site and stays a link; --download fetches it`,
      );
    if (safeScheme.test(url)) return;
    if (!url) return unlink('a link without an address became plain text');
    if (/^[a-z][a-z0-9+.-]*:/i.test(url))
      return unlink(`a link to ${shownAddress(url)}, a scheme that pages may not use, became plain text`);
    const complete = absolute(url, links);
    if (!complete)
      return unlink(`a link to ${shownAddress(url)}, which is not among the imported files, became plain text`);
    node.url = complete;
    note('changed', 'link-completed', `${shownAddress(url)} became ${shownAddress(complete)}, its old address`);
    return;
  });
  return { pending, downloads };
}
