import { posix } from 'node:path';
import type { Link, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { siteUrls } from '../../../../src/site/urls.ts';
import { addressKeys, pathKey } from './address-keys.ts';
import { anchorInAddress, similarAnchor } from './similar-anchor.ts';
import type { ConversionInput } from './convert-article.ts';
import { inlineReferences } from './inline-references.ts';
import type { TakeNote } from './conversion.ts';
import { attachmentName, isAttachment } from '../sources/attachments.ts';
import { localFile } from './local-file.ts';
import { imageName, upToTop, type Places, type Target } from './link-index.ts';

const safeScheme = /^(https?|mailto|tel|sms|ftp):/i;

/**
 * Links to articles that came along become `id:360001#anchor`. Links within the article get an anchor that
 * exists. What leads nowhere on the new site is completed to its old address, or unlinked when that is unknown.
 */
export function mendLinks(
  tree: Root,
  input: ConversionInput,
  places: Places,
  anchors: Record<string, string>,
  note: TakeNote,
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
      if (found === undefined) return unlink(`a link to #${anchor}, which this article does not have, became plain text`);
      if (found === '') node.url = `id:${input.id}`;
      else node.url = `#${anchorInAddress(found)}`;
      if (found !== anchor) note('changed', 'anchor-mended', `#${anchor} became ${found === '' ? 'the top of the article' : `#${found}`}`);
      return;
    }
    const target = findTarget(url, input, places);
    if (target) {
      // `#:~:text=` marks words in some browsers; it names no place.
      const anchor = safeDecode(/#(.*)$/s.exec(url)?.[1] ?? '').replace(/:~:.*$/s, '');
      if (target.kind === 'category') node.url = siteUrls(places.base).category(input.locale, target.slug);
      else {
        node.url = `id:${target.id}${anchor ? `#${anchorInAddress(anchor)}` : ''}`;
        if (anchor) pending.push({ id: target.id, anchor });
      }
      note('info', 'link-to-id', `${url} became ${node.url}`);
      return;
    }
    if (isRestricted(url, places)) return unlink('a link to an article that not everybody may read became plain text');
    const download = places.downloads.get(absolute(url, places) ?? '');
    if (download) {
      node.url = upToTop + download;
      return;
    }
    const local = attachmentName.test(url.replace(/[?#].*$/s, '')) ? localFile(url, input, places) : undefined;
    if (local) {
      downloads.push(local);
      node.url = `${upToTop}files/${encodeURI(local.name)}`;
      return;
    }
    if (isAttachment(url, places.origin)) note('changed', 'attachment-elsewhere', `${shortened(url)} is a file on the old site and stays a link; --download fetches it`);
    if (safeScheme.test(url)) return;
    if (!url) return unlink('a link without an address became plain text');
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return unlink(`a link to ${shortened(url)}, a scheme that pages may not use, became plain text`);
    const complete = absolute(url, places);
    if (!complete) return unlink(`a link to ${shortened(url)}, which is not among the imported files, became plain text`);
    node.url = complete;
    note('changed', 'link-completed', `${shortened(url)} became ${complete}, its old address`);
    return;
  });
  return { pending, downloads };
}

/** The imported article or category that an address means, in any of its old forms. */
export function findTarget(url: string, input: Pick<ConversionInput, 'folder' | 'address'>, places: Places): Target | undefined {
  const [, host, path] = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/i.exec(url) ?? [];
  if (host !== undefined) {
    const own = places.origin !== undefined && host.toLowerCase() === new URL(places.origin).host;
    for (const key of addressKeys(path || '/')) {
      // The numbers of Zendesk are unique among all its customers; the others' begin at 1 for each.
      if (own || /^zendesk:\w+:\d{6,}$/.test(key)) {
        const target = places.targets.get(key);
        if (target) return target;
      }
    }
    return undefined;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return undefined;
  const bare = url.replace(/[?#].*$/s, '');
  if (!bare || imageName.test(bare)) return undefined;
  if (bare.startsWith('/')) {
    return addressKeys(bare).map((key) => places.targets.get(key)).find(Boolean);
  }
  const joined = posix.join('/', input.folder, safeDecode(bare));
  const known = places.targets.get(`file:${pathKey(joined)}`) ?? places.targets.get(pathKey(joined));
  if (known || places.kind !== 'hugo') return known;
  // A page's address is a folder of its own, so browsers went one step less far up than the file's path suggests.
  const beside = posix.join(input.address ?? '/', safeDecode(bare));
  // Hugo looks for a page from the top too, and then anywhere by its name.
  const keys = [pathKey(beside), pathKey(beside.replace(/^\/[a-z]{2}(-[a-z]+)?\//, '/')), pathKey(safeDecode(bare)), `name:${safeDecode(bare).replace(/\.md$/, '')}`];
  return keys.map((key) => places.targets.get(key)).find(Boolean);
}

/** True for any address of a restricted article, on whichever host: its number tells. */
function isRestricted(url: string, places: Places): boolean {
  if (places.restricted.size === 0) return false;
  const path = url.replace(/^(?:https?:)?\/\/[^/?#]+/i, '');
  return addressKeys(path).some((key) => places.restricted.has(key));
}

function absolute(url: string, places: Places): string | undefined {
  if (/^https?:/i.test(url)) return url;
  if (url.startsWith('//')) return `https:${url}`;
  if (!places.origin || !URL.canParse(url, places.origin)) return undefined;
  return url.startsWith('/') ? new URL(url, places.origin).href : undefined;
}

function shortened(url: string): string {
  return url.length > 80 ? `${url.slice(0, 77)}…` : url;
}
