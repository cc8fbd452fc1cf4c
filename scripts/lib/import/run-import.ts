import { writeFileAtomically } from '../../../src/cache/atomic-write.ts';
import { isSnippetPath } from '../../../src/content/insert/read-sources.ts';
import { listFiles } from '../../../src/content/list-files.ts';
import { buildLinkIndex } from './convert/build-link-index.ts';
import type { Conversion } from './convert/conversion.ts';
import { convertAll } from './convert/convert-all.ts';
import { resolveAnchors } from './convert/resolve-anchors.ts';
import { articleFile, articleSlugs, categorySlugs, type PlannedFile } from './plan/article-file.ts';
import { categoryFile } from './plan/category-file.ts';
import { basePath, localesOf, tabNamesOf } from './plan/existing-site.ts';
import { importSource, mayBeOf, nameOthers } from './plan/import-source.ts';
import { placeInside } from './plan/inside.ts';
import { shareOutAddresses } from './plan/old-addresses.ts';
import { plan } from './plan/plan.ts';
import { type SiteWishes, siteFile } from './plan/site-file.ts';
import { snippetFiles } from './plan/snippet-files.ts';
import { type ImportState, readState, stateFolder } from './plan/state.ts';
import { withVariables } from './plan/with-variables.ts';
import { readSource } from './read-source.ts';
import { proposeVariants } from './report/proposed-variants.ts';
import { type ImportReport, makeReport } from './report/report.ts';
import { textCoverage, unreadPages } from './report/text-coverage.ts';
import type { SourceSite } from './sources/source.ts';
import { withoutMarks } from './sources/value-marks.ts';
import { download } from './write/download.ts';
import { wantedFiles } from './write/wanted-files.ts';
import { copyAssets, writeInlineImages, writePlan } from './write/write-plan.ts';

export interface ImportOptions extends SiteWishes {
  /** The folder or file to import. */
  from: string;
  /** The content folder to write. */
  out: string;
  /** Language of articles that do not say theirs. */
  locale?: string;
  /** Write nothing, only report. */
  check?: boolean;
  /** Count the words before and after. */
  verify?: boolean;
  /** Fetch the images and films that are on other sites, and the attachments of the old one. */
  download?: boolean;
  /** Fetch them from this machine and its network too. */
  allowPrivate?: boolean;
  /** Overwrite files that were edited here. */
  replaceEdited?: boolean;
  /** Converts the articles; on all cores, with a time limit, when left out. */
  convert?: typeof convertAll;
  /** Called for each step with its name and how many items it has, and after each item. */
  progress?: { start(step: string, total: number): void; step(): void; stop(): void };
}

/** Imports a help center: read, convert, compare, write. The same input gives the same files. */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const { progress } = options;
  const site = await readSource(options.from, { locale: options.locale });
  const slugs = categorySlugs(site);
  const state = await readState(options.out);
  const fetched = await fetchImages(site, state, options);
  const links = buildLinkIndex(
    site,
    slugs,
    new Map(Object.entries(state.downloads)),
    await basePath(options.out, options.url),
    await tabNamesOf(options.out),
  );
  progress?.start('Converting', site.articles.length);
  const conversions = await (options.convert ?? convertAll)(site.articles, links, () => progress?.step());
  progress?.stop();
  resolveAnchors(site.articles, conversions);
  holdBackEmpty(site, conversions);
  const fileNames = articleSlugs(site);
  shareOutAddresses(site, { folders: slugs, files: fileNames });
  const source = importSource(site, state);
  const own = Object.fromEntries(Object.entries(state.files).filter(([, file]) => (file.source ?? '') === source));
  const snippets = snippetFiles(site, conversions, own, await snippetsIn(options.out));
  const variables = await withVariables(site, snippets, options.out, own);
  const files = [
    ...(await newSiteFile(site, options)),
    ...variables.files,
    ...shape(site, variables.conversions, slugs, fileNames),
  ];
  const actions = await plan(options.out, files, state, {
    replaceEdited: options.replaceEdited,
    source,
    restricted: restrictedKeys(site),
    incomplete: site.skipped.some((one) => ['unreadable', 'too-large'].includes(one.reason)),
  });
  nameOthers(site, actions, state, source);
  const images = copies(conversions, 'images');
  const videos = copies(conversions, 'videos');
  nameUnused(site, conversions);
  site.notes.push(...proposeVariants(site, conversions));
  const downloads = copies(conversions, 'downloads');
  const report = makeReport(site, conversions, actions, options, {
    copied: images.size,
    files: downloads.size,
    downloaded: fetched,
  });
  if (options.verify) report.words = textCoverage(site.articles, unmarked(conversions), await unreadPages(site));
  if (options.check) return report;
  progress?.start('Writing', actions.length);
  await copyAssets(site.root, options.out, 'images', images);
  await copyAssets(site.root, options.out, 'videos', videos);
  await copyAssets(site.root, options.out, 'files', downloads);
  await writeInlineImages(options.out, conversions);
  await writePlan(options.out, actions, state, () => progress?.step(), source);
  await writeFileAtomically(
    await placeInside(options.out, `${stateFolder}/report.json`),
    `${JSON.stringify(report, null, 1)}\n`,
  );
  progress?.stop();
  return report;
}

