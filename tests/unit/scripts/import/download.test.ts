import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { checkContent } from '../../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import { publishedDownloads } from '../../../../src/integrations/downloads.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
let server: Server;
let origin: string;
let asked: string[];
let broken: Set<string>;
/** Content types by path; images where nothing is said. */
let types: Record<string, string>;
/** What the server sends, by content type. */
const bodies: Record<string, string | Uint8Array> = {
  'image/png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  'text/html': '<!doctype html><title>Sign in</title>',
  'text/html; charset=utf-8': '<!doctype html><title>Sign in</title>',
  'video/mp4': Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'),
  'text/vtt': 'WEBVTT\n\n00:01.000 --> 00:04.000\nFold it.\n',
  'application/pdf': '%PDF-1.7 Manual',
  'application/zip': Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-'));
  asked = [];
  types = { '/page.png': 'text/html' };
  broken = new Set(['/gone.png', '/page.png']);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', types[request.url ?? ''] ?? 'image/png');
    response.statusCode = broken.has(request.url ?? '') && request.url !== '/page.png' ? 404 : 200;
    response.end(bodies[types[request.url ?? ''] ?? 'image/png']);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const body = `<img src="${origin}/a/lamp.png" alt="A"><img src="/b/lamp.png" alt="B"><img src="${origin}/gone.png" alt="C"><img src="${origin}/page.png" alt="D">`;
  await writeFile(
    join(folder, 'export.json'),
    JSON.stringify({
      articles: [{ id: 1, title: 'One', body, html_url: `${origin}/hc/en-us/articles/1-One`, user_segment_id: null }],
    }),
  );
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (options: { download?: boolean; check?: boolean; allowPrivate?: boolean }) =>
  runImport({
    from: join(folder, 'export.json'),
    out: join(folder, 'out'),
    convert: convertHere,
    allowPrivate: true,
    ...options,
  });
const article = (): Promise<string> => readFile(join(folder, 'out/articles/en/general/one.md'), 'utf8');

describe('Images on other sites', () => {
  test('are not fetched unless asked for, nor by a check', async () => {
    await run({});
    await run({ download: true, check: true });
    expect(asked).toEqual([]);
    expect(await article()).toContain(`[A](${origin}/a/lamp.png)`);
  });

  test('are fetched with --download; what fails stays a link and is named', async () => {
    const report = await run({ download: true });
    expect(report.images.downloaded).toBe(2);
    const text = await article();
    expect(text).toMatch(
      /!\[A\]\(\.\.\/\.\.\/\.\.\/images\/lamp-[0-9a-f]{8}\.png\)!\[B\]\(\.\.\/\.\.\/\.\.\/images\/lamp-[0-9a-f]{8}\.png\)/,
    );
    expect(text).toContain(`[C](${origin}/gone.png)`);
    expect(
      report.notes
        .map((note) => note.detail)
        .sort()
        .slice(0, 2),
    ).toEqual([
      `${origin}/gone.png could not be fetched (the server answered 404); it stays a link. Run again to try again.`,
      `${origin}/page.png could not be fetched (it is no image but text/html); it stays a link. Run again to try again.`,
    ]);
  });

  test('that are there are not fetched again; those that failed are tried again', async () => {
    await run({ download: true });
    asked = [];
    broken.clear();
    const report = await run({ download: true });
    expect(asked.sort()).toEqual(['/gone.png', '/page.png']);
    expect(report.images.downloaded).toBe(1);
    expect(await article()).toContain('![C]');
  });
});

describe('Films on other sites', () => {
  test('are fetched with --download, with their poster and captions beside them; a page in their place is none', async () => {
    types = { '/fold.mp4': 'video/mp4', '/de.vtt': 'text/vtt', '/login.mp4': 'text/html' };
    const video = `<video poster="${origin}/still" title="Fold it"><source src="/fold.mp4"><track src="${origin}/de.vtt" srclang="de"></video>`;
    await writeFile(
      join(folder, 'export.json'),
      JSON.stringify({
        articles: [
          {
            id: 1,
            title: 'One',
            body: `<p>x</p>${video}<video src="${origin}/login.mp4" title="No film"></video><iframe src="https://youtu.be/lampvideo01" title="Theirs"></iframe>`,
            html_url: `${origin}/hc/en-us/articles/1-One`,
            user_segment_id: null,
          },
        ],
      }),
    );
    expect((await run({ check: true })).videos).toEqual({ shown: 1, copied: 0 });
    expect(asked).toEqual([]);
    const report = await run({ download: true });
    expect(report.videos).toEqual({ shown: 2, copied: 0 });
    expect((await readdir(join(folder, 'out/videos'))).map((name) => name.replace(/-[0-9a-f]{8}/, ''))).toEqual([
      'fold.de.vtt',
      'fold.mp4',
      'fold.png',
    ]);
    expect(await article()).toMatch(
      /!\[Fold it\]\(\.\.\/\.\.\/\.\.\/videos\/fold-[0-9a-f]{8}\.mp4\)\n\n\[No film\]\(.*\/login\.mp4\)\n\n!\[Theirs\]\(https:\/\/www\.youtube\.com\/watch\?v=lampvideo01\)/,
    );
    expect(report.notes.map(({ detail }) => detail)).toContain(
      `${origin}/login.mp4 could not be fetched (it is no film but text/html); it stays a link. Run again to try again.`,
    );
    asked = [];
    await run({ download: true });
    expect(asked).toEqual(['/login.mp4']);
  });
});

describe('Attachments of the old help center', () => {
  const body = () =>
    `<p><a href="${origin}/hc/article_attachments/7/manual.pdf">Manual</a> <a href="/hc/en-us/article_attachments/8">Drawing</a> <a href="https://else.example/theirs.pdf">Theirs</a> <a href="${origin}/hc/article_attachments/9/login.pdf">Gone</a></p>`;
  const files = async () => (await readdir(join(folder, 'out/files')).catch(() => [])).sort();
  beforeEach(async () => {
    types = {
      '/hc/article_attachments/7/manual.pdf': 'application/pdf',
      '/hc/en-us/article_attachments/8': 'application/zip',
      '/hc/article_attachments/9/login.pdf': 'text/html; charset=utf-8',
    };
    await writeFile(
      join(folder, 'export.json'),
      JSON.stringify({
        articles: [
          { id: 1, title: 'One', body: body(), html_url: `${origin}/hc/en-us/articles/1-One`, user_segment_id: null },
        ],
      }),
    );
  });

  test('are listed by article and stay links unless they are asked for', async () => {
    const report = await run({});
    expect(asked).toEqual([]);
    expect(
      report.changes[0]?.notes.map(({ kind }) => kind).filter((kind) => kind.startsWith('attachment')),
    ).toHaveLength(3);
    expect(report.changes[0]?.notes.find(({ kind }) => kind === 'attachment-elsewhere')?.detail).toBe(
      `${origin}/hc/article_attachments/7/manual.pdf is a file on the old site and stays a link; --download fetches it`,
    );
    expect(await article()).toContain(`[Manual](${origin}/hc/article_attachments/7/manual.pdf)`);
  });

  test('are fetched into files/ with --download, and linked there; a page in their place is none', async () => {
    const report = await run({ download: true });
    expect(await files()).toEqual([
      expect.stringMatching(/^8-[0-9a-f]{8}\.zip$/),
      expect.stringMatching(/^manual-[0-9a-f]{8}\.pdf$/),
    ]);
    expect(await article()).toMatch(
      /\[Manual\]\(\.\.\/\.\.\/\.\.\/files\/manual-[0-9a-f]{8}\.pdf\) \[Drawing\]\(\.\.\/\.\.\/\.\.\/files\/8-[0-9a-f]{8}\.zip\) \[Theirs\]\(https:\/\/else\.example\/theirs\.pdf\)/,
    );
    expect(report.notes.map(({ detail }) => detail)).toContain(
      `${origin}/hc/article_attachments/9/login.pdf could not be fetched (it is no file to download but text/html); it stays a link. Run again to try again.`,
    );
    const center = await readHelpCenter(join(folder, 'out'));
    expect(await checkContent(center, { only: ['internal-link'] })).toEqual([]);
    expect(publishedDownloads(center)).toHaveLength(2);
  });

  test('beside a tree of Markdown come along without being asked for', async () => {
    await mkdir(join(folder, 'tree/billing'), { recursive: true });
    await writeFile(join(folder, 'tree/billing/price-list.pdf'), 'pdf');
    await writeFile(join(folder, 'tree/billing/prices.md'), '# Prices\n\nSee [the list](price-list.pdf).\n');
    const report = await runImport({ from: join(folder, 'tree'), out: join(folder, 'out'), convert: convertHere });
    expect(report.images.files).toBe(1);
    expect(await files()).toEqual(['price-list.pdf']);
    const written = report.files.find(({ path }) => path.endsWith('/prices.md'))!.path;
    expect(await readFile(join(folder, 'out', written), 'utf8')).toContain('[the list](../../../files/price-list.pdf)');
  });
});

describe('An interrupted import', () => {
  test('goes on where it stopped, and doubles nothing', async () => {
    const clean = await run({});
    const before = await article();
    // As if the power had failed between writing the articles and the memory of them.
    await rm(join(folder, 'out/.import/state.json'));
    await writeFile(join(folder, 'out/articles/en/general/one.md.3f2a.tmp'), 'half');
    const again = await run({});
    expect(again.totals).toMatchObject({ create: 0, update: 0, conflict: 0, unchanged: clean.totals.create - 1 });
    expect(await article()).toBe(before);
    expect((await run({})).files).toEqual([]);
  });

  test('is refused with the remedy when its state is broken', async () => {
    await run({});
    await writeFile(join(folder, 'out/.import/state.json'), '{"version":1,');
    await expect(run({})).rejects.toThrow(
      /cannot be read\. It tells which files were edited since the last import\. Restore it from git, or delete it/,
    );
  });
});
