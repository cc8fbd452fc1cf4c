import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { writeFileAtomically } from '../cache/atomic-write.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import { touch } from '../cache/touch.ts';
import type { EmbeddedVideo } from '../markdown/embedded-videos.ts';
import { PLAYERS, type VideoService } from '../site/players.ts';
import { HASHED_FOLDER } from './own-files.ts';

/** Where posters are asked for; tests have others. */
export interface PosterSources {
  /** Pictures of YouTube's films. */
  youtube: string;
  /** What Vimeo says of a film, and where its pictures lie. */
  vimeo: string;
  vimeoPictures: string;
}

const SOURCES: PosterSources = {
  youtube: 'https://i.ytimg.com',
  vimeo: 'https://vimeo.com',
  vimeoPictures: 'https://i.vimeocdn.com',
};
/** Milliseconds for one answer, its body included. */
const PATIENCE = 10_000;
/** Bytes of a picture, and of what is said of a film; theirs have a tenth of it. */
const MOST = 4 * 1024 * 1024;
/** What a poster may have before it is made smaller, and the width (px) it gets: a column's on fine screens. */
const MOST_PIXELS = 40_000_000;
const WIDTH = 1280;

/** A picture that is published under this path below the base. */
export interface Poster {
  path: string;
  bytes: Uint8Array;
}

/** Why there is no poster; `isSilent` when nobody answered, so that others need not be asked for. */
class PosterError extends Error {
  readonly isSilent: boolean;

  constructor(message: string, isSilent = false) {
    super(message);
    this.isSilent = isSilent;
  }
}

/** The poster of a film that a former build has fetched. */
export async function cachedPoster(video: EmbeddedVideo): Promise<Poster | undefined> {
  const file = cacheFile(video);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return undefined;
  await touch(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { path: `${HASHED_FOLDER}${video.id}.${hash}.webp`, bytes };
}

/** Where the posters that are there will be published, by the films' IDs, which no two sites share. */
export async function posterPaths(videos: readonly EmbeddedVideo[]): Promise<Map<string, string>> {
  const posters = await Promise.all(
    videos.map(async (video) => [video.id, (await cachedPoster(video))?.path] as const),
  );
  return new Map(posters.flatMap(([id, path]) => (path === undefined ? [] : [[id, path] as const])));
}

/**
 * Fetches the posters of films that have none yet into the cache. Never throws: a film without one shows its title alone.
 * @returns A line for each site that gave none of some, which says why and what to do.
 */
export async function fetchPosters(
  videos: readonly EmbeddedVideo[],
  sources: Partial<PosterSources> = {},
  patience = PATIENCE,
): Promise<string[]> {
  const failures = new Map<VideoService, { ids: string[]; why: string }>();
  const silent = new Set<VideoService>();
  for (const video of new Map(videos.map((each) => [each.id, each])).values()) {
    if (await cachedPoster(video)) continue;
    const { service, id } = video;
    const failure = failures.get(service);
    try {
      if (silent.has(service)) throw new PosterError(failure?.why ?? '');
      await writeFileAtomically(cacheFile(video), await shrink(await ask(video, { ...SOURCES, ...sources }, patience)));
    } catch (error) {
      if (error instanceof PosterError && error.isSilent) silent.add(service);
      const why = error instanceof Error ? error.message : String(error);
      failures.set(service, { ids: [...(failure?.ids ?? []), id], why: failure?.why ?? why });
    }
  }
  return [...failures].map(([service, { ids, why }]) => {
    const films = ids.length === 1 ? '1 film has a plain poster' : `${ids.length} films have plain posters`;
    return `${films}, since ${PLAYERS[service].name} gave none (${why}): ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' …' : ''}. The next build asks again; a picture of your own is videos/<ID>.jpg in the content folder.`;
  });
}

/** Writes the posters of these films into the built site. */
export async function writePosters(folder: string, videos: readonly EmbeddedVideo[]): Promise<void> {
  for (const video of videos) {
    const poster = await cachedPoster(video);
    if (poster) await writeFile(path.join(folder, poster.path), poster.bytes);
  }
}

/** Named so that no ID, whatever it is, names another file, also where upper and lower case are one. */
function cacheFile({ service, id }: EmbeddedVideo): string {
  const name = createHash('sha256').update(`${service}/${id}`).digest('hex').slice(0, 24);
  return path.join(cacheFolder(), 'posters', `${name}.webp`);
}

async function ask(video: EmbeddedVideo, sources: PosterSources, patience: number): Promise<Uint8Array> {
  const picture = (address: string) => askFor(address, 'image/', patience);
  if (video.service === 'youtube') {
    const folder = `${sources.youtube}/vi/${video.id}`;
    // Not every film has the large one.
    return (await picture(`${folder}/maxresdefault.jpg`)) ?? found(await picture(`${folder}/hqdefault.jpg`));
  }
  const query = new URLSearchParams({ url: video.page.replace(/#.*/, ''), width: String(WIDTH) });
  const said = found(await askFor(`${sources.vimeo}/api/oembed.json?${query}`, 'application/json', patience));
  return found(await picture(pictureIn(new TextDecoder().decode(said), sources.vimeoPictures)));
}

function found(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new PosterError('there is no such film');
  return bytes;
}

/** The address of the picture in what Vimeo says of a film. @throws PosterError when it is not where its pictures are */
function pictureIn(text: string, folder: string): string {
  const address = /"thumbnail_url"\s*:\s*"([^"]{1,500})"/.exec(text)?.[1]?.replaceAll('\\/', '/') ?? '';
  if (URL.parse(address)?.origin !== new URL(folder).origin) throw new PosterError('it names no picture');
  return address;
}

/**
 * What a server answers, as long as it is of this type, no longer than `MOST` and no way to somewhere else; undefined when
 * it has no such thing. @throws PosterError
 */
async function askFor(address: string, type: string, patience: number): Promise<Uint8Array | undefined> {
  const { host } = new URL(address);
  const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) }).catch(
    (error) => {
      throw new PosterError(`${host} ${reasonOf(error)}`, true);
    },
  );
  const { status, headers, body } = response;
  if (status !== 200 || !body) await body?.cancel();
  if ([400, 404, 410].includes(status)) return undefined;
  if (status !== 200 || !body) throw new PosterError(`${host} answered ${status}`);
  if (!headers.get('content-type')?.startsWith(type))
    throw new PosterError(`${host} answered with no ${type.replace('/', '')}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > MOST) throw new PosterError(`${host} answered with more than ${MOST / 1024 / 1024} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof PosterError ? error : new PosterError(`${host} ${reasonOf(error)}`, true);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'did not answer in time';
  const cause = error.cause instanceof Error ? error.cause : error;
  return `did not answer: ${'code' in cause ? String(cause.code) : cause.message}`;
}

/** As wide as it is shown, without the bars of a picture that is none of a film's shape. @throws PosterError for no picture */
async function shrink(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS });
    const { width, height } = await image.metadata();
    const wide = Math.max(1, Math.min(WIDTH, width, Math.floor((height * 16) / 9)));
    return await image
      .resize(wide, Math.max(1, Math.round((wide * 9) / 16)))
      .webp({ quality: 65 })
      .toBuffer();
  } catch {
    throw new PosterError('it gave a picture that cannot be read');
  }
}
