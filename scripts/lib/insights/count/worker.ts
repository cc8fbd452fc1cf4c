import { parentPort, workerData } from 'node:worker_threads';
import type { ProgressSink } from '../../../../src/terminal/progress.ts';
import { type Counted, countEvents } from './count-events.ts';

/** What the thread is told. */
export interface CountInput {
  files: string[];
  mostQuestions: number;
}

/** What the thread tells: calls of the progress bar, and in the end what was counted. */
export type CountMessage =
  | { [Call in keyof ProgressSink]: { call: Call; with: Parameters<ProgressSink[Call]> } }[keyof ProgressSink]
  | { counted: Counted };

const tell = (message: CountMessage): void => parentPort?.postMessage(message);
const progress: ProgressSink = {
  start: (...given) => tell({ call: 'start', with: given }),
  advance: (...given) => tell({ call: 'advance', with: given }),
  stop: () => tell({ call: 'stop', with: [] }),
};

const { files, mostQuestions } = workerData as CountInput;
tell({ counted: await countEvents(files, mostQuestions, progress) });
