import { Presets, SingleBar } from 'cli-progress';

/** Receives the progress of one long step. */
export interface ProgressSink {
  start(title: string, total: number): void;
  /** @param steps How many steps were done since the last call. */
  advance(steps: number): void;
  stop(): void;
}

/** A bar on a terminal; one line at the beginning and one at the end where output goes to a file. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stdout): ProgressSink {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
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
      label = title;
      began = performance.now();
      stream.write(`${title} (${total} steps) …\n`);
    },
    advance() {},
    stop() {
      stream.write(`${label}: done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    },
  };
}
