import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tryEndpoint } from '../../../../scripts/lib/check/try-endpoint.ts';
import { siteSchema } from '../../../../src/schemas/site.ts';

let listener: RequestListener = () => {};
const server = createServer((request, response) => listener(request, response));
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const site = (send: object | undefined, url = origin) =>
  siteSchema.parse({
    name: 'Lumen',
    description: 'Help with lamps',
    url,
    defaultLocale: 'en',
    locales: [{ code: 'en', label: 'English' }],
    contact: {
      channels: [
        { type: 'form', label: 'Form' },
        { type: 'email', label: 'Mail', address: 'a@b.example' },
      ],
      ...(send && { send }),
    },
  });

describe('a test message', () => {
  it('arrives, and looks like one of the site’s own form', async () => {
    let body = '';
    listener = (request, response) => {
      expect([request.method, request.url, request.headers.origin]).toEqual(['POST', '/api/messages', origin]);
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => response.writeHead(201).end());
    };
    expect(await tryEndpoint(site({ url: '/api/messages' }))).toEqual({ url: `${origin}/api/messages`, problems: [] });
    expect(JSON.parse(body)).toMatchObject({
      version: 1,
      subject: 'A test of the contact form',
      email: 'test@127.0.0.1',
    });
  });

  it.each<[string, RequestListener, string]>([
    [
      'a redirect',
      (_, response) => response.writeHead(301, { Location: '/api/messages/' }).end(),
      'It answers 301 and leads to {origin}/api/messages/, and on the way a browser may turn the message into a mere question. Write that address into contact.send.url.',
    ],
    [
      'a fallback page',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>\n<title>Home'),
      'It answers with status 200, text/html: <!doctype html> <title>Home. Expected what the template webhook answers (src/contact/README.md): the page for unknown addresses, perhaps?',
    ],
    [
      'a refusal',
      (_, response) => response.writeHead(405, { Allow: 'GET' }).end('No'),
      'It refuses the message with status 405: No. Expected a status from 200 to 299.',
    ],
    [
      'nothing',
      (request) => request.socket.destroy(),
      'No answer came: other side closed. Is the address right, and the receiver running?',
    ],
  ])('meets %s, which is named with what to do', async (_, answer, problem) => {
    listener = answer;
    const { problems } = await tryEndpoint(site({ url: '/api/messages' }));
    expect(problems).toEqual([problem.replace('{origin}', origin)]);
  });

  it('to another origin is refused by browsers unless the receiver says that it may come', async () => {
    const elsewhere = site({ url: `${origin}/in` }, 'https://help.example.com');
    listener = (_, response) => response.writeHead(204).end();
    expect((await tryEndpoint(elsewhere)).problems).toEqual([
      'A browser asks first, with OPTIONS, and is not told that it may send content-type and idempotency-key. Answer OPTIONS with 204, Access-Control-Allow-Origin: https://help.example.com and Access-Control-Allow-Headers: content-type, accept, idempotency-key.',
      'Its answer may not be read by pages of https://help.example.com, so none of them would know that a message arrived. Answer with Access-Control-Allow-Origin: https://help.example.com.',
    ]);
    listener = (_, response) =>
      response
        .writeHead(204, {
          'Access-Control-Allow-Origin': 'https://help.example.com',
          'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
        })
        .end();
    expect((await tryEndpoint(elsewhere)).problems).toEqual([]);
  });

  it('is not sent by a site whose messages go by mail', async () => {
    await expect(tryEndpoint(site(undefined))).rejects.toThrow('site.yaml names no contact.send: messages go by mail');
  });
});
