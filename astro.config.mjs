import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from './src/cache/cache-folder.ts';
import { contentRoot } from './src/content/content-root.ts';
import { keptHelpCenter } from './src/content/parse-cache.ts';
import { outputFolder, stagingFolder } from './src/integrations/output-folder.ts';
import { signpost } from './src/integrations/signpost.ts';

const root = contentRoot();
const center = await keptHelpCenter(root);
// One cache for each content folder, so that building another one never mixes the two.
const cache = createHash('sha256').update(root).digest('hex').slice(0, 12);

/**
 * Not by `defineConfig`, which only gives it back: to import it loads all that astro/config offers, which takes every build longer.
 * @type {import('astro').AstroUserConfig}
 */
export default {
  site: center.site?.url,
  base: center.site?.base,
  trailingSlash: 'always',
  publicDir: './src/static',
  // The integration takes it from there to the output folder, whose files are not all ours.
  outDir: stagingFolder(outputFolder()),
  cacheDir: join(cacheFolder(), 'astro', cache),
  // A strict Content-Security-Policy allows no inline styles.
  // Pages are written while others are rendered: a third of the time would go into waiting for the disk.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [signpost(center)],
};
