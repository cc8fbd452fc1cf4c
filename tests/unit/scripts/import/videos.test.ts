import { describe, expect, test } from 'vitest';
import { convert, markdownOf } from './convert.ts';

const named = (...paths: string[]) => ({
  files: new Map(paths.map((file) => [file.toLowerCase(), { file, name: file.split('/').at(-1) ?? file }])),
});
const notes = (...conversion: Parameters<typeof convert>): string[] =>
  convert(...conversion)
    .notes.filter(({ level }) => level !== 'info')
    .map(({ detail }) => detail);

describe('Films of YouTube and Vimeo', () => {
  test.each([
    ['//www.youtube-nocookie.com/embed/lampvideo01?rel=0', 'https://www.youtube.com/watch?v=lampvideo01'],
    ['https://www.youtube.com/embed/lampvideo01?start=90', 'https://www.youtube.com/watch?v=lampvideo01\\&t=90s'],
    ['https://youtu.be/lampvideo01?t=1m30s', 'https://www.youtube.com/watch?v=lampvideo01\\&t=90s'],
    ['https://player.vimeo.com/video/123456?h=abcdef12#t=5s', 'https://vimeo.com/123456/abcdef12#t=5s'],
  ])('%s is a film at the address that plays it', (src, expected) => {
    expect(markdownOf(`<iframe title="Pair it" src="${src}"></iframe>`)).toBe(`![Pair it](${expected})`);
  });

  test.each([
    ['<iframe data-src="https://youtu.be/lampvideo01" src="about:blank" title="Pair it"></iframe>'],
    ['<figure class="media"><oembed url="https://youtu.be/lampvideo01" title="Pair it"></oembed></figure>'],
    ['<lite-youtube videoid="lampvideo01" playlabel="Pair it"></lite-youtube>'],
    ['<object title="Pair it"><param name="movie" value="https://www.youtube.com/v/lampvideo01"></object>'],
    ['<div class="video"><p><span><embed src="https://youtube.com/v/lampvideo01" title="Pair it"></span></p></div>'],
  ])('in the element of an editor or a script: %s', (html) => {
    expect(markdownOf(html)).toBe('![Pair it](https://www.youtube.com/watch?v=lampvideo01)');
  });

  test('behind the picture that YouTube has of it, and in the notation of MkDocs and Obsidian', () => {
    expect(
      markdownOf(
        '[![Pair](https://img.youtube.com/vi/lampvideo01/0.jpg)](https://youtu.be/lampvideo01)\n\n![](https://youtu.be/lampvideo02)\n\n![type:video](https://www.youtube.com/embed/lampvideo03)',
        'markdown',
      ),
    ).toBe(
      '![Pair](https://www.youtube.com/watch?v=lampvideo01)\n\n![Title](https://www.youtube.com/watch?v=lampvideo02)\n\n![Title (2)](https://www.youtube.com/watch?v=lampvideo03)',
    );
  });

  test('have a line for themselves, in lists too', () => {
    expect(
      markdownOf('<ol><li>Press <iframe src="https://youtu.be/lampvideo01" title="A"></iframe> twice.</li></ol>'),
    ).toBe('1. Press\n\n   ![A](https://www.youtube.com/watch?v=lampvideo01)\n\n   twice.');
  });

  test('a list of films and a frame of another site become links, and are named', () => {
    const html =
      '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe><iframe src="https://www.google.com/maps/embed?pb=1" title="Where we are"></iframe>';
    expect(markdownOf(html)).toBe(
      '[https://www.youtube.com/playlist?list=PL1](https://www.youtube.com/playlist?list=PL1)\n\n[Where we are](https://www.google.com/maps/embed?pb=1)',
    );
    expect(notes(html)).toEqual([
      'iframe became a link to https://www.youtube.com/playlist?list=PL1',
      'iframe became a link to https://www.google.com/maps/embed?pb=1',
    ]);
    expect(notes('![type:video](https://else.example/x)', 'markdown')).toEqual([
      'what was shown from https://else.example/x became a link',
    ]);
  });
});

describe('What a film is called', () => {
  const titled = (html: string): string[] =>
    [...markdownOf(html).matchAll(/!\[([^\]]*)\]/g)].map(([, title = '']) => title);
  const film = (title?: string): string =>
    `<iframe src="https://youtu.be/lampvideo01"${title === undefined ? '' : ` title="${title}"`}></iframe>`;

  test('is what its frame says, unless every film is called that', () => {
    expect(titled(`<h2>Pair</h2>${film('The new lamp')}`)).toEqual(['The new lamp']);
    for (const nothing of [
      'YouTube video player',
      'vimeo-player',
      'Embedded content',
      'Video',
      'Lecteur vidéo YouTube',
    ])
      expect(titled(`<h2>Pair</h2>${film(nothing)}`)).toEqual(['Pair']);
  });

  test('is the caption below it, else the heading above it with a number, else the title of the article', () => {
    expect(titled(`<figure>${film()}<figcaption>How <b>it</b> glows</figcaption></figure>`)).toEqual(['How it glows']);
    expect(titled(`${film()}<h2>Pair</h2>${film()}<p>x</p>${film()}`)).toEqual(['Title', 'Pair', 'Pair (2)']);
  });
});

