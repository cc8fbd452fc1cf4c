import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Desk } from './desk.ts';

/** The built site at `address` with the desk behind `api/messages`: a server of its own. */
export async function siteWithDesk(address: string, desk: Desk): Promise<{ url: string; close(): Promise<void> }> {
  const site = new URL(address);
  const server = createServer((request, response) => {
    if (request.url === `${site.pathname}api/messages`) return desk.handle(request, response);
    const { method, headers, url: path } = request;
    const passed = forward({ hostname: site.hostname, port: site.port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${site.pathname}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
