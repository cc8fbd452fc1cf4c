import { formatLeft, formatTaken } from './estimate.ts';
import { type LiveLine, liveLine } from './live-line.ts';

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

/** Seconds below which a step of a plan is not worth a line. */
export const WORTH_TELLING = 0.1;
/** Seconds from which a step on its own is a wait that wants a word: a command's output is not cluttered by shorter ones. */
const WAIT = 1;

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

/** Milliseconds between two drawings, in which the time goes on where nothing else does. */
export const REDRAWN = 200;
const BAR = 20;

function barProgress(stream: NodeJS.WriteStream): ProgressSink {
  const ended = lineProgress(stream);
  let current: { title: string; done: number; total: number; began: number } | undefined;
  let line: LiveLine | undefined;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    if (current) line?.show(stepText(current, (performance.now() - current.began) / 1000));
  };
  return {
    start(title, total) {
      ended.start(title, total);
      current = { title, total, done: 0, began: performance.now() };
      line ??= liveLine(stream, stream === process.stdout ? [process.stderr] : []);
      clearInterval(timer);
      timer = setInterval(draw, REDRAWN).unref();
      draw();
    },
    // Drawn here as well: where the work is done in this process, no timer gets its turn.
    advance(steps) {
      if (current) current.done += steps;
      draw();
    },
    stop() {
      clearInterval(timer);
      line?.end();
      [line, current] = [undefined, undefined];
      ended.stop();
    },
  };
}

/** `████████············  42 % Embedding sections, 1058 of 2520, 8 s left`; what is not counted tells how long it has been. */
export function stepText({ title, done, total }: { title: string; done: number; total: number }, elapsed: number) {
  if (total <= 1) return `${title}, ${formatTaken(elapsed)} so far`;
  const left = done === 0 ? '' : `, ${formatLeft((elapsed * (total - done)) / done)} left`;
  return `${barOf(done / total)} ${title}, ${done} of ${total}${left}`;
}

/** `████████············  42 %`; what is not done is not a hundred. */
export function barOf(share: number): string {
  const filled = Math.round(BAR * share);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${percentOf(share)}`;
}

/** Four characters and the sign. */
export function percentOf(share: number): string {
  return `${String(Math.min(99, Math.floor(100 * share))).padStart(3)} %`;
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
      if (seconds >= WAIT) stream.write(`${label}: ${formatTaken(seconds)}\n`);
    },
  };
}
