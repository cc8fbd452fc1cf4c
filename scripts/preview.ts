import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { outputFolder } from '../src/integrations/output-folder.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { DEFAULT_PORT, portNumber } from './lib/cli/port-option.ts';
import { writeOfflineCopy } from './lib/preview/offline-copy.ts';
import { serveStatic } from './lib/site/serve-static.ts';

const { port, out, offline } = new Command('npm run preview --')
  .description('Serves the built site with the headers it should be published with.')
  .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, DEFAULT_PORT)
  .option('--out <folder>', 'folder of the built site', outputFolder())
  .option('--offline <folder>', 'serve nothing: write a copy there whose pages open from the folder, without scripts')
  .parse()
  .opts<{ port: number; out: string; offline?: string }>();

try {
  const site = await readSite(contentRoot());
  const base = site?.base ?? '/';
  if (offline === undefined) {
    const { url } = await serveStatic(typedPath(out), { base, port });
    console.log(`The built site is at ${url} — stop with Ctrl+C.`);
  } else {
    const folder = typedPath(offline);
    const pages = await writeOfflineCopy(typedPath(out), base, folder);
    console.log(`${pages} pages are in ${folder}: open index.html there.`);
  }
} catch (error) {
  fail(error);
}
