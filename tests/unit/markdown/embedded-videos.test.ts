import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedVideo, isVideoService } from '../../../src/markdown/embedded-videos.ts';

const ID = 'dQw4w9WgXcQ';

describe('The address of a film of another site', () => {
  it.each([
    `https://www.youtube.com/watch?v=${ID}`,
    `http://youtube.com/watch?feature=share&v=${ID}&list=PL123`,
    `https://m.youtube.com/watch?v=${ID}`,
    `https://youtu.be/${ID}?si=abc`,
    `https://www.youtube-nocookie.com/embed/${ID}?rel=0`,
    `//www.youtube.com/embed/${ID}`,
    `https://www.youtube.com/shorts/${ID}`,
    `HTTPS://WWW.YOUTUBE.COM/live/${ID}/`,
  ])('is read in YouTube’s form %s', (address) => {
    expect(embeddedVideo(address)).toEqual({
      service: 'youtube',
      id: ID,
      page: `https://www.youtube.com/watch?v=${ID}`,
      player: `https://www.youtube-nocookie.com/embed/${ID}?autoplay=1&playsinline=1&start=`,
      start: 0,
    });
  });

  it.each([
    ['https://vimeo.com/76979871', ''],
    ['https://vimeo.com/channels/staffpicks/76979871', ''],
    ['https://vimeo.com/groups/bikes/videos/76979871', ''],
    ['https://player.vimeo.com/video/76979871?title=0', ''],
    ['https://vimeo.com/76979871/abcdef0123', 'abcdef0123'],
    ['https://player.vimeo.com/video/76979871?h=abcdef0123&badge=0', 'abcdef0123'],
  ])('is read in Vimeo’s form %s', (address, hash) => {
    expect(embeddedVideo(address)).toEqual({
      service: 'vimeo',
      id: '76979871',
      page: `https://vimeo.com/76979871${hash && `/${hash}`}`,
      player: `https://player.vimeo.com/video/76979871?${hash && `h=${hash}&`}dnt=1&autoplay=1#t=`,
      start: 0,
    });
  });

  it.each([
    [`https://youtu.be/${ID}?t=90`, 90],
    [`https://www.youtube.com/embed/${ID}?start=5`, 5],
    [`https://youtu.be/${ID}?t=1m30s`, 90],
    [`https://vimeo.com/76979871#t=1h2m3s`, 3723],
    [`https://youtu.be/${ID}?t=-5`, 0],
    [`https://youtu.be/${ID}?t=999999999`, 0],
    [`https://youtu.be/${ID}?t=1e3`, 0],
  ])('says in %s to begin at %i seconds', (address, start) => {
    expect(embeddedVideo(address)?.start).toBe(start);
  });

  it.each([
    'https://www.youtube.com/@bikes',
    'https://www.youtube.com/embed/videoseries?list=PL123',
    'https://www.youtube.com/embed/live_stream?channel=UC123',
    `https://www.youtube.com/watch?v=${ID}x`,
    'https://vimeo.com/bikes',
    'https://vimeo.com/album/1234567',
    'https://vimeo.com/showcase/1234567/video/76979871',
  ])('names no film in %s, and whose it is can be told', (address) => {
    expect(embeddedVideo(address)).toBeUndefined();
    expect(isVideoService(address)).toBe(true);
  });

  it.each([
    `https://youtube.com.evil.example/watch?v=${ID}`,
    `https://evil.example/youtu.be/${ID}`,
    `https://evilyoutube.com/watch?v=${ID}`,
    `https://user@youtu.be/${ID}`,
    `https://youtu.be:8443/${ID}`,
    `https://youtu.be@evil.example/${ID}`,
    `javascript://youtu.be/${ID}`,
    `ftp://youtu.be/${ID}`,
    `/watch?v=${ID}`,
    `videos/${ID}.mp4`,
    `https://youtu.be/${ID.slice(0, 10)}"`,
    'https://youtu.be/..%2f..%2f..%2f',
    'https://player.vimeo.com/video/76979871x',
    'https://vimeo.com/١٢٣٤٥',
  ])('is none in %s', (address) => {
    expect(embeddedVideo(address)).toBeUndefined();
  });

  it('never makes a player of another origin, or one with more in its address than was checked', () => {
    const host = fc.constantFrom(
      ...['youtu.be', 'www.youtube.com', 'youtube-nocookie.com', 'vimeo.com', 'player.vimeo.com'],
      ...['youtu.be.evil.example', 'a:b@youtu.be', 'evil.example\\@youtu.be', 'youtu.be\t', 'ｙoutu.be'],
    );
    const piece = fc.oneof(
      fc.constantFrom(
        ...['watch', 'embed', 'shorts', 'video', 'channels', ID, '76979871', 'abcdef0123', '..', '%2e%2e'],
      ),
      fc.constantFrom(...['?v=', '&v=', '?h=', '&t=', '#t=', '"', '>', '<', '\\', '@', '//', ';', ' ', '\n', 'https:']),
      fc.string({ maxLength: 12 }),
    );
    const PLAYER =
      /^https:\/\/(?:www\.youtube-nocookie\.com\/embed\/[\w-]{11}\?autoplay=1&playsinline=1&start=|player\.vimeo\.com\/video\/\d{1,12}\?(?:h=[\da-f]{6,40}&)?dnt=1&autoplay=1#t=)$/;
    const PAGE =
      /^https:\/\/(?:www\.youtube\.com\/watch\?v=[\w-]{11}(?:&t=\d{1,6}s)?|vimeo\.com\/\d{1,12}(?:\/[\da-f]{6,40})?(?:#t=\d{1,6}s)?)$/;
    const scheme = fc.constantFrom('https://', 'http://', '//', 'HTTPS:\\\\', '');
    const path = fc.constantFrom(...[ID, '76979871', `watch?v=${ID}`, `embed/${ID}`, 'video/76979871', '']);
    let films = 0;
    fc.assert(
      fc.property(scheme, host, path, fc.array(piece, { maxLength: 5 }), (start, name, first, pieces) => {
        const video = embeddedVideo(`${start}${name}/${first}${pieces.join('')}`);
        if (!video) return;
        films += 1;
        expect(video.player).toMatch(PLAYER);
        expect(video.page).toMatch(PAGE);
        // Whatever was read is read again as the same film.
        expect(embeddedVideo(video.page)).toEqual(video);
      }),
      { numRuns: 2000 },
    );
    expect(films).toBeGreaterThan(30);
  });
});
