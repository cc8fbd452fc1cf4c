import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpServer } from '../../../../scripts/lib/mcp/http.ts';
import { LiveContent } from '../../../../scripts/lib/mcp/live-content.ts';
import { type SmallHelpCenter, smallHelpCenter } from './help-center.ts';

const command = fileURLToPath(new URL('../../../../scripts/mcp.ts', import.meta.url));
const OPTIONS = { hosts: ['help.example.com'], origins: ['https://shop.example.com'], rate: 1000, proxies: [] };
const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
let center: SmallHelpCenter;
let live: LiveContent;
let app: FastifyInstance;
let address: string;
const before = process.env.SIGNPOST_CACHE;

beforeAll(async () => {
  center = await smallHelpCenter();
  process.env.SIGNPOST_CACHE = center.cache;
  live = new LiveContent(center.content, { report: () => {} });
  ({ app } = await httpServer(live, OPTIONS));
  address = `${await app.listen({ port: 0 })}/mcp`;
}, 60_000);
afterAll(async () => {
  await app.close();
  if (before === undefined) delete process.env.SIGNPOST_CACHE;
  else process.env.SIGNPOST_CACHE = before;
  await center.remove();
});

async function connect(mode?: 'auto'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { ...(mode && { versionNegotiation: { mode } }) });
  await client.connect(new StreamableHTTPClientTransport(new URL(address)));
  return client;
}

/** The answer to one request for a search, as whoever has no client sends it. */
async function post(headers: Record<string, string> = {}, body?: string, from = app) {
  const asked = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'search', arguments: { query: 'refund' } },
  };
  const response = await from.inject({
    method: 'POST',
    url: '/mcp',
    headers: { ...JSON_HEADERS, ...headers },
    body: body ?? JSON.stringify(asked),
  });
  return { status: response.statusCode, body: response.body, headers: response.headers };
}

describe('clients over HTTP', () => {
  it.each(['auto', undefined] as const)('list, search, read and close, by negotiation %s', async (mode) => {
    const client = await connect(mode);
    expect((await client.listTools()).tools).toHaveLength(3);
    const { structuredContent } = await client.callTool({
      name: 'search',
      arguments: { query: 'refund', limit: 1 },
    });
    expect(structuredContent).toMatchObject({ answers: [{ id: 'refunds' }] });
    expect((await client.listResources()).resources).toHaveLength(4);
    const { contents } = await client.readResource({ uri: 'article://en/refunds' });
    expect(contents[0]).toMatchObject({ text: expect.stringContaining('# How do I get a refund?') });
    const wrong = await client.callTool({ name: 'read', arguments: { article: 'refund' } });
    expect(wrong).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('Did you mean') }] });
    await client.close();
  });

  it('ask side by side, each its own question', async () => {
    const clients = await Promise.all([connect('auto'), connect()]);
    const asked = Array.from({ length: 20 }, (_, number) => (number % 2 === 0 ? 'refund' : 'pause'));
    const answers = await Promise.all(
      asked.map((query, number) => clients[number % 2]!.callTool({ name: 'search', arguments: { query } })),
    );
    const ids = answers.map(({ structuredContent }) => structuredContent as { answers: { id: string }[] });
    expect(ids.map(({ answers: [first] }) => first?.id)).toEqual(
      asked.map((query) => `${query}${query === 'refund' ? 's' : ''}`),
    );
    await Promise.all(clients.map((client) => client.close()));
  });
});

describe('content that nothing has been read of yet', () => {
  it('is waited for by every request that asks at once', async () => {
    const fresh = new LiveContent(center.content, { report: () => {} });
    const served = await Promise.all([fresh.current(), fresh.current(), fresh.current()]);
    expect(new Set(served)).toEqual(new Set([fresh.latest]));
  });
});

