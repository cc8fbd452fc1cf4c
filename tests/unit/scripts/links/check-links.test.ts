import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asker, openAsker } from '../../../../scripts/lib/links/ask-address.ts';
import {
  type CheckedLink,
  type CheckOptions,
  checkLinks,
  PATIENT,
  type Patience,
} from '../../../../scripts/lib/links/check-links.ts';
import { isPublic } from '../../../../scripts/lib/network/public-address.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let asker: Asker;
/** Waits for no answer longer than a moment. */
let impatient: Asker;
let handler: Handler;
/** What the server was asked for, and how many requests it had at the same time at most. */
let log: { asked: string[]; agents: Set<string | undefined>; open: number; most: number };
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    log.asked.push(`${request.method} ${request.url}`);
    log.agents.add(request.headers['user-agent']);
    log.most = Math.max(log.most, ++log.open);
    response.once('close', () => log.open--);
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
  asker = await openAsker('Signpost link check of https://help.example.com/', 10_000);
  impatient = await openAsker('Signpost', 100);
});
afterAll(async () => {
  await asker.close();
  await impatient.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
beforeEach(() => {
  log = { asked: [], agents: new Set(), open: 0, most: 0 };
});
afterEach(() => server.closeAllConnections());

type Made = Partial<Patience & Pick<CheckOptions, 'mayConnect' | 'ask'>>;

/** Checks paths of the server, on a clock that runs as fast as nobody waits; gives what was found and the pauses. */
async function check(
  paths: string[],
  { mayConnect = (_: string): boolean => true, ask = asker.ask, ...patience }: Made = {},
) {
  const pauses: number[] = [];
  let passed = 0;
  const links = paths.map((path, index) => ({
    address: path.startsWith('/') ? `http://127.0.0.1:${port}${path}` : path,
    places: [{ file: 'a.md', line: index + 1 }],
  }));
  const checked = await checkLinks(links, {
    ask,
    mayConnect,
    patience: { ...PATIENT, ...patience },
    clock: {
      now: () => Date.UTC(2026, 0, 1) + passed,
      async pause(milliseconds) {
        pauses.push(milliseconds);
        passed += milliseconds;
      },
    },
  });
  return { checked, pauses, found: checked.map(said) };
}

const said = ({ kind, found }: CheckedLink): string =>
  `${kind} ${found}`.replaceAll(`127.0.0.1:${port}`, 'host').trim();
const answer =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    void response.writeHead(status, headers).end();
/** A handler by path. */
const by =
  (paths: Record<string, Handler>): Handler =>
  (request, response) =>
    (paths[request.url ?? ''] ?? answer(404))(request, response);

describe('links to other sites', () => {
  it('are asked for once by HEAD, by whoever asks, and keep their order', async () => {
    handler = by({ '/a': answer(200), '/b?x=%2F&y=%22': answer(204) });
    const { found, checked } = await check(['/a', '/b?x=%2F&y="', '/c']);
    expect(found).toEqual(['fine', 'fine', 'broken has no such page (404)']);
    expect(checked.map(({ places }) => places[0]?.line)).toEqual([1, 2, 3]);
    expect(log.asked).toEqual(['HEAD /a', 'HEAD /b?x=%2F&y=%22', 'HEAD /c', 'GET /c']);
    expect([...log.agents]).toEqual(['Signpost link check of https://help.example.com/']);
  });

  it('of films are told by what their site says about them', async () => {
    handler = by({ '/watch': answer(200), '/told': answer(404) });
    const asked = `http://127.0.0.1:${port}/told`;
    const film = { address: 'https://www.youtube.com/watch', asked, places: [{ file: 'a.md', line: 1 }] };
    const clock = { now: () => 0, pause: async () => {} };
    const checked = await checkLinks([film], { ask: asker.ask, mayConnect: () => true, patience: PATIENT, clock });
    expect(checked).toEqual([{ ...film, kind: 'broken', found: 'has no such page (404)' }]);
  });

  it('are asked for one at a time of a host, with a pause between', async () => {
    handler = (request, response) => void setTimeout(() => answer(200)(request, response), 20);
    const { found, pauses } = await check(['/1', '/2', '/3', '/4']);
    expect(found).toEqual(['fine', 'fine', 'fine', 'fine']);
    expect(log.most).toBe(1);
    expect(pauses).toEqual([1000, 1000, 1000]);
  });

  it('are asked for at several hosts at a time', async () => {
    const other = createServer((request, response) => server.emit('request', request, response));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const waiting: (() => void)[] = [];
    // Each host is answered when the other has been asked, too.
    handler = (request, response) => {
      waiting.push(() => answer(200)(request, response));
      if (waiting.length === 2) for (const go of waiting.splice(0)) go();
    };
    const { found } = await check(['/1', `http://127.0.0.1:${(other.address() as AddressInfo).port}/2`]);
    expect(found).toEqual(['fine', 'fine']);
    other.closeAllConnections();
    await new Promise((done) => other.close(done));
  });

  it.each([404, 410, 400, 418, 500, 502])('are broken where the answer stays %d', async (status) => {
    handler = answer(status);
    expect((await check(['/x'])).checked).toMatchObject([{ kind: 'broken' }]);
  });

  it.each([401, 403, 405, 406, 407, 429, 451, 503, 999, 304, 300])(
    'are not certain where it stays %d',
    async (status) => {
      handler = answer(status);
      expect((await check(['/x'])).checked).toMatchObject([{ kind: 'unsure' }]);
    },
  );

  it('are asked for by GET where a host refuses HEAD, or drops it', async () => {
    handler = by({
      '/405': (request, response) => answer(request.method === 'GET' ? 200 : 405)(request, response),
      '/404': (request, response) => answer(request.method === 'GET' ? 200 : 404)(request, response),
      '/drop': (request, response) =>
        request.method === 'GET' ? answer(200)(request, response) : request.socket.destroy(),
    });
    expect((await check(['/405', '/404', '/drop'])).found).toEqual(['fine', 'fine', 'fine']);
  });

  it('are asked for again, each time later, where a host has a bad moment', async () => {
    let times = 0;
    handler = (request, response) => answer(++times > 4 ? 200 : 502)(request, response);
    const { found, pauses } = await check(['/x']);
    expect(found).toEqual(['fine']);
    expect(pauses).toEqual([5000, 20_000]);
  });

  it.each([
    ['in seconds', '90', 90_000],
    ['as a date', 'Thu, 01 Jan 2026 00:02:00 GMT', 120_000],
    ['in no known form', 'soon', 5000],
  ])('are asked for again when the host asks for that %s', async (_, retryAfter, wait) => {
    let times = 0;
    handler = (request, response) => answer(++times > 2 ? 200 : 429, { 'Retry-After': retryAfter })(request, response);
    const { found, pauses } = await check(['/x']);
    expect(found).toEqual(['fine']);
    expect(pauses).toEqual([wait]);
  });

  it('are left when a host asks for more time than it is given, and so is the rest of the host', async () => {
    handler = answer(429, { 'Retry-After': '86400' });
    const { found, pauses } = await check(['/x', '/y']);
    expect(found).toEqual([
      'unsure asks to be asked less often (429)',
      'unsure was not asked: the time for it was over',
    ]);
    expect(pauses).toEqual([]);
    expect(log.asked).toEqual(['HEAD /x', 'GET /x']);
  });

  it('end with the time for a host, however slow it is', async () => {
    handler = () => undefined;
    const { found } = await check(['/x', '/y'], { host: 20_000, ask: impatient.ask });
    expect(found).toEqual([
      'unsure did not answer in time, asked 2 times',
      'unsure was not asked: the time for it was over',
    ]);
  });

  it('end with the time for all hosts', async () => {
    handler = answer(200);
    const { found } = await check(['/x', '/y', '/z'], { whole: 1500 });
    expect(found).toEqual(['fine', 'fine', 'unsure was not asked: the time for it was over']);
  });

  it('are fine when a body never ends, and not certain when connections are closed', async () => {
    let closed = 0;
    handler = by({
      '/endless': (request, response) => {
        if (request.method === 'HEAD') return void answer(405)(request, response);
        response.writeHead(200, { 'Content-Type': 'text/html' });
        const more = setInterval(() => response.write('<a href="/never">x</a>'.repeat(100)), 1);
        response.once('close', () => {
          closed += 1;
          clearInterval(more);
        });
      },
      '/closed': (request) => request.socket.destroy(),
    });
    expect((await check(['/endless', '/closed'])).found).toEqual([
      'fine',
      'unsure could not be reached (UND_ERR_SOCKET), asked 3 times',
    ]);
    expect(log.asked).not.toContain('HEAD /never');
    await expect.poll(() => closed).toBe(1);
  });

  it('have moved as far as they lead for good', async () => {
    const to = (status: number, location: string) => answer(status, { Location: location });
    handler = by({
      '/old': to(301, '/older'),
      '/older': to(308, '/new#part'),
      '/new': answer(200),
      '/for-now': to(302, '/old'),
      '/then-for-now': to(301, '/for-now'),
      '/gone': to(301, '/nowhere'),
      '/app': to(302, 'app://open'),
      '/secret': to(301, 'https://user:pass@example.com/'),
      '/circle': to(302, '/circle2'),
      '/circle2': to(302, '/circle'),
      '/none': answer(301),
    });
    const paths = ['/old', '/for-now', '/then-for-now', '/gone', '/app', '/secret', '/circle', '/none'];
    const { found } = await check(paths);
    expect(found).toEqual([
      'moved has moved to http://host/new',
      'fine',
      'moved has moved to http://host/for-now',
      'broken leads to http://host/nowhere, which has no such page (404)',
      'unsure leads to app://open, which is no address of the web',
      'unsure leads to https://example.com/, which holds a user’s name or password',
      'unsure leads on and on, at least without cookies',
      'unsure gives an answer that is none (301)',
    ]);
    // What several lead to is asked for once.
    expect(log.asked.filter((asked) => asked.endsWith(' /new'))).toEqual(['HEAD /new']);
  });

  it('are not followed for ever', async () => {
    handler = (request, response) => answer(302, { Location: `${request.url}x` })(request, response);
    expect((await check(['/'])).found).toEqual(['unsure leads on and on, at least without cookies']);
    expect(log.asked.length).toBeLessThan(25);
  });

  it('are not asked for on this machine and its network, nor by a redirect', async () => {
    const addresses = [
      '/x',
      'http://localhost:1/',
      'http://[::1]/',
      'http://0x7f.1/',
      'http://192.168.1.1/admin',
      'http://169.254.169.254/latest/meta-data/',
      'http://user:pass@8.8.8.8/',
    ];
    const { checked } = await check(addresses, { mayConnect: isPublic });
    expect(checked.map(({ kind }) => kind)).toEqual(addresses.map(() => 'unasked'));
    expect(log.asked).toEqual([]);
    handler = answer(302, { Location: 'http://10.0.0.1/admin' });
    const { found } = await check(['/x'], { mayConnect: (ip) => ip === '127.0.0.1' });
    expect(found).toEqual(['unsure leads to http://10.0.0.1/admin, which is not on the public Internet']);
  });

  it('are broken where no browser can read them, or their host lets nobody connect', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port: free } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const { found } = await check([
      'https://',
      'http://exa mple/',
      `http://127.0.0.1:${free}/a`,
      `http://127.0.0.1:${free}/b`,
    ]);
    expect(found).toEqual([
      'broken is no address that browsers can read',
      'broken is no address that browsers can read',
      'broken is on a host that lets nobody connect',
      'broken is on a host that lets nobody connect',
    ]);
  });

  it('are asked for through the proxy that this machine needs', async () => {
    handler = answer(204);
    vi.stubEnv('http_proxy', `http://127.0.0.1:${port}`);
    try {
      expect((await check(['http://elsewhere.example/x'])).found).toEqual(['fine']);
    } finally {
      vi.unstubAllEnvs();
    }
    expect(log.asked).toEqual(['HEAD http://elsewhere.example/x']);
  });

  it('are not called broken when it is this machine that reaches nobody', async () => {
    const hosts = ['http://a.invalid/', 'http://b.invalid/', 'http://c.invalid/'];
    await expect(check(hosts)).rejects.toThrow(
      'None of 3 hosts answered, so nothing is known about the links. See to it that this machine reaches the Internet',
    );
  });
});
