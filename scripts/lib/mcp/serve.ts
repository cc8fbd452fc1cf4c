import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { HttpOptions } from './http.ts';
import { LiveContent } from './live-content.ts';
import { createServer } from './server.ts';

/** A connection waits so long (ms) for content that the cache has, so that its tools can name the site. */
const SOON = 1500;

/** Ends what is under way and takes nothing more. */
type Stop = () => Promise<void>;

/** Serves a content folder over standard input and output, until the input ends. */
export async function serveStandardInput(content: string): Promise<Stop> {
  const changed: (() => void)[] = [];
  const { live, opened } = open(content, () => {
    for (const tell of changed) tell();
  });
  await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, SOON).unref())]);
  const handle = serveStdio(() => {
    const server = createServer(live);
    changed.push(() => server.sendResourceListChanged());
    return server;
  });
  // A process that makes an index meanwhile would keep this one.
  process.stdin.once('end', () => process.exit());
  return () => handle.close();
}

/**
 * Serves a content folder over HTTP.
 * @param options `hosts` beside that of `mcp` in site.yaml.
 * @throws Error for an origin that is none, a port that is taken, or a proxy's address that is none.
 */
export async function serveHttp(
  content: string,
  { port, host, ...options }: HttpOptions & { port: number; host: string },
): Promise<Stop> {
  const wrong = options.origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined) throw new Error(`--origin ${wrong}: expected an origin such as https://help.example.com.`);
  // Over standard input nothing of it is needed.
  const [{ httpServer }, { readSite }] = await Promise.all([
    import('./http.ts'),
    import('../../../src/content/read-site.ts'),
  ]);
  const site = await readSite(content);
  const own = site?.mcp ? [new URL(site.mcp).hostname] : [];
  let tell = (): void => {};
  const { live } = open(content, () => tell());
  const { app, changed } = await httpServer(live, { ...options, hosts: [...own, ...options.hosts] });
  tell = changed;
  const address = await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Error(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`)
      : error;
  });
  console.error(`Serving the Model Context Protocol at ${address}/mcp. Stop with Ctrl+C.`);
  return async () => {
    // Connections that fall idle while closing would otherwise be waited for until they time out.
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    await app.close().finally(() => clearInterval(sweep));
  };
}

/** Opens the content before anybody asks. */
function open(content: string, changed: () => void): { live: LiveContent; opened: Promise<unknown> } {
  const live = new LiveContent(content, { report: (message) => console.error(`! ${message}`), changed });
  return { live, opened: live.current().catch(() => {}) };
}
