import { PLAYERS, type VideoService } from '../site/players.ts';

/** A film of another site, which a page shows only after a click. */
export interface EmbeddedVideo {
  service: VideoService;
  id: string;
  /** Its page there, with the start. */
  page: string;
  /** The address of its player, all but where it starts (seconds), which comes last. */
  player: string;
  /** Where it starts, in seconds. */
  start: number;
}

const YOUTUBE_HOST = /^(?:(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com|youtu\.be)$/;
const VIMEO_HOST = /^(?:www\.|player\.)?vimeo\.com$/;
const YOUTUBE_ID = /^[\w-]{11}$/;
/** What stands where an ID stands, and is none. */
const NO_IDS = new Set(['videoseries', 'live_stream']);
const VIMEO_ID = /^\d{1,12}$/;
/** What unlisted films of Vimeo are known by beside their ID. */
const VIMEO_HASH = /^[\da-f]{6,40}$/;
/** Seconds; no film is longer. */
const LONGEST = 100 * 3600;

/**
 * The film that an address names, in whichever of its forms: `https://www.youtube.com/watch?v=…`, `/embed/…`, `/shorts/…`,
 * `/live/…`, `https://youtu.be/…`, `https://vimeo.com/…`, `https://player.vimeo.com/video/…`; undefined for any other.
 * What is given is put together from the ID alone, so that no address leads a player elsewhere.
 */
export function embeddedVideo(address: string): EmbeddedVideo | undefined {
  const url = webAddress(address);
  if (!url || url.username || url.password || url.port) return undefined;
  if (YOUTUBE_HOST.test(url.hostname)) return youtube(url);
  return VIMEO_HOST.test(url.hostname) ? vimeo(url) : undefined;
}

/** Whether an address is one of a site whose films can be shown, whether or not it names one. */
export function isVideoService(address: string): boolean {
  const { hostname = '' } = webAddress(address) ?? {};
  return YOUTUBE_HOST.test(hostname) || VIMEO_HOST.test(hostname);
}

function webAddress(address: string): URL | null {
  return /^(?:https?:)?\/\//i.test(address) ? URL.parse(address, 'https://unknown.invalid') : null;
}

function youtube(url: URL): EmbeddedVideo | undefined {
  const [first = '', second = ''] = url.pathname.slice(1).split('/');
  const isShort = url.hostname === 'youtu.be';
  const inPath = isShort ? first : ['embed', 'shorts', 'live', 'v'].includes(first) ? second : undefined;
  const id = inPath ?? (first === 'watch' ? url.searchParams.get('v') : undefined) ?? '';
  if (!YOUTUBE_ID.test(id) || NO_IDS.has(id)) return undefined;
  const start = startOf(url);
  return {
    service: 'youtube',
    id,
    page: `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}s` : ''}`,
    player: `${PLAYERS.youtube.origin}/embed/${id}?autoplay=1&playsinline=1&start=`,
    start,
  };
}

function vimeo(url: URL): EmbeddedVideo | undefined {
  const parts = url.pathname.split('/').filter(Boolean);
  const at = parts.findIndex((part) => VIMEO_ID.test(part));
  // `channels/<name>/<id>`, `groups/<name>/videos/<id>`; others, such as albums, have numbers of their own.
  const around = parts.slice(0, at).join('/');
  if (at === -1 || !/^(?:|video|channels\/[\w-]+|groups\/[\w-]+\/videos)$/.test(around)) return undefined;
  const id = parts[at]!;
  const secret = url.searchParams.get('h') ?? parts[at + 1] ?? '';
  const hash = VIMEO_HASH.test(secret) ? secret : undefined;
  const start = startOf(url);
  return {
    service: 'vimeo',
    id,
    page: `https://vimeo.com/${id}${hash ? `/${hash}` : ''}${start > 0 ? `#t=${start}s` : ''}`,
    player: `${PLAYERS.vimeo.origin}/video/${id}?${hash ? `h=${hash}&` : ''}dnt=1&autoplay=1#t=`,
    start,
  };
}

/** `t=90`, `start=90`, `t=1m30s` and `#t=1h2m3s` in seconds; 0 for anything else. */
function startOf({ searchParams, hash }: URL): number {
  const written = searchParams.get('t') ?? searchParams.get('start') ?? /^#t=(.*)$/.exec(hash)?.[1] ?? '';
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written) ?? [];
  const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return start <= LONGEST ? start : 0;
}
