import { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { collector } from './lib/collect/collector.ts';
import { EventLog } from './lib/collect/event-log.ts';

interface Options {
  out: string;
  port: string;
  host: string;
  origin: string[];
  rate: string;
  trustProxy: string[];
  dayLimit: string;
}

const program = new Command('npm run collect --')
  .description('Keeps the events that the help center’s pages send, as one NDJSON file a day.')
  .option('--out <folder>', 'folder of the files', 'events')
  .option('--port <number>', 'port to listen on; 0 takes a free one', '4380')
  .option('--host <name>', 'address to listen on; 0.0.0.0 for all', 'localhost')
  .option(
    '--origin <origin>',
    'origin whose pages may send, again for each; the site’s own when left out',
    (value, list: string[]) => [...list, value],
    [] as string[],
  )
  .option('--rate <number>', 'requests a minute from one address', '300')
  .option('--day-limit <megabytes>', 'what a day’s file may have', '1000')
  .option(
    '--trust-proxy <addresses>',
    'addresses or ranges of the proxies in front, with commas: their X-Forwarded-For names the sender',
    (value: string) => value.split(',').map((address) => address.trim()),
    [] as string[],
  )
  .parse();

await collect(program.opts<Options>()).catch(fail);

async function collect({ out, port, host, origin, rate, trustProxy, dayLimit }: Options): Promise<void> {
  const origins = origin.length > 0 ? origin : await siteOrigin();
  const { log, cut, known } = await EventLog.open(typedPath(out), { mostBytes: number(dayLimit, '--day-limit') * 1e6 });
  if (cut > 0) console.log(`Cut ${cut} bytes of an unfinished line, which had not been acknowledged.`);
  const app = await collector(log, {
    origins,
    rate: number(rate, '--rate'),
    proxies: trustProxy,
    report: (message) => console.error(`Events could not be stored: ${message}`),
  });
  const address = await app.listen({ port: number(port, '--port'), host }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Error(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`)
      : error;
  });
  listenForStop(app, log);
  console.log(
    `Collecting at ${address}/events from ${origins.join(', ')} into ${out} (${known} recent events known). Stop with Ctrl+C.`,
  );
}

function listenForStop(app: FastifyInstance, log: EventLog): void {
  const stop = async (): Promise<void> => {
    // Connections that fall idle while closing would otherwise be waited for until they time out.
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    await app.close().finally(() => clearInterval(sweep));
    await log.close();
    console.log('Stopped; every acknowledged event is in its file.');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().catch(fail));
}

async function siteOrigin(): Promise<string[]> {
  // Reading the content takes longer than all the rest of the start.
  const [{ readSite }, { contentRoot }] = await Promise.all([
    import('../src/content/read-site.ts'),
    import('../src/content/content-root.ts'),
  ]);
  const site = await readSite(contentRoot());
  if (!site)
    throw new Error(
      `${contentRoot()}/site.yaml cannot be read, so the origin of the site is unknown. Name it with --origin https://help.example.com.`,
    );
  return [new URL(site.url).origin];
}

function number(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${option} ${text}: expected a whole number.`);
  return value;
}
