import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Network, NetworkOptions } from './network.ts';
import type { NetworkAnswer } from './network-thread.ts';

/** Threads at most: each has the network's weights and some hundred megabytes to work in. */
const MOST_THREADS = 4;
/** A further thread takes half a second to begin; so many batches have to wait for it to be worth that. */
const MOST_WAITING = 16;
/** Batches, a tenth of a second each, after which it is worth it to end threads and to begin others later. */
const MANY_BATCHES = 256;

/** Networks that wait for batches. */
export interface NetworkThreads {
  run: Network;
  /**
   * Ends the threads that have nothing to do, where they have done much: what they work in, some hundred megabytes each, is
   * needed for what follows. Others begin when there is work again.
   */
  rest(): void;
}

interface Job {
  texts: readonly (readonly number[])[];
  resolve: (vectors: Float32Array[]) => void;
  reject: (error: Error) => void;
}

/**
 * Runs a network on all cores: each thread has its own and takes one batch after the other, and this thread is free for
 * other things meanwhile. Threads begin when there is work for them and do not keep the process.
 */
export function networkThreads(
  options: NetworkOptions,
  most = Math.min(MOST_THREADS, availableParallelism()),
): NetworkThreads {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  let threads = 0;
  let done = 0;

  function start(): Worker {
    threads++;
    return new Worker(new URL('./network-thread.ts', import.meta.url), { workerData: options });
  }

  function work(thread: Worker): void {
    const job = waiting.shift();
    if (!job) {
      thread.unref();
      idle.push(thread);
      return;
    }
    thread.ref();
    const heard = (answer: NetworkAnswer): void => {
      thread.off('error', failed).off('exit', ended);
      done++;
      if ('vectors' in answer) job.resolve(answer.vectors);
      else job.reject(new Error(answer.message));
      work(thread);
    };
    const failed = (error: unknown): void => {
      thread.off('message', heard).off('exit', ended);
      threads--;
      // Without a thread nobody would take what waits.
      for (const one of [job, ...(threads === 0 ? waiting.splice(0) : [])])
        one.reject(error instanceof Error ? error : new Error(String(error)));
    };
    const ended = (): void => failed(new Error('its thread ended; it may have run out of memory'));
    thread.once('message', heard).once('error', failed).once('exit', ended);
    thread.postMessage(job.texts);
  }

  const run: Network = (texts) =>
    new Promise((resolve, reject) => {
      waiting.push({ texts, resolve, reject });
      const thread =
        idle.pop() ?? (threads === 0 || (threads < most && waiting.length > MOST_WAITING) ? start() : undefined);
      if (thread) work(thread);
    });

  function rest(): void {
    if (done < MANY_BATCHES) return;
    done = 0;
    for (const thread of idle.splice(0)) {
      threads--;
      void thread.terminate();
    }
  }

  return { run, rest };
}
