import { Command } from 'commander';
import { fail } from './lib/cli/fail.ts';
import { DEFAULT_PORT, portNumber } from './lib/cli/port-option.ts';

const { port } = new Command('npm run dev --')
  .description('Serves the site while you write: a saved edit shows and is searchable, a mistake is told at once.')
  .option('--port <number>', 'port to listen on; the next free one when taken', portNumber, DEFAULT_PORT)
  .parse()
  .opts<{ port: number }>();

// Writing talks to nobody either, and a note about updates, written beside the content store, restarts the server.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK ??= 'true';

// Astro takes long to load, and whoever asks for help, or mistypes an option, needs none of it.
const { dev } = await import('astro');
await dev({ server: { port } }).catch(fail);
