import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { outputFolder } from '../src/integrations/output-folder.ts';
import { fail } from './lib/cli/fail.ts';
import { DEFAULT_PORT, portNumber } from './lib/cli/port-option.ts';
import { buildInput, hasAllModels, isBuiltFrom, recordBuild } from './lib/site/build-stamp.ts';
import { serveStatic } from './lib/site/serve-static.ts';

const { port, rebuild } = new Command('npm start --')
  .description('Prepares the model, builds the site unless nothing has changed, and serves it.')
  .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, DEFAULT_PORT)
  .option('--rebuild', 'build even when nothing has changed since the last start', false)
  .parse()
  .opts<{ port: number; rebuild: boolean }>();

const out = outputFolder();

try {
  const site = await readSite(contentRoot());
  const input = async () => site && buildInput(contentRoot(), site);
  const before = await input();
  if (!rebuild && before && (await isBuiltFrom(out, before)))
    console.log(
      `Nothing has changed since ${out} was built: it is served as it is. npm start -- --rebuild builds anew.`,
    );
  else {
    // Astro and Vite take a second to load.
    const { buildSite } = await import('./lib/site/build-site.ts');
    await buildSite();
    // An edit during the build may be in it or not.
    if (site && before && before === (await input()) && (await hasAllModels(out, site))) await recordBuild(out, before);
  }
  const { url } = await serveStatic(out, { base: site?.base ?? '/', port });
  console.log(`\nThe help center is at ${url} — stop with Ctrl+C.`);
} catch (error) {
  fail(error);
}
