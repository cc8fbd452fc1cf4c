import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildLinkIndex } from './convert/build-link-index.ts';
import type { Conversion } from './convert/conversion.ts';
import { convertAll } from './convert/convert-all.ts';
import { attachmentAddresses, download, imageAddresses } from './write/download.ts';
import { inside } from './write/inside.ts';
import { keptWords } from './report/text-coverage.ts';
import { plan, type PlannedAction } from './plan/plan.ts';
import { readSource } from './read-source.ts';
import { categoryRows, totalsOf, type ImportReport } from './report/report.ts';
import { stringFileOf } from '../../../src/i18n/languages.ts';
import { basePath, localesOf } from './plan/existing-site.ts';
import { resolveAnchors } from './convert/resolve-anchors.ts';
import { articleFile, articleSlugs, categorySlugs, type PlannedFile } from './plan/article-file.ts';
import { categoryFile } from './plan/category-file.ts';
import { siteFile, type SiteWishes } from './plan/site-file.ts';
import type { SourceSite } from './sources/source.ts';
import { readState, stateFolder, type ImportState } from './plan/state.ts';
import { writeFileAtomically } from '../../../src/cache/atomic-write.ts';
import { writePlan } from './write/write-plan.ts';

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
  /** Fetch the images that are on other sites, and the attachments of the old one. */
  download?: boolean;
  /** Overwrite files that were edited here. */
  replaceEdited?: boolean;
  /** Converts the articles; on all cores, with a time limit, when left out. */
  convert?: typeof convertAll;
  /** Told about each step: its name, how many pieces it has, and each finished one. */
  progress?: { start(step: string, total: number): void; step(): void; stop(): void };
}

