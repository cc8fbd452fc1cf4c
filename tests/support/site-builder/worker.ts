import { fail } from '../../../scripts/lib/cli/fail.ts';
import { buildSite } from '../../../scripts/lib/site/build-site.ts';
import type { Order } from './builder.ts';

// Builds what it is told, one site after another, and ends where one does not build, as npm run build does.
process.on('message', ({ content, folder }: Order) => {
  process.env.SIGNPOST_CONTENT = content;
  process.env.SIGNPOST_OUT = folder;
  buildSite().then(() => process.send?.('built'), fail);
});
