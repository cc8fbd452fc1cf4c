import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cachedPoster, fetchPosters, type PosterSources } from '../../../src/integrations/video-posters.ts';
import { type EmbeddedVideo, embeddedVideo } from '../../../src/markdown/embedded-videos.ts';

/** A server in the place of YouTube's and Vimeo's, on this machine. */
let server: Server;
let sources: PosterSources;
let answer: (path: string, response: ServerResponse, request: IncomingMessage) => void;
let asked: string[];
let cache: string;

const film = (address: string): EmbeddedVideo => embeddedVideo(address)!;
const youtube = film('https://youtu.be/dQw4w9WgXcQ');
const vimeo = film('https://vimeo.com/76979871/abcdef0123');
const picture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'signpost-posters-'));
  vi.stubEnv('SIGNPOST_CACHE', cache);
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request.url ?? '', response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sources = { youtube: origin, vimeo: origin, vimeoPictures: origin };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(cache, { recursive: true });
});

const send = (response: ServerResponse, type: string, body: string | Buffer, status = 200): void =>
  void response.writeHead(status, { 'content-type': type }).end(body);

describe('The poster of a film of another site', () => {
  test('is fetched once, made as wide as it is shown, and kept for later builds', async () => {
    const large = await picture(1920, 1080);
    answer = (_, response) => send(response, 'image/jpeg', large);
    expect(await fetchPosters([youtube], sources)).toEqual([]);
    const poster = await cachedPoster(youtube);
    expect(poster?.path).toMatch(/^_astro\/dQw4w9WgXcQ\.[\da-f]{8}\.webp$/);
    expect(await sharp(poster?.bytes).metadata()).toMatchObject({ format: 'webp', width: 1280, height: 720 });
    expect(await fetchPosters([youtube, youtube], sources)).toEqual([]);
    expect(asked).toEqual(['/vi/dQw4w9WgXcQ/maxresdefault.jpg']);
  });

  test('is the small one where there is no large one, without its bars', async () => {
    const small = await picture(480, 360);
    answer = (path, response) =>
      path.includes('maxres') ? send(response, 'image/jpeg', '', 404) : send(response, 'image/jpeg', small);
    expect(await fetchPosters([youtube], sources)).toEqual([]);
    expect(await sharp((await cachedPoster(youtube))?.bytes).metadata()).toMatchObject({ width: 480, height: 270 });
  });

  test('is the one that Vimeo names', async () => {
    const bytes = await picture(640, 360);
    answer = (path, response) =>
      path.startsWith('/api/')
        ? send(
            response,
            'application/json',
            `{"thumbnail_url":"${sources.vimeo.replaceAll('/', '\\/')}\\/video\\/1_640"}`,
          )
        : send(response, 'image/jpeg', bytes);
    expect(await fetchPosters([vimeo], sources)).toEqual([]);
    expect(asked).toEqual([
      '/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F76979871%2Fabcdef0123&width=1280',
      '/video/1_640',
    ]);
    expect(await cachedPoster(vimeo)).toBeDefined();
  });

  const says = (why: string): string =>
    `1 film has a plain poster, since YouTube gave none (${why}): dQw4w9WgXcQ. The next build asks again; a picture of your own is videos/<ID>.jpg in the content folder.`;

  test.each<[string, string, typeof answer]>([
    ['the film is gone', 'there is no such film', (_, response) => send(response, 'text/html', 'gone', 404)],
    [
      'it leads elsewhere',
      'HOST answered 302',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['it is refused', 'HOST answered 429', (_, response) => send(response, 'text/plain', 'slow down', 429)],
    ['it is a page', 'HOST answered with no image', (_, response) => send(response, 'text/html', '<p>Log in</p>')],
    [
      'it is none',
      'it gave a picture that cannot be read',
      (_, response) => send(response, 'image/jpeg', 'no picture'),
    ],
    [
      'it is a drawing',
      'it gave a picture that cannot be read',
      (_, response) =>
        send(response, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"/>'),
    ],
    [
      'it never ends',
      'HOST answered with more than 4 MB',
      (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(5 * 1024 * 1024)),
    ],
    ['nothing comes', 'HOST did not answer in time', () => {}],
    ['the line breaks', 'HOST did not answer: UND_ERR_SOCKET', (_, response) => void response.socket?.destroy()],
  ])('is plain when %s, and the build says so in one line', async (_, why, answers) => {
    answer = answers;
    expect(await fetchPosters([youtube, youtube], sources, 400)).toEqual([
      says(why.replace('HOST', new URL(sources.youtube).host)),
    ]);
    expect(await cachedPoster(youtube)).toBeUndefined();
  });

  test('is not asked for elsewhere, whatever Vimeo names', async () => {
    answer = (_, response) => send(response, 'application/json', '{"thumbnail_url":"http://127.0.0.1:1/secret.png"}');
    expect(await fetchPosters([vimeo], sources)).toEqual([
      expect.stringContaining('Vimeo gave none (it names no picture)'),
    ]);
    expect(asked).toHaveLength(1);
  });

  test('of many films costs a build without a network one try', async () => {
    answer = () => {};
    const films = Array.from({ length: 50 }, (_, n) => film(`https://youtu.be/dQw4w9Wg${String(n).padStart(3, '0')}`));
    const [line] = await fetchPosters(films, sources, 200);
    expect(line).toMatch(
      /^50 films have plain posters, since YouTube gave none \(.*\): (?:dQw4w9Wg00\d, ){4}dQw4w9Wg004 …\./,
    );
    expect(asked).toHaveLength(1);
  });
});
