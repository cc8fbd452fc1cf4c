import { cp, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter, Problem } from '../../../src/content/types.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
const CUE = '00:01.000 --> 00:04.000\nPress it.\n';
const FILM = Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex');

const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/** Captions that are wrong, each in its own way, and whether the others of the file can still be read. */
const CAPTIONS: (string | Buffer)[] = [
  '',
  '\uFEFF',
  'WEBVTT',
  'WEBVTT\r\n\r\n',
  CUE,
  `WEBVTT ${CUE}`,
  `WEBVTT\n\n1\n00:00:01,000 --> 00:00:04,000\nAs SubRip has it.\n`,
  'WEBVTT\n\n-00:01.000 --> 00:04.000\nBefore the beginning.\n',
  'WEBVTT\n\n00:05.000 --> 00:01.000\nBackwards.\n',
  'WEBVTT\n\n00:05.000 --> 00:05.000\nNo time.\n',
  `WEBVTT\n\n00:50.000 --> 00:55.000\nLater.\n\n${CUE}`,
  'WEBVTT\n\n00:61.000 --> 00:62.000\nSixty-one seconds.\n',
  'WEBVTT\n\n1:2:3 --> 4:5:6\nToo short.\n',
  'WEBVTT\n\n00:01.000 -> 00:04.000\nA short arrow.\n',
  'WEBVTT\n\n00:01.000 --> \nNo end.\n',
  'WEBVTT\n\n00:01.000 --> 00:04.000 align:nowhere line:900%\nSettings.\n',
  'WEBVTT\n\n00:01.000 --> 00:04.000\n<b>Never closed.\n',
  'WEBVTT\n\n00:01.000 --> 00:04.000\n</b>Closed only.\n',
  'WEBVTT\n\n00:01.000 --> 00:04.000\n<script>alert(1)</script>\n',
  'WEBVTT\n\n00:01.000 --> 00:04.000\n<img src=x onerror=alert(1)>\n',
  'WEBVTT\n\n00:01.000 --> 00:04.000\n&nothing; text\n',
  `WEBVTT\n\n00:01.000 --> 00:04.000\n${'<i>'.repeat(20_000)}\n`,
  `WEBVTT\n\nNOTE\n${'x\n'.repeat(300_000)}`,
  `WEBVTT\n\n${'x'.repeat(5 * 1024 * 1024)}`,
  Buffer.from([0xff, 0xfe, 0x57, 0x00, 0x45, 0x00]),
  Buffer.from('WEBVTT\n\n00:01.000 --> 00:04.000\n\xff\xfe\n', 'latin1'),
  Buffer.from([0, 1, 2, 3, 0, 0]),
  'WEBVTT\n\n00:01.000 --> 00:04.000\n\n\n',
  'WEBVTT\n\nSTYLE\n::cue { background: url(https://evil.example/) }\n',
  'WEBVTT\n\n99999999999999999999:00:00.000 --> 999999999999999999999:00:00.000\nNever.\n',
  'WEBVTT\n\nfirst\nsecond\n00:01.000 --> 00:04.000\nTwo names.\n',
  `WEBVTT\n\n${'00:01.000 --> 00:00.500\nx\n\n'.repeat(2000)}`,
];

/** Captions that look wrong and are right: nothing of them is markup on the page. */
const FINE: string[] = [
  `\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:04.000\r\nCarriage returns.\r\n`,
  `WEBVTT\n\n00:01.000 --> 00:04.000\n:::\n\n00:05.000 --> 00:06.000\n:::warning[x]\n`,
  `WEBVTT\n\n00:01.000 --> 00:04.000\n# No heading\n- no list\n[no](javascript:link)\n`,
  `WEBVTT\n\n00:01.000 --> 00:04.000\n&lt;script&gt;alert(1)&lt;/script&gt;\n`,
  'WEBVTT\n\n00:01.000 --> 00:04.000\n::snippet{refunds} :var{price} ![x](https://youtu.be/dQw4w9WgXcQ)\n',
  'WEBVTT\n\n00:01.000 --> 00:04.000\n| a | b |\n|---|---|\n',
  `WEBVTT\n\n${Array.from({ length: 10_000 }, (_, n) => `${stamp(n)}.000 --> ${stamp(n)}.900\n${n}\n\n`).join('')}`,
];

/** What stands in an article, and is named there. */
const TEXTS: string[] = [
  '![Gone](videos/gone.mp4)',
  '![Elsewhere](https://example.com/film.mp4)',
  '![A channel](https://www.youtube.com/@bikes)',
  '![A list](https://www.youtube.com/embed/videoseries?list=PL1)',
  '![Too long](https://youtu.be/dQw4w9WgXcQQ)',
  '![Nearly](https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ)',
  '![Script](javascript:alert(1)//youtu.be/dQw4w9WgXcQ)',
  '![Someone](https://user:word@youtu.be/dQw4w9WgXcQ)',
  '![](https://youtu.be/dQw4w9WgXcQ)',
  '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
  '<video src="videos/fine.webm" autoplay onplay="alert(1)"></video>',
  '<span class="embed" data-player="https://evil.example/">x</span> ![](videos/fine.webm)',
  '![Escaped](videos/..%2f..%2f..%2fsite.yaml.mp4)',
  '![Up](../../../../../../etc/passwd.mp4)',
  '![Root](/videos/fine.webm)',
];

