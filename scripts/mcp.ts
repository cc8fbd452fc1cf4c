import { Console } from 'node:console';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { cacheFolder } from '../src/cache/cache-folder.ts';
import { contentRoot } from '../src/content/content-root.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { portNumber } from './lib/cli/port-option.ts';
import { positiveNumber } from './lib/cli/positive-number.ts';

interface Options {
  http?: boolean;
  port: number;
  host: string;
  allowHost: string[];
  origin: string[];
  rate: number;
  trustProxy: string[];
}

const collect = (value: string, list: string[]): string[] => [...list, value];
const command = new Command('npm run mcp --')
  .description('Serves the help center to assistants by the Model Context Protocol, over standard input or HTTP.')
  .option('--http', 'over HTTP, at /mcp, instead of standard input and output')
  .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 4390)
  .option('--host <name>', 'address to listen on; 0.0.0.0 for all', 'localhost')
  .option(
    '--allow-host <name>',
    'host name that may be asked for, again for each, beside that of mcp in site.yaml',
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

async function run({ http, port, host, allowHost, origin, rate, trustProxy }: Options): Promise<void> {
  // Assistants start it from any folder; content and cache lie in the project's unless others are named.
  for (const name of ['SIGNPOST_CONTENT', 'SIGNPOST_CACHE'])
    if (process.env[name]) process.env[name] = typedPath(process.env[name]);
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  // Standard output is the protocol's; whatever code of others prints must not come between.
  globalThis.console = new Console(process.stderr, process.stderr);
  // Somebody waits for the first answer at each start, a third of which goes into reading the same code.
  enableCompileCache(join(cacheFolder(), 'compiled'));
  const { serveHttp, serveStandardInput } = await import('./lib/mcp/serve.ts');
  const stop = http
    ? await serveHttp(contentRoot(), { port, host, hosts: allowHost, origins: origin, rate, proxies: trustProxy })
    : await serveStandardInput(contentRoot());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(), fail));
}
