import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { readSite } from '../../../src/content/read-site.ts';

/** Seconds after which a measurement ends without an answer: the first build may have a model to prepare. */
const PATIENCE = 900;

/** A command that serves a site, and goes on. */
export interface StartedServer {
  /** What it named when it was ready, without the path to the site. */
  address: string;
  /** What it has printed until now. */
  output(): string;
  /** Ends the command and all that it started; resolves when its port is free. */
  end(): Promise<void>;
}

/**
 * Starts a command of this Node; resolves when it names its address.
 * @param env What its environment has beside this one's; undefined removes a variable.
 * @throws Error with its output when it ends before.
 */
export async function startServer(
  args: readonly string[],
  { cwd = process.cwd(), env }: { cwd?: string; env: NodeJS.ProcessEnv },
): Promise<StartedServer> {
  const grouped = process.platform !== 'win32';
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, detached: grouped });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const ended = closed.then(() => Promise.reject(new Error(`${args.join(' ')} ended:\n${output}`)));
  const end = async (): Promise<void> => {
    // npm leaves what it started running when it is told to end; the group has all of them.
    if (child.exitCode === null && child.signalCode === null)
      if (grouped) process.kill(-child.pid!);
      else child.kill();
    await closed;
  };
  const named = () => /http:\/\/localhost:\d+/.exec(stripVTControlCharacters(output))?.[0];
  ended.catch(() => {});
  try {
    await Promise.race([until(async () => named() !== undefined, PATIENCE), ended]);
  } catch (error) {
    await end();
    throw error;
  }
  return { address: named()!, output: () => output, end };
}

/**
 * Serves a built site with the headers of a host, from a process of its own: a host is another machine, while an answer of the
 * process that drives the browser waits for that.
 * @param content The content folder it was built from, absolute.
 * @param out What it was built into, absolute.
 * @throws Error as `startServer`
 */
export async function servePreview(content: string, out: string): Promise<{ url: string; close(): Promise<void> }> {
  // Before anything runs that a content folder which can't be read would leave behind.
  const site = await readSite(content);
  const { address, end } = await startServer(['scripts/preview.ts', '--port', '0', '--out', out], {
    env: { SIGNPOST_CONTENT: content },
  });
  return { url: new URL(site?.base ?? '/', address).href, close: end };
}

/**
 * Asks again until it is so; what fails is asked again. Asking costs the server time, so between two times there is a tenth of
 * a second, and more where the answer took long.
 * @param patience Seconds.
 * @throws Error when it is not so by then.
 */
export async function until(seen: () => Promise<boolean>, patience = PATIENCE): Promise<void> {
  const end = performance.now() + patience * 1000;
  while (performance.now() < end) {
    const asked = performance.now();
    if (await seen().catch(() => false)) return;
    const pause = Math.min(500, Math.max(100, 3 * (performance.now() - asked)));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`The server did not show what was waited for within ${patience} seconds.`);
}
