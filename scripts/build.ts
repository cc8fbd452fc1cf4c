import { Command } from 'commander';
import { fail } from './lib/cli/fail.ts';
import { buildSite } from './lib/site/build-site.ts';

new Command('npm run build --')
  .description('Checks the content and writes the site to dist/, or to the folder that SIGNPOST_OUT names.')
  .parse();

await buildSite().catch(fail);
