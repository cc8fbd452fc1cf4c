import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StaticServer, serveStatic } from '../../../../scripts/lib/site/serve-static.ts';

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(folder, 'en'));
  await writeFile(join(folder, 'index.html'), '<p>home');
  await writeFile(join(folder, 'en/index.html'), `<p>${'long text '.repeat(200)}`);
  await writeFile(join(folder, '404.html'), '<p>lost');
  await writeFile(join(folder, '_headers'), "/help/*\n  Content-Security-Policy: default-src 'none'\n");
  server = await serveStatic(folder, { base: '/help/' });
});

afterAll(() => server.close());

test('a page is served compressed, below the base path, with the headers of _headers', async () => {
  const response = await fetch(`${server.url}en/`, { headers: { 'Accept-Encoding': 'br' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(await response.text()).toContain('long text');
});

test('a page is compressed once for all visitors, anew when it has changed, and not sent to one that has it', async () => {
  const file = join(folder, 'en/plans.html');
  const page = (headers = {}): Promise<Response> =>
    fetch(`${server.url}en/plans.html`, { headers: { 'Accept-Encoding': 'br', ...headers } });
  await writeFile(file, `<p>${'all plans '.repeat(200)}`);
  const [first, second] = [await page(), await page()];
  for (const { status, headers } of [first, second])
    expect([status, headers.get('content-encoding'), headers.get('content-security-policy')]).toEqual([
      200,
      'br',
      "default-src 'none'",
    ]);
  for (const name of ['etag', 'last-modified', 'cache-control', 'content-type', 'vary'])
    expect(second.headers.get(name), name).toBe(first.headers.get(name));
  expect(await second.text()).toBe(await first.text());
  // Its length is known by then, which it is not while compressing.
  expect([first, second].map(({ headers }) => headers.has('content-length'))).toEqual([false, true]);
  expect((await page({ 'Accept-Encoding': 'identity' })).headers.get('content-encoding')).toBe(null);
  const known = await page({ 'If-None-Match': first.headers.get('etag'), 'Cache-Control': 'max-age=0' });
  expect([known.status, await known.text()]).toEqual([304, '']);

  await writeFile(file, `<p>${'new plans '.repeat(300)}`);
  expect(await (await page()).text()).toContain('new plans');
});

test('a missing page gets the 404 page with status 404 and the same headers', async () => {
  const response = await fetch(`${server.url}nowhere/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('<p>lost');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
});

test('the root leads to the base path', async () => {
  const response = await fetch(new URL('/', server.url));
  expect(response.url).toBe(server.url);
});

test('a request for // or for another scheme is answered, and the server lives on', async () => {
  for (const target of [
    '//',
    '//evil.example/',
    '///',
    '/help//',
    'http://evil.example/',
    '/help/%',
    '/help/%00',
    '*',
  ]) {
    const { status, location } = await ask(target);
    expect([200, 302, 400, 404], target).toContain(status);
    expect(location ?? '/help/', target).toMatch(/^\/[^/]/);
  }
  expect((await fetch(`${server.url}en/`)).status).toBe(200);
});

test('a folder asked for without its slash leads to it below the base path, with its query', async () => {
  const response = await fetch(`${server.url}en?q=1`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/help/en/?q=1');
});

test.each([
  ['bytes=0-0', '<', 'bytes 0-0/7'],
  ['bytes=-4', 'home', 'bytes 3-6/7'],
  ['bytes=3-', 'home', 'bytes 3-6/7'],
  ['bytes=1-99', 'p>home', 'bytes 1-6/7'],
])('of a file the range %s is sent as it is, uncompressed', async (range, text, place) => {
  const response = await fetch(server.url, { headers: { range, 'Accept-Encoding': 'br' } });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(place);
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(await response.text()).toBe(text);
});

test('a range beyond the end of the file gets 416, and one in another unit the whole file', async () => {
  const beyond = await fetch(server.url, { headers: { range: 'bytes=99-' } });
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */7']);
  const other = await fetch(server.url, { headers: { range: 'lines=1-2' } });
  expect([other.status, await other.text()]).toEqual([200, '<p>home']);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s is refused with 405, the methods that are allowed named',
  async (method) => {
    const response = await fetch(`${server.url}en/`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  },
);

test('a file that went since the server began is not found, and the server lives on', async () => {
  await writeFile(join(folder, 'gone.txt'), 'gone');
  expect((await fetch(`${server.url}gone.txt`)).status).toBe(200);
  await rm(join(folder, 'gone.txt'));
  expect((await fetch(`${server.url}gone.txt`)).status).toBe(404);
  expect((await fetch(`${server.url}en/`)).status).toBe(200);
});

test('a folder without a built site is an error that says what to do', async () => {
  await expect(serveStatic(join(folder, 'en', 'none'))).rejects.toThrow(
    'index.html is missing. Run npm run build first.',
  );
});

test('a taken port is an error that says what to do', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveStatic(folder, { port })).rejects.toThrow(`Port ${port} is taken by another program.`);
});

/** Puts a request target on the wire as it is; fetch would tidy it. */
function ask(target: string): Promise<{ status?: number; location?: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    request({ host: 'localhost', port, path: target }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, location: response.headers.location });
    })
      .on('error', reject)
      .end();
  });
}
