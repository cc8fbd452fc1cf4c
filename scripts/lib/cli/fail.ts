import { writeSync } from 'node:fs';
import pc from 'picocolors';

/** Ends a command with the message of what went wrong; the stack is shown only when asked for. */
export function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  // A bundler's message has the stack of whatever it wraps.
  writeError(`${pc.red('✗')} ${message.replace(/\n\s+at .+/g, '')}\n`);
  if (process.env.SIGNPOST_DEBUG && error instanceof Error) writeError(`${error.stack}\n`);
  process.exit(1);
}

/** Writes to the end before it returns: what is still on its way into a pipe when the process exits is lost, and a report may be long. */
function writeError(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(process.stderr.fd, bytes, at);
    } catch (error) {
      // The reader is slower; anything else means that nobody reads.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