describe('a request over HTTP', () => {
  it.each([
    [{ host: 'localhost:4390' }, 200],
    [{ host: '127.0.0.1' }, 200],
    [{ host: 'help.example.com' }, 200],
    [{ host: 'evil.example' }, 403],
    [{ host: 'localhost.evil.example' }, 403],
    [{ origin: 'http://localhost:6274' }, 200],
    [{ origin: 'https://shop.example.com' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'https://shop.example.com.evil.example' }, 403],
    [{ origin: 'null' }, 403],
  ])('with %j gets status %d', async (headers, status) => {
    expect((await post(headers)).status).toBe(status);
  });

  it('of an unknown host or origin is told which option names it', async () => {
    expect(JSON.parse((await post({ host: 'evil.example' })).body).error.message).toBe(
      'Invalid Host: evil.example. Name it with --allow-host, or as mcp in site.yaml.',
    );
    expect(JSON.parse((await post({ origin: 'https://evil.example' })).body).error.message).toBe(
      'Invalid Origin: evil.example. Name it with --origin.',
    );
  });

  it('of a page that may ask is allowed to read the answer, and that of no other page', async () => {
    const { headers } = await post({ origin: 'https://shop.example.com' });
    expect(headers['access-control-allow-origin']).toBe('https://shop.example.com');
    expect((await post({ origin: 'http://localhost:1' })).headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['{nope', {}, 400, 'Parse error'],
    ['', {}, 400, 'Parse error'],
    ['[]', {}, 400, 'empty JSON-RPC batch'],
    ['{}', { 'content-type': 'text/plain' }, 415, 'Content-Type must be application/json'],
    [`{"x":"${'x'.repeat(70_000)}"}`, {}, 413, 'Request body is too large'],
  ])('with the body %.20s gets an error in the protocol’s form', async (body, headers, status, message) => {
    const answer = await post(headers, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({
      jsonrpc: '2.0',
      error: { message: expect.stringContaining(message) },
    });
  });

  it.each([
    ['GET', '/mcp', 405],
    ['DELETE', '/mcp', 405],
    ['GET', '/', 404],
    ['GET', '/../../etc/passwd', 404],
    ['GET', '/health', 200],
  ] as const)('%s %s gets status %d', async (method, url, status) => {
    expect((await app.inject({ method, url })).statusCode).toBe(status);
  });

  it('after too many from one address is told to wait', async () => {
    const { app: slow } = await httpServer(live, { ...OPTIONS, rate: 2 });
    const statuses = [];
    for (let asked = 0; asked < 3; asked++) statuses.push((await post({}, undefined, slow)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await slow.close();
  });
});

describe('the process', () => {
  it('says where it serves, answers the host of mcp in site.yaml, and stops when told', async () => {
    const child = spawn(process.execPath, [command, '--http', '--port', '0'], {
      env: { ...process.env, SIGNPOST_CONTENT: center.content, SIGNPOST_CACHE: center.cache },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    const [said] = (await once(child.stderr, 'data')) as [Buffer];
    const [, url] = /^Serving the Model Context Protocol at (http:\S+\/mcp)\. Stop with Ctrl\+C\.\n$/.exec(
      String(said),
    )!;
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL(url!)));
    expect((await client.callTool({ name: 'list', arguments: {} })).structuredContent).toMatchObject({ total: 3 });
    await client.close();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(output).toBe('');
  });

  it.each([
    [
      ['--http', '--origin', 'shop.example.com'],
      '✗ --origin shop.example.com: expected an origin such as https://help.example.com.\n',
    ],
    [
      ['--http', '--trust-proxy', 'nonsense'],
      /^✗ --trust-proxy nonsense: .+ Name the addresses or ranges of your proxies/,
    ],
    [['--http', '--rate', '0'], "error: option '--rate <number>' argument '0' is invalid. a whole number from 1\n"],
  ])('started with %j says what is wrong', async (args, message) => {
    const child = spawn(process.execPath, [command, ...args], {
      env: {
        ...process.env,
        SIGNPOST_CONTENT: center.content,
        SIGNPOST_CACHE: center.cache,
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    const [status] = await once(child, 'exit');
    expect(status).toBe(1);
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });
});
