import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildEnvironment } from './environment.ts';

/** A site to build: the folder of its content, and that to build into. */
export interface Order {
  content: string;
  folder: string;
}

/**
 * Builds sites in one process, one after another: half of what a small site's build takes is to load Vite and Astro. The process
 * starts with the first order, and anew after a site that does not build.
 */
export class SiteBuilder {
  #worker: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @throws Error with the build's last lines when it fails. */
  build(order: Order): Promise<void> {
    const built = this.#last.then(() => {
      if (!this.#worker?.connected) this.#worker = startWorker(order);
      return buildIn(this.#worker, order);
    });
    this.#last = built.catch(() => {});
    return built;
  }

  close(): void {
    this.#worker?.kill();
  }
}

function startWorker({ content, folder }: Order): ChildProcess {
  return fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: buildEnvironment(content, folder),
    // Not those of Vitest's workers.
    execArgv: [],
    silent: true,
  });
}

function buildIn(worker: ChildProcess, order: Order): Promise<void> {
  const tail: string[] = [];
  const note = (text: Buffer): void => {
    tail.push(String(text));
    tail.splice(0, tail.length - 60);
  };
  for (const stream of [worker.stdout!, worker.stderr!]) stream.removeAllListeners('data').on('data', note);
  return new Promise<void>((done, refuse) => {
    const failed = (how: unknown): void =>
      refuse(new Error(`The site of ${order.content} does not build (${how}):\n${tail.join('')}`));
    worker.once('message', () => done());
    worker.once('error', failed);
    worker.once('close', (status) => failed(`the process ended with status ${status}`));
    worker.send(order);
  }).finally(() => worker.removeAllListeners());
}