describe('Own films', () => {
  const video =
    '<video poster="still.PNG"><source src="fold.mov"><source src="fold.mp4"><track kind="subtitles" src="a.vtt" srclang="en-US"><track kind="captions" src="b.vtt" srclang="en-US"><track src="ko.vtt" srclang="ko"><track kind="chapters" src="c.vtt">Old browser.</video>';

  test('come along with their poster and captions under one name', () => {
    const { markdown, videos } = convert(
      video,
      'html',
      named('docs/fold.mp4', 'docs/still.PNG', 'docs/a.vtt', 'docs/b.vtt', 'docs/ko.vtt'),
    );
    expect(markdown.trim()).toBe('![Title](../../../videos/fold.mp4)');
    expect(videos).toEqual([
      { file: 'docs/fold.mp4', name: 'fold.mp4' },
      { file: 'docs/still.PNG', name: 'fold.png' },
      { file: 'docs/b.vtt', name: 'fold.en.vtt' },
      { file: 'docs/ko.vtt', name: 'fold.ko.vtt' },
    ]);
  });

  test('bring what lies beside them under their name, where nothing else is named', () => {
    expect(
      convert('![Fold it](fold.webm)', 'markdown', named('docs/fold.webm', 'docs/fold.jpg', 'docs/fold.en.vtt')).videos,
    ).toEqual([
      { file: 'docs/fold.webm', name: 'fold.webm' },
      { file: 'docs/fold.jpg', name: 'fold.jpg' },
      { file: 'docs/fold.en.vtt', name: 'fold.en.vtt' },
    ]);
  });

  test('what is not there, or of a kind that players do not take, is named', () => {
    expect(
      notes(
        '<video src="fold.mp4" poster="gone.jpg"><track src="a.srt" srclang="en"></video>',
        'html',
        named('docs/fold.mp4'),
      ),
    ).toEqual([
      'gone.jpg, the poster of the film fold.mp4, is not among the files',
      'a.srt, captions of the film fold.mp4, is of a kind that players here do not take',
    ]);
    expect(markdownOf('<video src="gone.mp4" title="Fold it"></video>')).toBe('_Fold it_');
    expect(notes('<video src="gone.mp4" title="Fold it"></video>')).toEqual([
      'gone.mp4, a film, is not among the files; its title stands in its place',
    ]);
    expect(markdownOf('<video src="https://cdn.example.com/x.mp4" title="Fold it"></video>')).toBe(
      '[Fold it](https://cdn.example.com/x.mp4)',
    );
    expect(notes('<video src="https://cdn.example.com/x.mp4"></video>')).toEqual([
      'https://cdn.example.com/x.mp4, a film on another site, became a link; --download fetches it',
    ]);
  });

  test('that were fetched are shown from where they lie', () => {
    const downloads = new Map([['https://cdn.example.com/x.mp4', 'videos/x-1a2b.mp4']]);
    expect(markdownOf('<video src="https://cdn.example.com/x.mp4" title="A"></video>', 'html', { downloads })).toBe(
      '![A](../../../videos/x-1a2b.mp4)',
    );
  });
});

test('Markdown with films does not change when it is read again', () => {
  const once = convert(
    '<h2>Pair</h2><p>See <iframe src="https://youtu.be/lampvideo01?t=9"></iframe> now.</p><video src="fold.mp4"></video>',
    'html',
    named('docs/fold.mp4'),
  ).markdown;
  expect(convert(once, 'markdown', named('videos/fold.mp4')).markdown).toBe(once);
});

test.each([
  ['<video><source src="fold.mp4"', 'nothing closed'],
  [`${'<video><figure>'.repeat(50)}<p>Words.</p>`, 'fifty in one another'],
  ['<iframe title="](javascript:alert(1)) [x" src="https://youtu.be/lampvideo01"></iframe>', 'markup in a title'],
  ['<iframe src="javascript:alert(1)"></iframe><iframe src="data:text/html,x"></iframe>', 'code in an address'],
])('a hostile film ends as text or as a film: %#', (html) => {
  const { markdown } = convert(`${html}`, 'html', named('docs/fold.mp4'));
  expect(markdown).not.toMatch(/(?<!\\)\]\(javascript|<video|<iframe|data:text/);
});
