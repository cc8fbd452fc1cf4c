import { embeddedVideo } from '../../../../../src/markdown/embedded-videos.ts';
import { isVideo } from '../../../../../src/markdown/videos.ts';
import { encodedAddress, escaped } from './plain-text.ts';

/** A film of YouTube or Vimeo by its ID, or by the address that was written in its place. */
export function videoAddress(service: string, idOrAddress: string, start?: string): string {
  const isAddress = /^(?:https?:)?\/\//.test(idOrAddress);
  const id = encodeURIComponent(idOrAddress.trim().toWellFormed());
  const address = isAddress
    ? idOrAddress.trim()
    : service === 'vimeo'
      ? `https://vimeo.com/${id}`
      : `https://www.youtube.com/watch?v=${id}`;
  if (start === undefined || !/^[\dhms]+$/.test(start)) return address;
  return service === 'vimeo' ? `${address}#t=${start}` : `${address}${address.includes('?') ? '&' : '?'}t=${start}`;
}

/** A film as Markdown; undefined for an address that no player here plays. */
export function videoMarkdown(address: string, title = ''): string | undefined {
  if (!isVideo(address) && embeddedVideo(address) === undefined) return undefined;
  return `![${escaped(title.replace(/\s+/g, ' ').trim())}](${encodedAddress(address)})`;
}

/** The same; a link for what is no such film. */
export function videoOrLink(address: string, title = ''): string {
  const url = encodedAddress(address);
  return (
    videoMarkdown(address, title) ??
    (/^https?:/.test(url) && !title ? `<${url}>` : `[${escaped(title || address)}](${url})`)
  );
}
