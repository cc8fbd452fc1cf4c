import type { Element, ElementContent, Parents } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { embeddedVideo } from '../../../../src/markdown/embedded-videos.ts';
import { isVideo } from '../../../../src/markdown/videos.ts';
import type { AddNote } from './conversion.ts';

/** Elements that play or show something of their own; the last ones are those of editors and of widespread scripts. */
export const embedNames = new Set([
  'iframe',
  'video',
  'audio',
  'embed',
  'object',
  'oembed',
  'lite-youtube',
  'lite-vimeo',
]);
/** What services and players call every film. */
const namelessTitle =
  /^(?:embedded (?:content|video)|embed|iframe|inline frame|type:video|(?:(?:youtube|vimeo|html5|embedded)[\s-]{0,9})?(?:video|vidéo|vídeo|film)?(?:[\s-]{0,9}(?:player|embed|title))?(?:[\s-]{0,9}(?:on )?(?:youtube|vimeo))?)$/i;
const service = /youtube|vimeo/i;
const player = /player|lecteur|reproductor|播放器|プレ[ーイ]?[ヤャ]ー|플레이어/i;

export function isEmbed({ tagName }: Element): boolean {
  return embedNames.has(tagName);
}

/**
 * What stands for a frame, a film or a sound: a film that pages can play, as an element `film` that rewrite-videos.ts
 * goes on with; else a link to the page that shows it.
 */
export function embedFrom(node: Element, parent: Parents, note: AddNote): ElementContent[] {
  const addresses = addressesOf(node);
  const playable = addresses.find((address) => isVideo(address) || embeddedVideo(address) !== undefined);
  const title = titleOf(node);
  if (playable !== undefined && node.tagName !== 'audio') {
    const { poster } = node.properties;
    const tracks = elements(node).filter(({ tagName }) => tagName === 'track');
    return [element('film', { src: playable, title, ...(typeof poster === 'string' && { poster }) }, tracks)];
  }
  const url = addresses[0] && listPage(addresses[0]);
  note(
    'changed',
    'embed-to-link',
    url === undefined ? `${node.tagName} without an address was removed` : `${node.tagName} became a link to ${url}`,
  );
  if (url === undefined) return [];
  const link = element('a', { href: url }, [{ type: 'text', value: title || url }]);
  const isInText = parent.type === 'element' && ['p', 'span'].includes(parent.tagName);
  return [isInText ? link : element('p', {}, [link])];
}

/** Below a film stands what it is, where its frame does not say it. */
export function titleFromCaption(figure: Element): void {
  const caption = elements(figure).find(({ tagName }) => tagName === 'figcaption');
  const words = caption ? toText(caption).replace(/\s+/g, ' ').trim() : '';
  const shown = elements(figure).flatMap((child) => [child, ...elements(child)]);
  for (const one of shown) if (words && isEmbed(one) && !titleOf(one)) one.properties.title = words;
}

/** A title that says which film it is; '' for none. */
export function videoTitle(written: unknown): string {
  const title = typeof written === 'string' ? written.replace(/\s+/g, ' ').trim() : '';
  const isNameless = namelessTitle.test(title) || (service.test(title) && player.test(title));
  return isNameless || isVideo(title) ? '' : title;
}

function titleOf({ properties }: Element): string {
  return videoTitle(properties.title) || videoTitle(properties.ariaLabel) || videoTitle(properties.playlabel);
}

/** The page of a list of films, which no player here plays. */
function listPage(address: string): string {
  const list =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/?(?:videoseries)?\?(?:[^#]*&)?list=([\w-]+)/.exec(
      address,
    );
  return list ? `https://www.youtube.com/playlist?list=${list[1]}` : address;
}

/** Where an embed may find what it shows, in the order of its choice. */
function addressesOf(node: Element): string[] {
  const { properties, tagName } = node;
  const id = properties.videoid;
  if (tagName.startsWith('lite-') && typeof id === 'string')
    return [tagName === 'lite-youtube' ? `https://www.youtube.com/watch?v=${id}` : `https://vimeo.com/${id}`];
  const sources = elements(node).flatMap((child) =>
    child.tagName === 'source'
      ? [child.properties.src]
      : child.tagName === 'param' && child.properties.name === 'movie'
        ? [child.properties.value]
        : [],
  );
  return [properties.src, properties.dataSrc, properties.data, properties.url, ...sources].flatMap((value) => {
    const address = typeof value === 'string' ? value.trim() : '';
    // Frames wait at such addresses until they are seen.
    return address === '' || /^(?:about|data|blob|javascript):/i.test(address)
      ? []
      : [address.startsWith('//') ? `https:${address}` : address];
  });
}

function elements(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element');
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
