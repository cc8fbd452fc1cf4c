import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { fetchFile } from '../../../../scripts/lib/import/write/fetch-file.ts';
import { attachmentEnding, pictureEnding } from '../../../../scripts/lib/import/write/file-kind.ts';
import { isPublic } from '../../../../scripts/lib/network/public-address.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let server: Server;
let port: number;
let asked: string[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-hostile-'));
  asked = [];
  answer = (_, response) => response.setHeader('content-type', 'image/png').end(png);
  server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(body: string, options: { allowPrivate?: boolean } = {}) {
  await writeFile(
    join(folder, 'export.json'),
    JSON.stringify({
      articles: [
        {
          id: 1,
          title: 'One',
          body,
          html_url: `http://127.0.0.1:${port}/hc/en-us/articles/1-One`,
          user_segment_id: null,
        },
      ],
    }),
  );
  return runImport({
    from: join(folder, 'export.json'),
    out: join(folder, 'out'),
    convert: convertHere,
    download: true,
    ...options,
  });
}

describe('Addresses that are not on the public Internet', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    'localhost',
    '１２７.０.０.１',
  ])('are not fetched unless they are allowed, however they are spelled: %s', async (host) => {
    const report = await run(`<img src="http://${host}:${port}/article_attachments/../latest/meta-data" alt="A">`);
    expect(asked).toEqual([]);
    const [detail = ''] = report.notes.map(({ detail }) => detail).filter((detail) => detail.includes('fetched'));
    expect(detail).toMatch(
      / is (at \S+, )?not on the public Internet; --allow-private fetches from there too\); it stays/,
    );
    expect(report.images.downloaded).toBe(0);
  });

  test('are fetched with --allow-private', async () => {
    const report = await run(`<img src="http://localhost:${port}/a.png" alt="A">`, { allowPrivate: true });
    expect(asked).toEqual([`localhost:${port}/a.png`]);
    expect(report.images.downloaded).toBe(1);
  });

  test.each([
    ['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1'],
    ['192.0.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ['::', '::1', 'fc00::1', 'fd12::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1'],
    ['::ffff:10.0.0.1', '::ffff:0:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001::1', '::10.0.0.1'],
  ])('are known by their range: %s …', (...addresses) => {
    expect(addresses.filter(isPublic)).toEqual([]);
    expect(['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'].every(isPublic)).toBe(true);
  });

  test('are not reached by a redirect either, nor by a name that leads there', async () => {
    const here = (address: string): boolean => address === '127.0.0.1';
    answer = (_, response) => response.writeHead(302, { location: `http://[::ffff:127.0.0.2]:${port}/secret` }).end();
    await expect(fetchFile(`http://127.0.0.1:${port}/`, here)).rejects.toThrow('not on the public Internet');
    answer = (_, response) => response.writeHead(302, { location: `//localhost:${port}/secret` }).end();
    await expect(fetchFile(`http://127.0.0.1:${port}/`, (one) => here(one) && asked.length < 2)).rejects.toThrow(
      'localhost is at 127.0.0.1, not on the public Internet',
    );
    expect(asked).toEqual([`127.0.0.1:${port}/`, `127.0.0.1:${port}/`]);
  });
});

describe('A server that answers otherwise than it should', () => {
  const all = () => true;
  const fetched = () => fetchFile(`http://127.0.0.1:${port}/a`, all);

  test('is not followed for ever, nor to what is no web address or holds a password', async () => {
    answer = (_, response) => response.writeHead(301, { location: '/a' }).end();
    await expect(fetched()).rejects.toThrow('it leads on more than 5 times');
    expect(asked).toHaveLength(6);
    for (const location of ['file:///etc/passwd', 'ftp://example.com/a', 'http://[', 'data:image/png;base64,AAAA']) {
      answer = (_, response) => response.writeHead(302, { location }).end();
      await expect(fetched()).rejects.toThrow('it is no address of the web');
    }
    answer = (_, response) => response.writeHead(302, { location: 'http://user:secret@example.com/' }).end();
    await expect(fetched()).rejects.toThrow('its address holds a user’s name or password');
  });

  test('is heard no longer than 25 MB, unpacked', async () => {
    answer = (_, response) => response.end(Buffer.alloc(26 * 1024 * 1024));
    await expect(fetched()).rejects.toThrow('it is larger than 25 MB');
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end(bomb);
    await expect(fetched()).rejects.toThrow('it is larger than 25 MB');
  });

  test('that breaks off, or sends what cannot be unpacked, gives an error', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(fetched()).rejects.toThrow();
    answer = (_, response) => response.setHeader('content-encoding', 'br').end('no brotli');
    await expect(fetched()).rejects.toThrow();
  });
});

