import { Presets, SingleBar } from 'cli-progress';
import { type ProgressSink, terminalProgress } from '../../../src/terminal/progress.ts';

/** The bar of the whole check, and the sink for steps within it, during which the bar gives way. */
export interface CheckProgress {
  /** Shows that `done` of `total` are done and what is being done. */
  show(doing: string, done: number, total: number): void;
  steps: ProgressSink;
  end(): void;
}

/** A bar on a terminal. Where the messages go to a file, only the long steps within it are reported, one line each. */
export function checkProgress(stream: NodeJS.WriteStream = process.stderr): CheckProgress {
  const steps = terminalProgress(stream);
  if (!stream.isTTY) return { show: () => undefined, steps, end: () => undefined };
  const bar = new SingleBar(
    { format: '{doing} {bar} {value}/{total}', stream, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  const hide = (): void => bar.stop();
  return {
    show(doing, done, total) {
      if (bar.isActive && bar.getTotal() === total) bar.update(done, { doing });
      else {
        hide();
        bar.start(total, done, { doing });
      }
    },
    steps: {
      ...steps,
      start: (title, total) => {
        hide();
        steps.start(title, total);
      },
    },
    end: hide,
  };
}
