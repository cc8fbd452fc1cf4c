import { resolve } from 'node:path';
import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readHelpCenter } from '../src/content/read-help-center.ts';
import { fail } from './lib/cli/fail.ts';
import { DEFAULT_PORT, portNumber } from './lib/cli/port-option.ts';
import { buildSite } from './lib/site/build-site.ts';
import { serveStatic } from './lib/site/serve-static.ts';

const { port } = new Command('npm start --')
  .description('Prepares the model, builds the site into dist/ and serves it.')
  .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, DEFAULT_PORT)
  .parse()
  .opts<{ port: number }>();

try {
  await buildSite();
  const { site } = await readHelpCenter(contentRoot());
  const { url } = await serveStatic(resolve(process.env.SIGNPOST_OUT ?? 'dist'), { base: site?.base ?? '/', port });
  console.log(`\nThe help center is at ${url} — stop with Ctrl+C.`);
} catch (error) {
  fail(error);
}
