import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishedArticles } from '../../../../../src/content/published-articles.ts';
import { readHelpCenter } from '../../../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../../../src/content/types.ts';
import { readManifest } from '../../../../../src/search/core/index/manifest.ts';
import { openIndex } from '../../../../../src/search/core/index/search-index.ts';
import { search } from '../../../../../src/search/core/search.ts';
import { buildSearch, type SearchBuild } from '../../../../../src/search/indexer/process/build-index.ts';
import { IncrementalBuild } from '../../../../../src/search/indexer/process/incremental-build.ts';

const silent = { start() {}, advance() {}, stop() {} };
const locales = ['ko', 'zh-cn'];
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-incremental-'));
  await cp(new URL('../../../../../content/', import.meta.url), root, { recursive: true });
  // Read a dozen times, and in no index that is built here.
  await rm(join(root, 'articles/en'), { recursive: true });
  // By words alone: no model is opened.
  const settings = join(root, 'site.yaml');
  const words = "search:\n  models: [{ languages: ['*'], source: none }]\n";
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('search:\n', words));
});
afterAll(() => rm(root, { recursive: true }));

async function build(incremental?: IncrementalBuild, center?: HelpCenter): Promise<SearchBuild> {
  center ??= await readHelpCenter(root);
  const articles = publishedArticles(center).filter(({ locale }) => locales.includes(locale));
  return buildSearch(center, articles, silent, incremental);
}

async function firstTitle({ files, indexes }: SearchBuild, locale: string, query: string): Promise<string | undefined> {
  const { manifest } = indexes[locale]!;
  const index = await openIndex({
    manifest: readManifest(files.get(manifest)!, manifest),
    fetchFile: async (name) => files.get(name)!,
  });
  return (await search(index, query)).hits[0]?.title;
}

it('an edit is found, and the language that was not touched is not built again', async () => {
  const incremental = new IncrementalBuild();
  const before = await build(incremental);
  const edited = publishedArticles(await readHelpCenter(root)).find(({ locale }) => locale === 'ko')!;
  const file = join(root, edited.file);
  await writeFile(file, `${await readFile(file, 'utf8')}\n비둘기우체국 문장입니다.\n`);
  const after = await build(incremental);

  expect(await firstTitle(after, 'ko', '비둘기우체국')).toBe(edited.title);
  const files = ({ files, indexes }: SearchBuild, locale: string) => files.get(indexes[locale]!.manifest);
  expect(files(after, 'ko')).not.toEqual(files(before, 'ko'));
  expect(files(after, 'zh-cn')).toBe(files(before, 'zh-cn'));
});

it('what is remembered gives the bytes of a build without memory', async () => {
  const incremental = new IncrementalBuild();
  await build(incremental);
  // Less compressed, as nothing but the writer's own browser fetches them.
  const unpacked = ({ files }: SearchBuild) =>
    new Map([...files].map(([name, file]) => [name, name.endsWith('.bin') ? gunzipSync(file) : file]));
  expect(unpacked(await build(incremental))).toEqual(unpacked(await build()));
});

it('whatever a writer does, what was kept of the articles nobody touched gives the files of a fresh build', async () => {
  const incremental = new IncrementalBuild();
  let center = await readHelpCenter(root);
  await build(incremental, center);
  const [one, two, three] = publishedArticles(center)
    .filter(({ locale }) => locale === 'ko')
    .map(({ file }) => join(root, file));
  const category = join(one!, '../_category.yaml');
  const steps: Record<string, () => Promise<void>> = {
    edit: () => appendFile(one!, '\n## 새 제목\n\n두루미우체국 문장입니다.\n'),
    delete: () => rm(two!),
    rename: () => rename(three!, three!.replace(/\.md$/, '-again.md')),
    'rename the category': async () =>
      writeFile(category, (await readFile(category, 'utf8')).replace(/^title:.*$/m, 'title: 새 이름')),
    'change the base path': async () =>
      writeFile(
        join(root, 'site.yaml'),
        `${(await readFile(join(root, 'site.yaml'), 'utf8')).replace(/^base:.*$/m, '')}\nbase: /help/\n`,
      ),
  };
  for (const [name, step] of Object.entries(steps)) {
    await step();
    const former = center;
    center = await readHelpCenter(root, { former });
    expect(center, name).toEqual(await readHelpCenter(root));
    expect(
      center.articles.some((article) => former.articles.includes(article)),
      name,
    ).toBe(true);
    // One that remembers nothing yet; a dozen indexes on the disk would push out those of the sites that tests build.
    expect(await build(incremental, center), name).toEqual(await build(new IncrementalBuild()));
  }
});
