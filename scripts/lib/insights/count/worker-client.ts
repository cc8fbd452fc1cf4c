import { Worker } from 'node:worker_threads';
import type { ProgressSink } from '../../../../src/terminal/progress.ts';
import type { Counted } from './count-events.ts';
import type { CountInput, CountMessage } from './worker.ts';

/** What counting may keep in memory at once, in megabytes: several times what ten million events need. */
const HEAP = 128;
/** Space for what is thrown away soonest, which is nearly everything that reading lines makes. */
const YOUNG = 16;
/** So many kept questions take up to a megabyte. */
const QUESTIONS_A_MEGABYTE = 500;

/**
 * Counts events in a thread of its own. Left to itself, the heap grows as long as the machine has memory, however
 * little of it is in use; this thread's is bounded, and all of it is given back before the model comes into memory.
 * @param mostQuestions How many different unanswered questions to keep.
 * @param days Count only so many days, the last ones, and apart from them as many before; all days when left out.
 * @throws Error naming a file that cannot be read, or when the events do not fit.
 */
export function countInWorker(
  files: string[],
  mostQuestions: number,
  progress: ProgressSink,
  days?: number,
): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { files, mostQuestions, days } satisfies CountInput,
      resourceLimits: {
        maxOldGenerationSizeMb: HEAP + Math.ceil(mostQuestions / QUESTIONS_A_MEGABYTE),
        maxYoungGenerationSizeMb: YOUNG,
      },
    });
    let counted: Counted | undefined;
    worker.on('message', (message: CountMessage) => {
      if ('counted' in message) counted = message.counted;
      else if (message.call === 'start') progress.start(...message.with);
      else if (message.call === 'advance') progress.advance(...message.with);
      else progress.stop();
    });
    worker.on('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMany() : error),
    );
    // Only now is the thread's memory given back.
    worker.on('exit', () =>
      counted ? resolve(counted) : reject(new Error('Counting ended before its result was there.')),
    );
  });
}

function tooMany(): Error {
  return new Error(
    'These events do not fit into the memory that counting may take; report on fewer days at a time, or keep fewer questions with --questions.',
  );
}
