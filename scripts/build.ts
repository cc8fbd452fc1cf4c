import { buildSite } from './lib/build-site.ts';
import { fail } from './lib/fail.ts';

await buildSite().catch(fail);
