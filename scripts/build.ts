import { Command } from 'commander';
import { fail } from './lib/cli/fail.ts';

new Command('npm run build --')
  .description(
    'Checks the content and writes the site to dist/ (in the folder that SIGNPOST_CONTENT names), or to the folder that SIGNPOST_OUT names.',
  )
  .parse();

// What the bundler has freed it would keep, 230 MB of it, while the search is built. Its allocator reads this when it is loaded: it
// gives back at once what is free, and takes no large pages, of which a small part is used.
process.env.MIMALLOC_PURGE_DELAY ??= '0';
process.env.MIMALLOC_ALLOW_THP ??= '0';

// Astro takes long to load, and whoever asks for help, or mistypes an option, needs none of it.
const { buildSite } = await import('./lib/site/build-site.ts');
await buildSite().catch(fail);
