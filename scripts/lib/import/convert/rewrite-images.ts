import { createHash } from 'node:crypto';
import type { Image, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import { imageName } from '../sources/assets.ts';
import type { AddNote, ConversionInput } from './conversion.ts';
import { findFile, imagesFolder, type LinkIndex } from './link-index.ts';
import { shownAddress } from './shown-address.ts';

interface Found {
  images: { file: string; name: string }[];
  inlineImages: { name: string; base64: string }[];
}

const dataImage = /^data:image\/(png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=\s]+)$/i;

/**
 * Images beside the articles, downloaded ones and those written into the text get their new path.
 * A missing one is replaced by its alternative text, one on another site by a link to it.
 */
export function rewriteImages(tree: Root, input: ConversionInput, links: LinkIndex, note: AddNote): Found {
  const found: Found = { images: [], inlineImages: [] };
  visit(tree, 'image', (node: Image, index, parent) => {
    if (index === undefined || !parent || node.data?.isPlayed) return;
    const alt = (node.alt ?? '').replace(/\s+/g, ' ').trim();
    const replace = (...nodes: PhrasingContent[]): [typeof SKIP, number] => {
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    };
    const url = node.url.trim();
    node.alt = alt;
    const data = dataImage.exec(url);
    if (data) {
      const base64 = (data[2] ?? '').replace(/\s/g, '');
      const name = `inline-${createHash('sha256').update(base64).digest('hex').slice(0, 10)}.${(data[1] ?? 'png').toLowerCase().replace('jpeg', 'jpg')}`;
      found.inlineImages.push({ name, base64 });
      node.url = imagesFolder + name;
      return;
    }
    const download = links.downloads.get(
      url.startsWith('//') ? `https:${url}` : url.startsWith('/') && links.origin ? links.origin + url : url,
    );
    if (download && imageName.test(download)) {
      node.url = `${imagesFolder}${download.replace(/^images\//, '')}`;
      return;
    }
    if (
      /^(https?:)?\/\//i.test(url) ||
      (url.startsWith('/') &&
        links.origin &&
        !(imageName.test(url.replace(/[?#].*/s, '')) && findFile(url, input, links)))
    ) {
      const address = url.startsWith('//') ? `https:${url}` : url.startsWith('/') ? links.origin + url : url;
      if (!alt && /\.svg$/i.test(address.replace(/[?#].*/s, ''))) {
        note(
          'changed',
          'icon-removed',
          `${shownAddress(address)}, an icon on another site without alternative text, was removed`,
        );
        return replace();
      }
      note('changed', 'image-elsewhere', `${shownAddress(address)} is on another site; --download fetches it`);
      if (parent.type === 'link') return replace(...(alt ? [{ type: 'text' as const, value: alt }] : []));
      return replace({
        type: 'link',
        url: address,
        title: null,
        children: [{ type: 'text', value: alt || lastPart(address) }],
      });
    }
    const local = imageName.test(url.replace(/[?#].*/s, '')) ? findFile(url, input, links) : undefined;
    if (local) {
      found.images.push(local);
      node.url = imagesFolder + encodeURI(local.name);
      return;
    }
    note(
      'lost',
      'image-missing',
      `${shownAddress(url)} is not among the files${alt ? '; its alternative text stands in its place' : ' and has no alternative text'}`,
    );
    const text: PhrasingContent = { type: 'text', value: alt };
    if (!alt) return replace();
    return replace(
      parent.type === 'paragraph' && parent.children.length === 1 ? { type: 'emphasis', children: [text] } : text,
    );
  });
  return found;
}

function lastPart(address: string): string {
  return safeDecode(
    address
      .replace(/[?#].*/s, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? address,
  );
}
