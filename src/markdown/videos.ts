import { dirname, join } from 'node:path/posix';
import { safeDecode } from '../site/safe-decode.ts';
import { type EmbeddedVideo, embeddedVideo } from './embedded-videos.ts';

const VIDEO = /^(.*)\.(mp4|webm)$/i;
const POSTERS = ['jpg', 'jpeg', 'png', 'webp', 'avif'];

/** A film, and what lies beside it under its name. Paths are those that were given. */
export interface VideoFiles {
  /** What is said in it, as WebVTT: the reader's own language's, else the one that names none. */
  captions?: string;
  /** What is shown before it plays. */
  poster?: string;
}

/** Whether an address or a path names a film that browsers play. */
export function isVideo(path: string): boolean {
  return VIDEO.test(path.replace(/[?#].*/s, ''));
}

/**
 * The film that a picture's address names in a file, as a path below the content folder; undefined where it names none.
 * One of another site has a path, too, by which what belongs to it is found.
 */
export function filmPath(file: string, target: string): string | undefined {
  const embedded = embeddedVideo(target);
  if (embedded) return embeddedPath(embedded);
  return isVideo(target) ? join(dirname(file), safeDecode(target.replace(/[?#].*/s, ''))) : undefined;
}

/** Where the captions and the poster of a film of another site lie, for the articles of all languages. */
export function embeddedPath({ id }: Pick<EmbeddedVideo, 'id'>): string {
  return `videos/${id}.mp4`;
}

/** The files that belong to a film: `fold.ko.vtt` or `fold.vtt`, and `fold.jpg`. */
export function videoFiles(path: string, locale: string, exists: (path: string) => boolean): VideoFiles {
  const [, name = path] = VIDEO.exec(path) ?? [];
  const captions = captionNames(name, locale).find(exists);
  const poster = POSTERS.map((extension) => `${name}.${extension}`).find(exists);
  return { ...(captions !== undefined && { captions }), ...(poster !== undefined && { poster }) };
}

function captionNames(name: string, locale: string): string[] {
  return [`${name}.${locale}.vtt`, `${name}.vtt`];
}

/** `4:05` or `1:04:05`: where in a film, as its controls say it. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The seconds that `clock` wrote at the beginning of a text, and what follows; undefined where there is no time. */
export function readClock(text: string): { seconds: number; length: number } | undefined {
  const [written, hours = '0', minutes = '', rest = ''] = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?!\d)/.exec(text) ?? [];
  if (written === undefined) return undefined;
  return { seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(rest), length: written.length };
}
