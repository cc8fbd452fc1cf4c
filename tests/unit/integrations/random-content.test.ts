import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { imageMetadata } from 'astro/assets/utils';
import type { LoaderContext } from 'astro/loaders';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RecordCache } from '../../../src/cache/record-cache.ts';
import { publishedArticles } from '../../../src/content/published-articles.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import { siteTitle } from '../../../src/i18n/site-title.ts';
import { writeDownloads } from '../../../src/integrations/downloads.ts';
import { writeHostFiles } from '../../../src/integrations/host-files.ts';
import { syncArticles } from '../../../src/integrations/loaders/sync-pages.ts';
import { planRedirects } from '../../../src/integrations/redirect-plan.ts';
import { writeRedirects } from '../../../src/integrations/write-redirects.ts';
import { publishedAnchors, withPublished } from '../../../src/permalinks/record.ts';
import { articleEntrySchema } from '../../../src/schemas/entries.ts';
import { languageTag } from '../../../src/schemas/locale.ts';
import { textFor } from '../../../src/schemas/localized.ts';
import { buildSearch } from '../../../src/search/indexer/process/build-index.ts';
import { safeDecode } from '../../../src/site/safe-decode.ts';
import { fullUrl, siteUrls } from '../../../src/site/urls.ts';
import { silentProgress } from '../../../src/terminal/progress.ts';
import { hostileTimes } from '../../support/content/hostile-center.ts';
import { writePassingContent } from '../../support/content/random-content.ts';

/** HOSTILE=50 tries 2,000 that pass; HOSTILE_SEED makes other ones. */
const count = 40 * hostileTimes;
const firstSeed = Number(process.env.HOSTILE_SEED ?? 1) * 1_000_000;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-random-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Whatever of a build depends on the content, without Astro's bundling of pages, which takes seconds. */
async function buildParts(center: HelpCenter, dir: string): Promise<void> {
  const { site } = center;
  if (!site) throw new Error('a content without site.yaml passed the check');
  const entries = new Map<string, { id: string }>();
  await syncArticles(
    {
      store: {
        keys: () => [...entries.keys()],
        get: (id: string) => entries.get(id),
        set: (entry: { id: string }) => entries.set(entry.id, entry),
        delete: (id: string) => entries.delete(id),
      },
      config: { root: pathToFileURL(`${root}/`), image: { domains: [], remotePatterns: [] } },
      parseData: async ({ data }: { data: unknown }) => articleEntrySchema.parse(data),
    } as unknown as LoaderContext,
    center,
    new RecordCache(`${dir}.converted`),
  );
  for (const { references, file } of center.articles)
    for (const { kind, target } of references)
      if (kind === 'image') {
        const picture = posix.join(posix.dirname(file), safeDecode(target.replace(/[?#].*/s, '')));
        if (center.files.includes(picture)) await imageMetadata(await readFile(join(center.root, picture)));
      }
  const search = await buildSearch(center, publishedArticles(center), silentProgress);
  const out = pathToFileURL(`${dir}/`);
  await writeHostFiles(out, site, search);
  await writeDownloads(out, center);
  await writeRedirects(fileURLToPath(out), center, planRedirects(center));
  withPublished(center.permalinks, publishedAnchors(center));
  for (const { code } of site.locales) {
    new Intl.DateTimeFormat(languageTag(code), { timeZone: site.timeZone }).format(new Date());
    siteTitle(textFor(site.name, code, site.defaultLocale), code);
    fullUrl(siteUrls(site.base).home(code), site);
  }
}

test(`of ${count} random contents that pass the check each has its pages, index, redirects, files and headers`, async () => {
  const failed: string[] = [];
  let passed = 0;
  let articles = 0;
  for (let seed = firstSeed + 1; passed < count; seed += 1) {
    const folder = join(root, String(seed));
    await mkdir(join(folder, 'dist'), { recursive: true });
    const center = await writePassingContent(join(folder, 'content'), seed);
    if (center) {
      passed += 1;
      articles += center.articles.length;
      await buildParts(center, join(folder, 'dist')).catch((error: Error) =>
        failed.push(`seed ${seed}: ${error.stack?.split('\n').slice(0, 4).join(' ')}`),
      );
    }
    await rm(folder, { recursive: true });
  }
  expect(articles).toBeGreaterThan(count);
  expect(failed).toEqual([]);
}, 3_600_000);