describe('What was fetched', () => {
  const file = (bytes: string | Uint8Array, type = '', disposition = '') => ({
    bytes: Buffer.from(bytes),
    type,
    disposition,
  });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">';

  test('is a picture by its content, not by what the server calls it', async () => {
    expect(await pictureEnding(file(png, 'text/html'))).toBe('.png');
    expect(await pictureEnding(file(`${svg}</svg>`, 'image/svg+xml'))).toBe('.svg');
    await expect(pictureEnding(file('<!doctype html><script>1</script>', 'image/png'))).rejects.toThrow(
      'it is no image but image/png',
    );
    await expect(pictureEnding(file(`${svg}<script>1</script></svg>`, 'image/svg+xml'))).rejects.toThrow(
      'it is a drawing with the element <script>',
    );
  });

  test('is no attachment when a browser would run it', async () => {
    const at = (name: string) => `https://a.example/article_attachments/${name}`;
    expect(await attachmentEnding(at('manual.pdf'), file('%PDF-1.7'))).toBe('.pdf');
    expect(await attachmentEnding(at('8'), file('PK\u0003\u0004', '', 'attachment; filename="a.docx"'))).toBe('.docx');
    expect(await attachmentEnding(at('picture.pdf'), file(png))).toBe('.png');
    expect(await attachmentEnding(at('9'), file('a,b', 'text/csv'))).toBe('.bin');
    for (const [name, bytes] of [
      ['a.html', 'x'],
      ['a.js', 'x'],
      ['a.xml', '<x/>'],
      ['a.pdf', ' <!doctype html><script>1</script>'],
      ['a', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ] as const)
      await expect(attachmentEnding(at(name), file(bytes)), name).rejects.toThrow(/^it is no file to download but a /);
    await expect(attachmentEnding(at('a.svg'), file(`${svg}<foreignObject/></svg>`))).rejects.toThrow(
      'it is a drawing with the element <foreignObject>',
    );
  });
});

describe('The report', () => {
  test('holds no password and no key of an address that could not be fetched', async () => {
    const report = await run(
      `<img src="http://user:hunter2@127.0.0.1:${port}/a.png?X-Key=hunter3" alt="A"><img src="http://127.0.0.1:${port}/b.png?token=hunter4" alt="B"><a href="http://me:hunter5@127.0.0.1:${port}/article_attachments/9?x=hunter6">C</a>`,
    );
    expect(asked).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/hunter/);
    expect(await readFile(join(folder, 'out/.import/report.json'), 'utf8')).not.toMatch(/hunter/);
    expect(report.notes.map(({ detail }) => detail)).toContain(
      `http://127.0.0.1:${port}/a.png?… could not be fetched (its address holds a user’s name or password); it stays a link. Run again to try again.`,
    );
  });
});

describe('Symbolic links in the target', () => {
  test.each(['images', 'files', 'articles', '.import'])('are not written through: %s', async (name) => {
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    await mkdir(join(folder, 'out'));
    await symlink(elsewhere, join(folder, 'out', name));
    const body = `<img src="http://127.0.0.1:${port}/a.png" alt="A"><a href="http://127.0.0.1:${port}/article_attachments/9/a.png">B</a>`;
    const failed = await run(body, { allowPrivate: true }).then(
      (report) => report.notes.map(({ detail }) => detail).join('\n'),
      (error: Error) => error.message,
    );
    expect(failed).toContain(`${join(folder, 'out', name)} is a symbolic link, so ${name}/`);
    expect(failed).toContain('would be written elsewhere. Replace the link by a folder.');
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test('are replaced where a file of the source is to be, and what they lead to stays as it is', async () => {
    await mkdir(join(folder, 'tree/billing'), { recursive: true });
    await mkdir(join(folder, 'out/files'), { recursive: true });
    await writeFile(join(folder, 'precious.pdf'), 'precious');
    await symlink(join(folder, 'precious.pdf'), join(folder, 'out/files/list.pdf'));
    await writeFile(join(folder, 'tree/billing/list.pdf'), '%PDF-1.7');
    await writeFile(join(folder, 'tree/billing/prices.md'), '# Prices\n\nSee [the list](list.pdf).\n');
    await runImport({ from: join(folder, 'tree'), out: join(folder, 'out'), convert: convertHere });
    expect(await readFile(join(folder, 'precious.pdf'), 'utf8')).toBe('precious');
    expect((await lstat(join(folder, 'out/files/list.pdf'))).isSymbolicLink()).toBe(false);
  });
});
