import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
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

test('a folder without a built site is an error that says what to do', async () => {
  await expect(serveStatic(join(folder, 'en', 'none'))).rejects.toThrow(
    'index.html is missing. Run npm run build first.',
  );
});

test('a taken port is an error that says what to do', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveStatic(folder, { port })).rejects.toThrow(`Port ${port} is taken by another program.`);
});
