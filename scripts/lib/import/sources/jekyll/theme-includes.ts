import { block } from '../dialect/blocks.ts';
import { type CalloutKind, calloutKinds } from '../dialect/callout-kinds.ts';
import { videoAddress, videoOrLink } from '../dialect/video-markdown.ts';
import type { Note } from '../source.ts';

const pictures = new Set([
  'image',
  'img',
  'figure',
  'picture',
  'screenshot',
  'inline_image',
  'lightbox',
  'responsive-image',
]);
const videos = new Set(['video', 'youtube', 'youtubeplayer', 'vimeo']);
/** Values that are words for readers, the title first. */
const words = [
  'title',
  'heading',
  'header',
  'label',
  'text',
  'content',
  'body',
  'message',
  'description',
  'caption',
  'alt',
];

/**
 * What readers saw of an include whose file is not there, as far as its name and values tell: callouts, pictures and
 * videos as most themes have them; of any other the text that its values carry. What is not certain is noted.
 */
export function themeInclude(file: string, values: Record<string, unknown>, note: (note: Note) => void): string {
  const name = (file.split('/').at(-1) ?? file).replace(/\.\w+$/, '').toLowerCase();
  const value = (...names: string[]): string | undefined =>
    names.map((one) => (Object.hasOwn(values, one) ? values[one] : undefined)).find(isText);
  const kind =
    kindOf(name) ?? (value('type', 'class', 'kind', 'level') && kindOf(value('type', 'class', 'kind', 'level') ?? ''));
  const content = value('content', 'text', 'body', 'message');
  if (kindOf(name) && content !== undefined) return block(kind || 'note', content, value('title', 'heading', 'header'));
  const picture = value('image_path', 'file', 'src', 'path', 'url', 'image', 'img', 'name');
  if (pictures.has(name) && picture !== undefined) {
    const caption = value('caption', 'title');
    const alt = value('alt', 'description') ?? caption ?? '';
    const link = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(value('url') ?? '') ? undefined : value('url');
    const shown = `![${alt.replace(/([[\]])/g, '\\$1')}](<${picture}>)`;
    return `${link && link !== picture ? `[${shown}](<${link}>)` : shown}${caption && caption !== alt ? `\n\n${caption}` : ''}`;
  }
  const video = value('id', 'youtubeID', 'video', 'url', 'src');
  if (videos.has(name) && video !== undefined) {
    const provider = value('provider') ?? name;
    const isFile = /^[^:?]*\.\w{3,4}$/.test(video);
    return videoOrLink(isFile ? video : videoAddress(provider, video), value('title', 'caption', 'alt'));
  }
  if (name === 'toc') return '';
  const said = words.flatMap((one) => value(one) ?? []);
  note({
    level: 'lost',
    kind: 'include-missing',
    detail: `${file.slice(0, 80)}, which it includes, is not in the folder${said.length > 0 ? '; the text of its values stands in its place' : ', so nothing of it stands here'}`,
  });
  const [first, ...rest] = said;
  if (first === undefined) return '';
  return value('title', 'heading', 'header') === first && rest.length > 0
    ? `\n\n**${first}**\n\n${rest.join('\n\n')}\n\n`
    : said.join('\n\n');
}

/** Themes that come as gems have their includes there: `note.html`, `alert-warning.html`. */
function kindOf(name: string): CalloutKind | undefined {
  const word = name.split(/[\s_-]+/).findLast((one) => Object.hasOwn(calloutKinds, one));
  return word === undefined ? undefined : calloutKinds[word];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
