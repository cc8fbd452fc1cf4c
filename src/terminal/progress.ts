import { Presets, SingleBar } from 'cli-progress';
import { formatTaken } from './estimate.ts';

/** Receives the progress of one long step. */
export interface ProgressSink {
  start(title: string, total: number): void;
  /** @param steps How many steps were done since the last call. */
  advance(steps: number): void;
  stop(): void;
}

/** A call of a sink as a message, for processes without a terminal of their own. */
export type ProgressCall =
  | { call: 'start'; title: string; total: number }
  | { call: 'advance'; steps: number }
  | { call: 'stop' };

/** Seconds below which a step is not worth a line. */
export const WORTH_TELLING = 0.1;

/** Where nobody looks. */
export const silentProgress: ProgressSink = { start() {}, advance() {}, stop() {} };

/** A bar on a terminal; one line at the end where output goes to a file. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stdout): ProgressSink {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
}

/** Hands each call on, to a process that makes it with `applyProgress`. */
export function sentProgress(send: (call: ProgressCall) => void): ProgressSink {
  return {
    start: (title, total) => send({ call: 'start', title, total }),
    advance: (steps) => send({ call: 'advance', steps }),
    stop: () => send({ call: 'stop' }),
  };
}

export function applyProgress(sink: ProgressSink, call: ProgressCall): void {
  if (call.call === 'start') sink.start(call.title, call.total);
  else if (call.call === 'advance') sink.advance(call.steps);
  else sink.stop();
}

/** Does a piece of work as one step, which ends however the work does. */
export async function asStep<Result>(
  progress: ProgressSink,
  title: string,
  work: () => Promise<Result>,
): Promise<Result> {
  progress.start(title, 1);
  try {
    return await work();
  } finally {
    progress.stop();
  }
}

function barProgress(stream: NodeJS.WriteStream): ProgressSink {
  let bar: SingleBar | undefined;
  return {
    start(title, total) {
      bar = new SingleBar(
        { format: `${title} {bar} {percentage} % ({value}/{total}, {eta_formatted} left)`, stream },
        Presets.shades_classic,
      );
      bar.start(total, 0);
    },
    advance: (steps) => bar?.increment(steps),
    stop: () => bar?.stop(),
  };
}

function lineProgress(stream: NodeJS.WritableStream): ProgressSink {
  let label = '';
  let began = 0;
  return {
    start(title, total) {
      label = total > 1 ? `${title} (${total})` : title;
      began = performance.now();
    },
    advance() {},
    stop() {
      const seconds = (performance.now() - began) / 1000;
      if (seconds >= WORTH_TELLING) stream.write(`${label}: ${formatTaken(seconds)}\n`);
    },
  };
}