/** The snippets of the content folder, by their paths in it. */
async function snippetsIn(out: string): Promise<string[]> {
  const { files } = await listFiles(out);
  return files.filter(isSnippetPath);
}

function unmarked(conversions: Conversion[]): Conversion[] {
  return conversions.map((each) => ({ ...each, markdown: withoutMarks(each.markdown) }));
}

/** A page without text would answer nobody. */
function holdBackEmpty({ articles }: SourceSite, conversions: Conversion[]): void {
  for (const [index, article] of articles.entries()) {
    if (article.draft || conversions[index]?.markdown.trim() !== '') continue;
    article.draft = true;
    article.notes.push({
      level: 'changed',
      kind: 'empty-to-draft',
      detail: 'it has no text, so it is a draft until somebody writes it',
    });
  }
}

/** A file that no article shows or offers stays behind, and is named. */
function nameUnused({ files, skipped }: SourceSite, conversions: Conversion[]): void {
  const used = new Set(
    conversions.flatMap(({ images, videos, downloads }) =>
      [...images, ...videos, ...downloads].map(({ file }) => file),
    ),
  );
  const named = new Set(skipped.map(({ origin }) => origin));
  for (const file of files.filter((one) => !used.has(one) && !named.has(one)))
    skipped.push({ origin: file, reason: 'not-referred-to', detail: 'no article shows it or links to it' });
}

/** Fetches what --download asks for; a check fetches nothing. */
async function fetchImages(
  site: SourceSite,
  state: ImportState,
  { out, download: wanted, allowPrivate = false, check, progress }: ImportOptions,
): Promise<number> {
  if (!wanted || check) return 0;
  const files = wantedFiles(site);
  progress?.start('Downloading', files.length);
  const { count, notes } = await download(files, out, state, allowPrivate, () => progress?.step());
  progress?.stop();
  site.notes.push(...notes);
  return count;
}

/** site.yaml is the owner's: it is written once, and later imports only say what it lacks. */
async function newSiteFile(site: SourceSite, options: ImportOptions): Promise<PlannedFile[]> {
  const known = await localesOf(options.out);
  if (!known) return [siteFile(site, options)];
  const missing = site.locales.filter((locale) => !known.includes(locale));
  if (missing.length > 0)
    site.notes.push({
      level: 'lost',
      kind: 'locale-not-in-site',
      detail: `site.yaml does not have the locale${missing.length === 1 ? '' : 's'} ${missing.join(', ')}, so those articles will not show: add ${missing.length === 1 ? 'it' : 'them'} under locales.`,
    });
  return [];
}

function shape(
  site: SourceSite,
  conversions: Conversion[],
  folders: Map<string, string>,
  slugs: Map<string, string>,
): PlannedFile[] {
  const titles = new Map(site.categories.map((category) => [`${category.locale}/${category.key}`, category.title]));
  const articles = site.articles.map((article, index) =>
    articleFile(article, conversions[index] as Conversion, {
      folder: folders.get(article.category) ?? article.category,
      slug: slugs.get(article.id) ?? article.id,
      category: titles.get(`${article.locale}/${article.category}`) ?? article.category,
    }),
  );
  const categories = site.categories
    .map((category) => ({
      category,
      inside: site.articles.filter(
        (article) => article.locale === category.locale && article.category === category.key,
      ),
    }))
    .filter((one) => one.inside.length > 0)
    .map((one) => categoryFile(one.category, folders.get(one.category.key) ?? one.category.key, one.inside));
  return [...categories, ...articles];
}

/** The keys that restricted articles have or had; their languages may not be known any more. */
function restrictedKeys(site: SourceSite): (key: string, source?: string) => boolean {
  const ids = new Set(site.skipped.filter((one) => one.reason === 'restricted').map((one) => one.id));
  return (key, source) => key.startsWith('article:') && mayBeOf(site.kind, source) && ids.has(key.split('/')[1]);
}

/** Files of the source that come along, by the name they get. */
function copies(conversions: Conversion[], kind: 'images' | 'videos' | 'downloads'): Map<string, string> {
  return new Map(conversions.flatMap((conversion) => conversion[kind].map(({ file, name }) => [name, file] as const)));
}
