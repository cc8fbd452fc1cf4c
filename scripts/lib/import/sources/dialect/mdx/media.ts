import type { RootContent } from 'mdast';
import { isVideo } from '../../../../../../src/markdown/videos.ts';
import { isRecord } from '../../records.ts';
import { videoAddress } from '../video-markdown.ts';
import {
  attribute,
  type Component,
  type ComponentRule,
  escapeText,
  isJsx,
  type JsxNode,
  type MdxWriter,
  markdownAddress,
  textProperty,
} from './component.ts';

const pictures =
  /^(?:img|image|themedimage|idealimage|zoom|imagezoom|zoomableimage|lightbox|figure|screenshot|picture|photo|thumbnail)$/;
const videos =
  /^(?:video|videoplayer|reactplayer|iframe|embed|object|audio|loom|wistia|youtube|youtubeembed|youtubevideo|liteyoutubeembed|liteyoutube|youtubelite|vimeo|vimeoembed|vimeovideo|vimeoplayer|youtubeplayer)$/;

/** Pictures, and what plays or shows another page. */
export const mediaRule: ComponentRule = (component, writer) => {
  if (pictures.test(component.key)) return picture(component, writer);
  if (component.key === 'frame') return captioned(component, writer.flow(component.children));
  return videos.test(component.key) ? video(component, writer) : undefined;
};

function picture(component: Component, writer: MdxWriter): string | undefined {
  const source = sourceOf(component);
  if (source === undefined) {
    if (component.children.length > 0) return captioned(component, writer.flow(component.children));
    const words = textProperty(component, 'alt', 'caption', 'title', 'description');
    writer.note(
      'lost',
      'image-unknown',
      `the address of a picture${words ? ` (${words.slice(0, 80)})` : ''} is made by a program; it is missing`,
    );
    return words === undefined ? '' : `_${escapeText(words)}_`;
  }
  const alt = textProperty(component, 'alt', 'title', 'description') ?? textProperty(component, 'caption') ?? '';
  const shown = `![${escapeText(alt)}](${markdownAddress(writer.address(source))})`;
  const caption = textProperty(component, 'caption', 'legend');
  const below =
    component.children.length > 0
      ? writer.flow(component.children)
      : caption && caption !== alt
        ? escapeText(caption)
        : '';
  return below ? `${shown}\n\n${below}` : shown;
}

/** A picture's address; of several for light and dark pages, the light one. */
function sourceOf(component: Component): string | undefined {
  for (const name of [
    'src',
    'img',
    'image',
    'source',
    'url',
    'href',
    'light',
    'lightSrc',
    'srcLight',
    'sources',
    'srcs',
  ]) {
    const value = component.properties.get(name);
    if (typeof value === 'string' && value.trim()) return value;
    if (!isRecord(value)) continue;
    const one = [value.light, value.src, value.default, value.dark].find((inner) => typeof inner === 'string');
    if (typeof one === 'string') return one;
  }
  return undefined;
}

function captioned(component: Component, body: string): string {
  const caption = textProperty(component, 'caption', 'title', 'hint');
  return [body.trim(), caption && escapeText(caption)].filter(Boolean).join('\n\n');
}

/** As an element of HTML, which becomes a film, or a link to what it shows, when HTML is read. */
function video(component: Component, writer: MdxWriter): string | undefined {
  const sources = innerElements(component.children)
    .filter(({ name }) => name === 'source')
    .flatMap((child) => textProperty(writer.component(child), 'src') ?? []);
  // The id of an element of HTML is none of a film.
  const ids = /^(?:video|iframe|audio|embed|object)$/.test(component.key)
    ? []
    : ['id', 'videoId', 'youTubeId', 'youtubeId', 'videoid', 'embedId'];
  const id =
    textProperty(component, ...ids, 'src', 'url', 'href', 'data', 'link') ?? sources.find(isVideo) ?? sources[0];
  if (id === undefined) {
    if (component.children.length > 0) return undefined;
    writer.note('lost', 'video-unknown', `the address of a <${component.name}> is made by a program; it is missing`);
    return '';
  }
  const isAddress = /^(?:[a-z]+:)?\/\/|[/.]/i.test(id);
  const start = textProperty(component, 'start', 'startTime', 't');
  const url = isAddress ? writer.address(id) : serviceOf(component.key, id, start);
  const words = textProperty(component, 'title', 'label', 'name', 'caption', 'description');
  const name = /^(?:video|audio)$/.test(component.key) ? component.key : 'iframe';
  const poster = textProperty(component, 'poster', 'thumbnail', 'light');
  const own = `${attribute('src', url)}${attribute('title', words)}${attribute('poster', poster && writer.address(poster))}`;
  return `\n\n<${name}${own}>${tracksOf(component, writer)}</${name}>\n\n`;
}

/** What is said in a film, which its player finds by an element of its own. */
function tracksOf({ children }: Component, writer: MdxWriter): string {
  return innerElements(children)
    .filter(({ name }) => name === 'track')
    .map((child) => {
      const track = writer.component(child);
      const address = textProperty(track, 'src');
      const language = textProperty(track, 'srcLang', 'srclang');
      return `<track${attribute('kind', textProperty(track, 'kind'))}${attribute('srclang', language)}${attribute('src', address && writer.address(address))}>`;
    })
    .join('');
}

/** Elements of JSX stand in a paragraph when they are written on one line. */
function innerElements(children: RootContent[]): JsxNode[] {
  return children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child])).filter(isJsx);
}

function serviceOf(key: string, id: string, start: string | undefined): string {
  const code = encodeURIComponent(id);
  if (/youtube|vimeo/.test(key)) return videoAddress(key.includes('vimeo') ? 'vimeo' : 'youtube', id, start);
  if (key === 'loom') return `https://www.loom.com/share/${code}`;
  if (key === 'wistia') return `https://fast.wistia.net/embed/iframe/${code}`;
  return videoAddress('youtube', id, start);
}
