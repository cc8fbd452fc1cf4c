import pc from 'picocolors';

/** Ends a command with the message of what went wrong; the stack is shown only when asked for. */
export function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`${pc.red('✗')} ${message}`);
  if (process.env['SIGNPOST_DEBUG'] && error instanceof Error) console.error(error.stack);
  process.exit(1);
}
