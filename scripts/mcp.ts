import { Console } from 'node:console';
import { fileURLToPath } from 'node:url';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { portNumber } from './lib/cli/port-option.ts';
import { positiveNumber } from './lib/cli/positive-number.ts';
import { LiveContent } from './lib/mcp/live-content.ts';
import { createServer } from './lib/mcp/server.ts';

interface Options {
  http?: boolean;
  port: number;
  host: string;
  allowHost: string[];
  origin: string[];
  rate: number;
  trustProxy: string[];
}

/** A connection waits so long (ms) for content that the cache has, so that its tools can name the site. */
const SOON = 1500;

const collect = (value: string, list: string[]): string[] => [...list, value];
const command = new Command('npm run mcp --')
  .description('Serves the help center to assistants by the Model Context Protocol, over standard input or HTTP.')
  .option('--http', 'over HTTP, at /mcp, instead of standard input and output')
  .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 4390)
  .option('--host <name>', 'address to listen on; 0.0.0.0 for all', 'localhost')
  .option(
    '--allow-host <name>',
    'host name that may be asked for, again for each; that of mcp in site.yaml is',
    collect,
    [],
  )
  .option('--origin <origin>', 'origin of other machines whose pages may ask, again for each', collect, [])
  .option('--rate <number>', 'requests a minute from one address', positiveNumber, 120)
  .option(
    '--trust-proxy <addresses>',
    'addresses or ranges of the proxies in front, with commas: their X-Forwarded-For names the sender',
    (value: string) => value.split(',').map((address) => address.trim()),
    [],
  )
  .parse();

await run(command.opts<Options>()).catch(fail);

async function run(options: Options): Promise<void> {
  // Assistants start it from any folder; content and cache lie in the project's unless others are named.
  for (const name of ['SIGNPOST_CONTENT', 'SIGNPOST_CACHE'])
    if (process.env[name]) process.env[name] = typedPath(process.env[name]);
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  // Standard output is the protocol's; whatever code of others prints must not come between.
  globalThis.console = new Console(process.stderr, process.stderr);
  const changed: (() => void)[] = [];
  const live = new LiveContent(contentRoot(), {
    report: (message) => console.error(`! ${message}`),
    changed: () => {
      for (const tell of changed) tell();
    },
  });
  const opened = live.current().catch(() => {});
  if (options.http) {
    changed.push(await serveHttp(live, options));
    return;
  }
  await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, SOON).unref())]);
  const handle = serveStdio(() => {
    const server = createServer(live);
    changed.push(() => server.sendResourceListChanged());
    return server;
  });
  stopBy(() => handle.close());
  process.stdin.once('end', () => process.exit());
}

async function serveHttp(
  live: LiveContent,
  { port, host, allowHost, origin, rate, trustProxy }: Options,
): Promise<() => void> {
  // Over standard input nothing of it is needed.
  const [{ httpServer }, { readSite }] = await Promise.all([
    import('./lib/mcp/http.ts'),
    import('../src/content/read-help-center.ts'),
  ]);
  for (const one of origin)
    if (!URL.canParse(one) || new URL(one).origin !== one)
      throw new Error(`--origin ${one}: expected an origin such as https://help.example.com.`);
  const site = await readSite(contentRoot());
  const own = site?.mcp ? [new URL(site.mcp).hostname] : [];
  const { app, changed } = await httpServer(live, {
    hosts: [...own, ...allowHost],
    origins: origin,
    rate,
    proxies: trustProxy,
  });
  const address = await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Error(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`)
      : error;
  });
  stopBy(async () => {
    // Connections that fall idle while closing would otherwise be waited for until they time out.
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    await app.close().finally(() => clearInterval(sweep));
  });
  console.error(`Serving the Model Context Protocol at ${address}/mcp. Stop with Ctrl+C.`);
  return changed;
}

function stopBy(close: () => Promise<void>): void {
  const stop = (): void => void close().then(() => process.exit(), fail);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
