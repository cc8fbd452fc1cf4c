import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { inlineScripts, inlineSource } from '../../../src/integrations/inline-scripts.ts';
import { escapeHtml } from '../../../src/site/escape-html.ts';

/** How a page and the policy differ from the test site's. */
export interface Rewriting {
  /** @param path Of the page or file, without its query. */
  policy(value: string, path: string): string;
  page?(html: string, path: string): string;
}

/** The test site names no origins; this is how one differs whose `widget.origins` lists these. */
export function framedBy(...origins: string[]): Rewriting {
  const pattern = `^(?:${origins.join('|').replaceAll('.', '\\.')})$`;
  const listed = JSON.stringify(origins);
  return {
    policy: (value) => value.replace("frame-ancestors 'self'", `frame-ancestors 'self' ${origins.join(' ')}`),
    page: (html) =>
      html
        .replace('data-origins="[]"', `data-origins="${escapeHtml(listed)}"`)
        .replace(/(&#34;|&quot;)origins\1:\[\]/, escapeHtml(`"origins":${listed}`))
        .replace('<script>if(top!==self)', `<script data-framers="${pattern}">if(top!==self)`),
  };
}

/** As above, for a site whose `agents.origins` lists them. */
export function inHelpDesk(...origins: string[]): Rewriting {
  const isAgents = (path: string): boolean => /\/agents\/$/.test(path);
  const framed = framedBy(...origins);
  return {
    policy: (value, path) =>
      isAgents(path)
        ? framed.policy(value, path).replace(/script-src [^;]*/, `$& ${inlineSource('panelBoot')}`)
        : value,
    page: (html, path) =>
      isAgents(path)
        ? framed.page!(html, path).replace(
            '<link rel="stylesheet"',
            (link) => `<script>${inlineScripts.panelBoot}</script>${link}`,
          )
        : html,
  };
}

/** The test site as it would be built with other settings: a server of its own that changes pages and policy on the way. */
export async function rewrittenSite(
  site: string,
  { policy, page = (html) => html }: Rewriting,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void (async () => {
      // Compressed once, on the way out.
      const headersSent = { 'Accept-Encoding': 'identity' };
      const answer = await fetch(new URL(request.url ?? '/', site), { redirect: 'manual', headers: headersSent });
      const headers = Object.fromEntries(
        [...answer.headers].filter(
          ([name]) => !/^(content-(length|encoding)|transfer-encoding|connection|keep-alive)$/.test(name),
        ),
      );
      const path = new URL(request.url ?? '/', site).pathname;
      headers['content-security-policy'] = policy(headers['content-security-policy'] ?? '', path);
      const body = Buffer.from(await answer.arrayBuffer());
      const type = headers['content-type'] ?? '';
      const written = type.startsWith('text/html')
        ? Buffer.from(
            page(
              withPolicy(body.toString(), (value) => policy(value, path)),
              path,
            ),
          )
        : body;
      // As a host does while answering, so that bytes can be counted.
      const packed = /^(text\/|application\/(json|javascript)|image\/svg)/.test(type);
      if (packed) headers['content-encoding'] = 'br';
      response
        .writeHead(answer.status, headers)
        .end(packed ? brotliCompressSync(written, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : written);
    })().catch((error: Error) => response.writeHead(502).end(error.message));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${new URL(site).pathname}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Pages state the policy themselves, too. */
function withPolicy(html: string, policy: (value: string) => string): string {
  return html.replace(
    /(http-equiv="Content-Security-Policy" content=")([^"]*)/,
    (_, before: string, value: string) => before + policy(value),
  );
}
