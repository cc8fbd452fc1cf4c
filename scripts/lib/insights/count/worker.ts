import { parentPort, workerData } from 'node:worker_threads';
import type { ProgressSink } from '../../../../src/terminal/progress.ts';
import { type Counted, countEvents } from './count-events.ts';

/** What the thread receives. */
export interface CountInput {
  files: string[];
  mostQuestions: number;
  days: number | undefined;
}

/** What the thread sends: calls of the progress bar, and in the end the counts. */
export type CountMessage =
  | { [Call in keyof ProgressSink]: { call: Call; with: Parameters<ProgressSink[Call]> } }[keyof ProgressSink]
  | { counted: Counted };

const post = (message: CountMessage): void => parentPort?.postMessage(message);
const progress: ProgressSink = {
  start: (...given) => post({ call: 'start', with: given }),
  advance: (...given) => post({ call: 'advance', with: given }),
  stop: () => post({ call: 'stop', with: [] }),
};

const { files, mostQuestions, days } = workerData as CountInput;
post({ counted: await countEvents(files, mostQuestions, progress, days) });
