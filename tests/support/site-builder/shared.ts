import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { type Order, SiteBuilder } from './builder.ts';

/** Starts a builder that the workers of a test run share: they order sites at its address. */
export async function shareSiteBuilder(): Promise<{ url: string; close(): Promise<void> }> {
  const builder = new SiteBuilder();
  const server = createServer((asked, answer) => {
    json(asked)
      .then((order) => builder.build(order as Order))
      .then(
        () => answer.end(),
        ({ message }: Error) => answer.writeHead(500).end(message),
      );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        builder.close();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * Has the shared builder at `url` build a site. Not by fetch, which gives up after five minutes.
 * @throws Error with the build's last lines when it fails.
 */
export function buildAt(url: string, order: Order): Promise<void> {
  return new Promise((done, refuse) => {
    request(url, { method: 'POST' }, (answer) => {
      if (answer.statusCode === 200) answer.resume().on('end', done);
      else text(answer).then((message) => refuse(new Error(message)), refuse);
    })
      .on('error', refuse)
      .end(JSON.stringify(order));
  });
}
