import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';
import type { HelpCenter, WrittenPage } from '../content/types.ts';
import { type EmbeddedVideo, embeddedVideo } from '../markdown/embedded-videos.ts';
import { filmPath, isVideo, videoFiles } from '../markdown/videos.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { framedOrigins } from '../site/players.ts';
import { safeDecode } from '../site/safe-decode.ts';
import { belowBase, siteUrls } from '../site/urls.ts';
import { HASHED_FOLDER } from './own-files.ts';
import { cachedPoster, writePosters } from './video-posters.ts';

const CHUNK = 1024 * 1024;

/** The films of a page, with the captions and posters beside them: paths below the content folder. */
export function videosOf({ file, references }: Pick<WrittenPage, 'file' | 'references'>, files: Set<string>): string[] {
  const [, locale = ''] = file.split('/');
  return references.flatMap(({ kind, target }) => {
    const film = kind === 'image' ? filmPath(file, target) : undefined;
    if (film === undefined) return [];
    return [film, ...Object.values(videoFiles(film, locale, (each) => files.has(each)))].filter((each) =>
      files.has(each),
    );
  });
}

/** Every film that a page of the built site shows, with what lies beside it. */
function publishedVideos(center: HelpCenter): string[] {
  const files = new Set(center.files);
  return [...new Set(builtPages(center).flatMap((page) => videosOf(page, files)))].sort();
}

/** Those that nothing leads to have a page as well. */
function builtPages({ articles, ownPages }: HelpCenter): WrittenPage[] {
  return [...articles.filter((article) => isBuilt(article)), ...ownPages];
}

/** The films of other sites on a page whose poster is none of the content folder's. */
export function embeddedIn(
  { file, references }: Pick<WrittenPage, 'file' | 'references'>,
  files: Set<string>,
): EmbeddedVideo[] {
  const [, locale = ''] = file.split('/');
  return references.flatMap(({ kind, target }) => {
    const video = kind === 'image' ? embeddedVideo(target) : undefined;
    const film = filmPath(file, target) ?? '';
    return video && !videoFiles(film, locale, (each) => files.has(each)).poster ? [video] : [];
  });
}

/** Whether the site shows films of its own, which its policy has to allow. */
export function hasVideos(center: HelpCenter): boolean {
  return publishedVideos(center).some(isVideo);
}

/** The origins whose players the built pages show, by the pages' paths. */
export async function framesOf(
  folder: string,
  center: HelpCenter,
  pages: readonly { pathname: string }[],
): Promise<Map<string, string[]>> {
  const names = new Set(
    builtPages(center)
      .filter(({ references }) => references.some(({ target }) => embeddedVideo(target)))
      .map(({ file }) => path.posix.basename(file, '.md')),
  );
  const frames = new Map<string, string[]>();
  for (const { pathname } of pages) {
    if (!names.has(path.posix.basename(pathname))) continue;
    const origins = framedOrigins(await readFile(path.join(folder, pathname, 'index.html'), 'utf8'));
    if (origins.length > 0) frames.set(siteUrls(center.site?.base).file(pathname), origins);
  }
  return frames;
}

/** The path below the base under which a file of the content folder is published. */
export function videoPath(root: string, file: string): string {
  const { name, ext } = path.posix.parse(file);
  return `${HASHED_FOLDER}${name.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.${hashOf(path.join(root, file))}${ext.toLowerCase()}`;
}

const known = new Map<string, { version: string; hash: string }>();

/** Read in pieces, since a film may be larger than the memory; again only after it changed. */
function hashOf(file: string): string {
  const { mtimeMs, size } = statSync(file);
  const version = `${mtimeMs} ${size}`;
  const former = known.get(file);
  if (former?.version === version) return former.hash;
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  const digest = hash.digest('hex').slice(0, 8);
  known.set(file, { version, hash: digest });
  return digest;
}

/** Copies the films into the built site. */
export async function writeVideos(folder: string, center: HelpCenter): Promise<void> {
  const files = publishedVideos(center);
  if (files.length > 0) await mkdir(path.join(folder, HASHED_FOLDER), { recursive: true });
  for (const file of files)
    await copyFile(path.join(center.root, file), path.join(folder, videoPath(center.root, file)));
  const known = new Set(center.files);
  await writePosters(
    folder,
    builtPages(center).flatMap((page) => embeddedIn(page, known)),
  );
}

/** Serves the same while writing, in the parts that a player asks for. */
export function serveVideos(center: () => HelpCenter) {
  return async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    // Not through URL, which takes `//` for the beginning of a host's name and throws.
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    const current = center();
    const asked = safeDecode(belowBase(siteUrls(current.site?.base).base, pathname) ?? pathname.slice(1));
    if (!asked.startsWith(HASHED_FOLDER)) return next();
    const files = new Set(current.files);
    const shown = [...current.articles, ...current.ownPages].flatMap((page) => videosOf(page, files));
    const file = shown.find((each) => videoPath(current.root, each) === asked);
    if (file === undefined) {
      const films = [...current.articles, ...current.ownPages].flatMap((page) => embeddedIn(page, files));
      const posters = await Promise.all(films.map(cachedPoster));
      const poster = posters.find((each) => each?.path === asked);
      return poster ? void response.setHeader('Content-Type', 'image/webp').end(poster.bytes) : next();
    }
    send(request, file, { root: current.root, cacheControl: false }).on('error', next).pipe(response);
  };
}
