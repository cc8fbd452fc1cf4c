import type { Element } from 'hast';
import { isVideo, videoFiles } from '../../../../src/markdown/videos.ts';
import { localeCode, localeTag } from '../sources/locale-code.ts';
import type { AddNote, ConversionInput } from './conversion.ts';
import { findFile, type LinkIndex } from './link-index.ts';
import { shownAddress } from './shown-address.ts';

/** What an element says of a film beside its address. */
export interface VideoSource {
  poster?: string;
  tracks: { src: string; language: string; kind: string }[];
}

interface Beside {
  file: string;
  name: string;
}

const poster = /\.(jpe?g|png|webp|avif)$/i;

/**
 * The captions and the poster of a film, which get the film's own name: those that its element names, else those that lie
 * beside it under its name already.
 */
export function filesBeside(
  film: Beside,
  { poster: named, tracks }: VideoSource = { tracks: [] },
  input: ConversionInput,
  links: LinkIndex,
  note: AddNote,
): Beside[] {
  const stem = film.name.replace(/\.\w+$/, '');
  const own = videoFiles(film.file, input.locale, (path) => links.files.has(path.toLowerCase()));
  const found: Beside[] = [];
  const add = (address: string, name: (ending: string) => string, wanted: RegExp, what: string): void => {
    const ending = wanted.exec(address.replace(/[?#].*/s, ''))?.[0];
    const file = ending === undefined ? undefined : findFile(address, input, links)?.file;
    if (ending !== undefined && file !== undefined) found.push({ file, name: name(ending.toLowerCase()) });
    else
      note(
        'lost',
        'video-part-missing',
        `${shownAddress(address)}, ${what} of the film ${film.name}, ${whyNot(ending)}`,
      );
  };
  if (named !== undefined) add(named, (ending) => stem + ending, poster, 'the poster');
  else if (own.poster !== undefined)
    found.push({ file: fileOf(own.poster, links), name: stem + extension(own.poster) });
  const spoken = captionsOf(tracks);
  for (const { src, language } of spoken)
    add(src, () => `${stem}${captionsSuffix(language, input.locale)}.vtt`, /\.vtt$/i, 'captions');
  if (spoken.length === 0 && own.captions !== undefined)
    found.push({
      file: fileOf(own.captions, links),
      name: stem + own.captions.slice(film.file.replace(/\.\w+$/, '').length).toLowerCase(),
    });
  return found;
}

function whyNot(ending: string | undefined): string {
  return ending === undefined ? 'is of a kind that players here do not take' : 'is not among the files';
}

function fileOf(path: string, links: LinkIndex): string {
  return links.files.get(path.toLowerCase())?.file ?? path;
}

function extension(path: string): string {
  return (/\.\w+$/.exec(path)?.[0] ?? '').toLowerCase();
}

/** What the element of a film says, if it names an address. */
export function filmOf({ properties, children }: Element): (VideoSource & { src: string }) | undefined {
  const elements = children.filter((child): child is Element => child.type === 'element');
  const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const sources = [
    properties.src,
    ...elements.flatMap((child) => (child.tagName === 'source' ? [child.properties.src] : [])),
  ]
    .map(word)
    .filter(Boolean);
  const src = sources.find(isVideo) ?? sources[0];
  if (src === undefined) return undefined;
  const poster = word(properties.poster);
  const tracks = elements
    .filter(({ tagName }) => tagName === 'track')
    .map((track) => ({
      src: word(track.properties.src),
      language: word(track.properties.srcLang),
      kind: word(track.properties.kind).toLowerCase(),
    }));
  return { src, tracks: tracks.filter((track) => track.src), ...(poster && { poster }) };
}

/** One track a language: captions rather than subtitles, which leave out who speaks. */
export function captionsOf(tracks: VideoSource['tracks']): VideoSource['tracks'] {
  const byLanguage = new Map<string, VideoSource['tracks'][number]>();
  for (const track of tracks.filter(({ kind }) => ['', 'captions', 'subtitles'].includes(kind))) {
    const former = byLanguage.get(track.language);
    if (!former || (former.kind !== 'captions' && track.kind === 'captions')) byLanguage.set(track.language, track);
  }
  return [...byLanguage.values()];
}

/** `.ko` for captions of one language; that of the page by its own code, so `en-US` is `en` there. */
export function captionsSuffix(language: string, locale: string): string {
  if (!localeTag.test(language)) return '';
  const code = localeCode(language);
  const isSame = code !== locale && code.split('-')[0] === locale.split('-')[0] && !locale.includes('-');
  return `.${isSame ? locale : code}`;
}