/** Films that are none. */
const FILMS: Record<string, string | Buffer> = {
  'empty.mp4': '',
  'page.mp4': '<!doctype html><script>alert(1)</script>',
  'pointer.mp4': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n',
  'matroska.webm': Buffer.from('1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61', 'hex'),
  'picture.webm': Buffer.from('89504e470d0a1a0a', 'hex'),
};

let root: string;
let center: HelpCenter;
let problems: Problem[];
let seconds: number;

async function write(file: string, text: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

const folder = 'articles/en/plans';
const article = (id: string, text: string): Promise<void> =>
  write(
    `${folder}/${id}.md`,
    `---\ntitle: Title of ${id}\nid: ${id}\ndescription: About ${id}.\n---\n\nA text.\n\n${text}\n`,
  );

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-hostile-films-'));
  await cp(base, root, { recursive: true });
  // One half of them are of films beside the article, the other of films of another site.
  for (const [n, text] of [...CAPTIONS, ...FINE].entries()) {
    const id = `hostile-${String(n).padStart(3, '0')}`;
    await write(`${folder}/videos/${id}.webm`, FILM);
    await write(`${folder}/videos/${id}.vtt`, text);
    await write(`videos/${id}.en.vtt`, text);
    await article(id, `![A](videos/${id}.webm)\n\n![B](https://www.youtube.com/watch?v=${id})`);
  }
  for (const [n, text] of TEXTS.entries()) await article(`text-${n}`, text);
  for (const [name, bytes] of Object.entries(FILMS)) {
    await write(`${folder}/videos/${name}`, bytes);
    await article(`film-${name.replace('.', '-')}`, `![A](videos/${name})`);
  }
  await write(`${folder}/videos/fine.webm`, FILM);
  await write(`${folder}/videos/huge.webm`, FILM);
  await truncate(join(root, folder, 'videos/huge.webm'), 5 * 1024 ** 3);
  await article('huge', '![Huge](videos/huge.webm)');
  const before = process.cpuUsage();
  center = await readHelpCenter(root);
  problems = await checkContent(center);
  const { user, system } = process.cpuUsage(before);
  seconds = (user + system) / 1e6;
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const foundIn = (file: string): string[] => problems.filter((each) => each.file === file).map(({ found }) => found);

describe(`${2 * CAPTIONS.length + TEXTS.length + 6} hostile captions, films and addresses`, () => {
  test('are each named at their file', () => {
    const named = new Set(problems.filter(({ severity }) => severity !== 'note').map(({ file }) => file));
    const expected = [
      ...CAPTIONS.flatMap((_, n) => {
        const id = `hostile-${String(n).padStart(3, '0')}`;
        return [`${folder}/videos/${id}.vtt`, `videos/${id}.en.vtt`];
      }),
      ...TEXTS.map((_, n) => `${folder}/text-${n}.md`),
      ...Object.keys(FILMS).map((name) => `${folder}/videos/${name}`),
    ];
    expect(expected.filter((file) => !named.has(file))).toEqual([]);
    expect(foundIn(`${folder}/huge.md`)).toContain('the film "videos/huge.webm" of 5120 MB');
  });

  test('are told with a line that is there, what was found, expected and to be done', () => {
    for (const { file, line, found, expected, remedy } of problems) {
      expect(line, file).toBeGreaterThanOrEqual(1);
      expect(Math.min(found.length, expected.length, remedy.length), file).toBeGreaterThan(0);
      expect(`${found}${expected}${remedy}`).not.toMatch(/undefined|\[object Object\]|node_modules/);
    }
    expect(foundIn(`${folder}/videos/pointer.mp4`)).toEqual(['what Git LFS keeps in the place of a film']);
    expect(foundIn(`${folder}/text-2.md`)).toContain('a film at "https://www.youtube.com/@bikes", which names none');
    expect(problems.find(({ file }) => file === 'videos/hostile-008.en.vtt')?.line).toBe(3);
  });

  test('take no time, and leave pages that can be read', () => {
    expect(seconds).toBeLessThan(60);
    expect(Math.max(...center.articles.map(({ body }) => body.length))).toBeLessThan(2 * 1024 * 1024);
  });

  test('do not let what is said become anything else than words', () => {
    for (const [n] of FINE.entries()) {
      const id = `hostile-${String(CAPTIONS.length + n).padStart(3, '0')}`;
      expect([...foundIn(`${folder}/videos/${id}.vtt`), ...foundIn(`videos/${id}.en.vtt`)]).toEqual([]);
      const page = center.articles.find((each) => each.id === id)!;
      // An address that is said is a link; nothing of it is loaded.
      const brought = page.references.filter(({ kind, target, text }) => kind === 'image' || target !== text);
      expect(brought.map(({ target }) => target.replace(/^#.*/, '#'))).toEqual(
        expect.arrayContaining([`videos/${id}.webm`, `https://www.youtube.com/watch?v=${id}`]),
      );
      expect(brought.filter(({ target }) => !target.startsWith('#'))).toHaveLength(2);
      expect(page.diagnostics).toEqual([]);
      expect(page.headings.map(({ text }) => text)).toEqual(['A', 'B']);
    }
  });
});