/** Imports a help center: read, convert, compare, write. The same input gives the same files. */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const { progress } = options;
  const site = await readSource(options.from, { locale: options.locale });
  const slugs = categorySlugs(site);
  const state = await readState(options.out);
  const fetched = await fetchImages(site, state, options);
  const links = buildLinkIndex(site, slugs, new Map(Object.entries(state.downloads)), await basePath(options.out, options.url));
  progress?.start('Converting', site.articles.length);
  const conversions = await (options.convert ?? convertAll)(site.articles, links, () => progress?.step());
  progress?.stop();
  resolveAnchors(site.articles, conversions);
  holdBackEmpty(site, conversions);
  leaveHomes(site);
  const files = [...(await newSiteFile(site, options)), ...shape(site, conversions, slugs)];
  const actions = await plan(options.out, files, state, { replaceEdited: options.replaceEdited, restricted: restrictedKeys(site), incomplete: site.skipped.some((one) => ['unreadable', 'too-large'].includes(one.reason)) });
  const images = copies(conversions);
  const downloads = new Map(conversions.flatMap((conversion) => conversion.downloads.map(({ file, name }) => [name, file] as const)));
  const report = makeReport(site, conversions, actions, options, { copied: images.size, files: downloads.size, downloaded: fetched });
  if (options.verify) report.words = keptWords(site.articles, conversions);
  if (options.check) return report;
  progress?.start('Writing', actions.length);
  await copyFiles(site.root, options.out, 'images', images);
  await copyFiles(site.root, options.out, 'files', downloads);
  await writeInlineImages(options.out, conversions);
  await writePlan(options.out, actions, state, () => progress?.step());
  await writeFileAtomically(join(options.out, stateFolder, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  progress?.stop();
  return report;
}

/** A page without text would answer nobody. */
function holdBackEmpty({ articles }: SourceSite, conversions: Conversion[]): void {
  for (const [index, article] of articles.entries()) {
    if (article.draft || conversions[index]?.markdown.trim() !== '') continue;
    article.draft = true;
    article.notes.push({ level: 'changed', kind: 'empty-to-draft', detail: 'it has no text, so it is a draft until somebody writes it' });
  }
}

/** The front page of a language is there anyway: no article can have its address. */
function leaveHomes({ articles, locales }: SourceSite): void {
  const homes = new Set(locales.map((locale) => `/${locale}`));
  for (const article of articles) article.aliases = article.aliases.filter((alias) => !homes.has(alias.replace(/\/$/, '')));
}

/** Fetches what --download asks for; a check fetches nothing. */
async function fetchImages(site: SourceSite, state: ImportState, { out, download: wanted, check, progress }: ImportOptions): Promise<number> {
  if (!wanted || check) return 0;
  const images = imageAddresses(site);
  const attachments = attachmentAddresses(site).filter((address) => !images.includes(address));
  progress?.start('Downloading', images.length + attachments.length);
  const { count, notes } = await download(images, attachments, out, state, () => progress?.step());
  progress?.stop();
  site.notes.push(...notes);
  return count;
}

/** site.yaml is the owner's: it is written once, and later imports only say what it lacks. */
async function newSiteFile(site: SourceSite, options: ImportOptions): Promise<PlannedFile[]> {
  const known = await localesOf(options.out);
  if (!known) return [siteFile(site, options)];
  const missing = site.locales.filter((locale) => !known.includes(locale));
  if (missing.length > 0) site.notes.push({ level: 'lost', kind: 'locale-not-in-site', detail: `site.yaml does not have the locale${missing.length === 1 ? '' : 's'} ${missing.join(', ')}, so those articles will not show: add ${missing.length === 1 ? 'it' : 'them'} under locales.` });
  return [];
}

function shape(site: SourceSite, conversions: Conversion[], folders: Map<string, string>): PlannedFile[] {
  const slugs = articleSlugs(site);
  const titles = new Map(site.categories.map((category) => [`${category.locale}/${category.key}`, category.title]));
  const articles = site.articles.map((article, index) => articleFile(article, conversions[index] as Conversion, {
    folder: folders.get(article.category) ?? article.category,
    slug: slugs.get(article.id) ?? article.id,
    category: titles.get(`${article.locale}/${article.category}`) ?? article.category,
  }));
  const categories = site.categories
    .map((category) => ({ category, inside: site.articles.filter((article) => article.locale === category.locale && article.category === category.key) }))
    .filter((one) => one.inside.length > 0)
    .map((one) => categoryFile(one.category, folders.get(one.category.key) ?? one.category.key, one.inside));
  return [...categories, ...articles];
}

/** The keys that restricted articles have or had; their languages may not be known any more. */
function restrictedKeys(site: SourceSite): (key: string) => boolean {
  const ids = new Set(site.skipped.filter((one) => one.reason === 'restricted').map((one) => one.id));
  return (key) => key.startsWith('article:') && ids.has(key.split('/')[1]);
}

function copies(conversions: Conversion[]): Map<string, string> {
  return new Map(conversions.flatMap((conversion) => conversion.images.map(({ file, name }) => [name, file] as const)));
}

async function copyFiles(root: string, out: string, folder: string, files: Map<string, string>): Promise<void> {
  for (const [name, file] of files) {
    const target = inside(out, `${folder}/${name}`);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(inside(root, file), target);
  }
}

async function writeInlineImages(out: string, conversions: Conversion[]): Promise<void> {
  for (const { name, base64 } of conversions.flatMap((conversion) => conversion.inlineImages)) {
    await writeFileAtomically(inside(out, `images/${name}`), Buffer.from(base64, 'base64'));
  }
}

function makeReport(site: SourceSite, conversions: Conversion[], actions: PlannedAction[], options: ImportOptions, images: ImportReport['images']): ImportReport {
  const lost = new Map<string, number>();
  const changes: ImportReport['changes'] = [];
  const paths = new Map(actions.map(({ file }) => [file.key, file.path]));
  site.articles.forEach((article, index) => {
    const key = `article:${article.locale}/${article.id}`;
    const notes = [...article.notes, ...(conversions[index]?.notes ?? [])].filter((note) => note.level !== 'info');
    if (notes.length > 0) changes.push({ origin: article.origin, path: paths.get(key) ?? '', notes });
    lost.set(key, notes.filter((note) => note.level === 'lost').length);
  });
  return {
    version: 1,
    source: { kind: site.kind, locales: site.locales, articles: site.articles.length, drafts: site.articles.filter((article) => article.draft).length },
    check: options.check ?? false,
    totals: totalsOf(actions),
    categories: categoryRows(actions, lost),
    files: actions.flatMap(({ action, file }) => (action === 'unchanged' ? [] : [{ path: file.path, action, origin: file.origin }])),
    skipped: site.skipped,
    changes,
    notes: [...site.notes, ...silentLocales(site), ...standIns(actions, options)],
    images,
  };
}

/** Languages that the interface does not speak yet. */
function silentLocales(site: SourceSite): ImportReport['notes'] {
  const silent = site.locales.filter((locale) => !stringFileOf(locale));
  if (silent.length === 0) return [];
  return [{ level: 'info', kind: 'interface-language', detail: `The interface has no texts in ${silent.join(', ')} yet and will show English ones: copy src/i18n/en.json, translate it, and list it in src/i18n/languages.ts.` }];
}

/** The values of a new site.yaml that the owner still has to set. */
function standIns(actions: PlannedAction[], options: ImportOptions): ImportReport['notes'] {
  if (!actions.some(({ action, file }) => action === 'create' && file.key === 'site')) return [];
  const open = [!options.url && 'url (--url)', !options.name && 'name (--name)', !options.contact && 'contact channels (--contact)'].filter(Boolean);
  return open.length > 0 ? [{ level: 'info', kind: 'stand-ins', detail: `site.yaml has stand-ins for ${open.join(', ')}: set them before publishing.` }] : [];
}
