import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { type Manifest, readManifest } from '../../../src/search/core/index/manifest.ts';
import { openIndex } from '../../../src/search/core/index/search-index.ts';
import { search } from '../../../src/search/core/search.ts';
import type { Hit } from '../../../src/search/core/types.ts';
import { siteUrls } from '../../../src/site/urls.ts';
import type { Row } from './row.ts';
import { startServer, until } from './start-server.ts';
import { median } from './statistics.ts';

const EDITS = 5;
/** Seconds in which an edit has to show. */
const PATIENCE = 120;
const FRONT_MATTER = /^---\r?\n.*?\n---\r?\n/s;

/** Saves sentences into an article while `npm run dev` serves it, and times when they show and when they are found. */
export async function measureDev(content: string, workspace: string, cache: string): Promise<Row[]> {
  const copy = join(workspace, 'dev-content');
  await rm(copy, { recursive: true, force: true });
  await cp(content, copy, { recursive: true });
  const { site, articles, root } = await readHelpCenter(copy);
  const article = articles.find(({ locale, draft, unlisted }) => locale === site?.defaultLocale && !draft && !unlisted);
  if (!site || !article) throw new Error(`No published article in ${content}. Name a content folder with --content.`);
  const { address, end } = await startServer(['scripts/dev.ts', '--port', '4399'], {
    env: { SIGNPOST_CONTENT: copy, SIGNPOST_CACHE: cache },
  });
  try {
    const server = new URL(site.base, address).href;
    const page = siteUrls(server).article(article);
    await until(async () => (await fetch(page)).ok);
    const index = servedIndex(server, article.locale);
    await until(async () => (await index.hits(await index.manifest(), article.title)).length > 0);
    const shown: number[] = [];
    const searchable: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      const word = `zwiebelfisch${String.fromCharCode(97 + edit)}`;
      const before = (await index.manifest()).folder;
      const start = performance.now();
      const file = join(root, article.file);
      // Into the opening, which is what a result shows where no heading names the word.
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace(FRONT_MATTER, `$&\nThe ${word} was added to measure an edit.\n`),
      );
      const timed = async (times: number[], seen: () => Promise<boolean>) => {
        await until(seen, PATIENCE);
        times.push((performance.now() - start) / 1000);
      };
      await Promise.all([
        timed(shown, async () => (await (await fetch(page)).text()).includes(word)),
        timed(searchable, async () => {
          const manifest = await index.manifest();
          // Searching again what was searched before would take time from the build that is waited for.
          return (
            manifest.folder !== before &&
            (await index.hits(manifest, word)).some(({ passage }) => passage.text.includes(word))
          );
        }),
      ]);
    }
    return [
      {
        group: 'dev',
        name: `edit to page, median of ${EDITS}`,
        value: median(shown),
        unit: 's',
        target: { atMost: 2 },
      },
      {
        group: 'dev',
        name: `edit to search, median of ${EDITS}`,
        value: median(searchable),
        unit: 's',
        target: { atMost: 2 },
      },
    ];
  } finally {
    await end();
  }
}

/** The index of a locale as a visitor's browser has it. */
function servedIndex(server: string, locale: string) {
  const fetchFile = async (name: string): Promise<Uint8Array> => {
    const answer = await fetch(siteUrls(server).searchFiles + name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const name = `current/${locale}.json`;
  return {
    manifest: async (): Promise<Manifest> => readManifest(await fetchFile(name), name),
    hits: async (manifest: Manifest, query: string): Promise<Hit[]> =>
      (await search(await openIndex({ manifest, fetchFile }), query)).hits,
  };
}
