import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOfflineCopy } from '../../../../scripts/lib/preview/offline-copy.ts';
import { filesBelow } from '../../../../src/cache/files-below.ts';

let root: string;
let out: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-offline-'));
  out = join(root, 'copy');
});
afterEach(() => rm(root, { recursive: true }));

const page = (head: string, body: string): string =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="script-src 'self'">${head}</head><body>${body}</body></html>`;

async function build(files: Record<string, string>): Promise<string> {
  const built = join(root, 'dist');
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(built, file)), { recursive: true });
    await writeFile(join(built, file), text);
  }
  return built;
}

/** What the body of en/a/b/index.html becomes in a site with a few more files. */
async function body(html: string, head = ''): Promise<string> {
  const built = await build({
    'index.html': page('', 'home'),
    'en/index.html': page('', 'en'),
    'en/a/b/index.html': page(head, html),
    'en/c d/index.html': page('', 'c'),
    'files/한 글.pdf': 'pdf',
    'other.js': 'alert(1)',
    _headers: '/*',
  });
  await writeOfflineCopy(built, '/help/', out);
  const text = await readFile(join(out, 'en/a/b/index.html'), 'utf8');
  expect(text).toContain('<p class="wrap" lang="en" dir="ltr" role="note">A preview from files: ');
  return text.replace(/^.*?role="note">.*?<\/p>/s, '').replace('</body></html>', '');
}

describe('a copy that opens from a folder', () => {
  it.each([
    ['/help/', '../../../index.html'],
    ['/help/en/', '../../index.html'],
    ['/help/en', '../../index.html'],
    ['/help/en/?q=x&y#z', '../../index.html?q=x&amp;y#z'],
    ['/help/en/a/b/', 'index.html'],
    ['../../', '../../index.html'],
    ['/help/en/c%20d/#h', '../../c%20d/index.html#h'],
    ['/help/files/%ED%95%9C%20%EA%B8%80.pdf', '../../../files/%ED%95%9C%20%EA%B8%80.pdf'],
  ])('leads from file to file: %s', async (from, to) => {
    expect(await body(`<a href="${from}">x</a>`)).toBe(`<a href="${to}">x</a>`.replace('&amp;', '&#x26;'));
  });

  it.each([
    '#part',
    'https://example.com/help/en/',
    'mailto:a@example.com',
    '/elsewhere/',
    '/help/gone/',
    '/help/../etc/',
    '/help/%2e%2e%2fen/',
    '/help/%zz/',
  ])('leaves alone what leads nowhere in the site: %s', async (address) => {
    expect(await body(`<a href="${address}">x</a>`)).toBe(`<a href="${address}">x</a>`);
  });

  it('has no scripts, shows what is for readers without them, and keeps quiet beside a search box', async () => {
    const html = await body(
      '<script>a()</script><script src="/help/other.js"></script><p>1</p><noscript><p>2</p></noscript>' +
        '<div><form role="search" action="/help/en/"></form><noscript><p>3</p></noscript></div>',
      '<link rel="modulepreload" href="/help/other.js"><link rel="preload" as="font" href="/help/f.woff2" crossorigin>',
    );
    expect(html).toBe('<p>1</p><p>2</p><div><form role="search" action="../../index.html"></form></div>');
    const text = await readFile(join(out, 'en/a/b/index.html'), 'utf8');
    expect(text).not.toMatch(/<script|<link|other\.js/);
    expect(text.match(/http-equiv="[^"]*" content="[^"]*"/gi)?.map((one) => one.replaceAll('&#x27;', "'"))).toEqual([
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; font-src data:; form-action 'self' file:; base-uri 'none'"`,
    ]);
  });

  it('follows pages that lead on, and pictures of every size', async () => {
    const html = await body(
      '<img src="/help/files/한 글.pdf" srcset="/help/en/ 1x, /help/ 2x">',
      '<meta http-equiv="refresh" content="0; url=/help/en/">',
    );
    expect(html).toBe(
      '<img src="../../../files/%ED%95%9C%20%EA%B8%80.pdf" srcset="../../index.html 1x, ../../../index.html 2x">',
    );
    expect(await readFile(join(out, 'en/a/b/index.html'), 'utf8')).toContain('content="0; url=../../index.html"');
  });

  it('holds pages and what they name, with the files of style sheets in these', async () => {
    const built = await build({
      'index.html': page('<link rel="stylesheet" href="/a.css" crossorigin="anonymous">', '<img src="/b.png">'),
      'a.css': '@layer x{p{mask:url("/c d.svg");background:url(b.png)}}@font-face{font-family:F;src:url(/f.woff2)}',
      'b.png': 'png',
      'c d.svg': '<svg/>',
      'f.woff2': 'font',
      'unused.png': 'x',
      '_search/index.bin': 'x',
    });
    expect(await writeOfflineCopy(built, '/', out)).toBe(1);
    const files = (await filesBelow(out)).map((file) => file.slice(out.length + 1));
    expect(files).toEqual(['.signpost-files', 'a.css', 'b.png', 'index.html']);
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const css = await readFile(join(out, 'a.css'), 'utf8');
    for (const part of [
      `data:image/svg+xml;base64,${base64('<svg/>')}`,
      `data:image/png;base64,${base64('png')}`,
      `data:font/woff2;base64,${base64('font')}`,
    ])
      expect(css).toContain(part);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('<link rel="stylesheet" href="a.css">');
  });

  it('is written anew over an earlier one, and never among files of others', async () => {
    const built = await build({ 'index.html': page('', '<a href="/gone.html">x</a>'), 'gone.html': page('', '') });
    await writeOfflineCopy(built, '/', out);
    await rm(join(built, 'gone.html'));
    await writeOfflineCopy(built, '/', out);
    expect((await filesBelow(out)).map((file) => file.slice(out.length + 1))).toEqual([
      '.signpost-files',
      'index.html',
    ]);
    const others = join(root, 'others');
    await mkdir(others);
    await writeFile(join(others, 'thesis.tex'), 'mine');
    await expect(writeOfflineCopy(built, '/', others)).rejects.toThrow(
      /others is no folder to build into.*thesis\.tex/,
    );
    expect(await readFile(join(others, 'thesis.tex'), 'utf8')).toBe('mine');
  });

  it('never takes the place of the site it is made from', async () => {
    const built = await build({ 'index.html': page('', ''), '.signpost-files': 'index.html\n' });
    for (const folder of [built, join(built, 'copy')])
      await expect(writeOfflineCopy(built, '/', folder)).rejects.toThrow(
        `${folder} is the built site or lies in it, and nothing was written. Name another folder.`,
      );
    expect((await filesBelow(built)).map((file) => file.slice(built.length + 1))).toEqual([
      '.signpost-files',
      'index.html',
    ]);
  });

  it('needs a built site', async () => {
    await expect(writeOfflineCopy(root, '/', out)).rejects.toThrow(
      `No built site in ${root}: index.html is missing. Run npm run build first.`,
    );
  });
});
