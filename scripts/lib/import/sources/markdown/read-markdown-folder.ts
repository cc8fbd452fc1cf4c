import { join } from 'node:path';
import { idFromPath, isPermanentId } from '../../../naming/permanent-id.ts';
import { attachmentName, imageName } from '../assets.ts';
import { type HugoConfig, readHugoConfig } from '../hugo/config.ts';
import { definitionsToLists } from '../hugo/definition-lists.ts';
import { expandShortcodes } from '../hugo/shortcodes.ts';
import type { Skipped, SourceArticle, SourceCategory, SourceSite } from '../source.ts';
import { largestArticle, readText, walkFolder } from '../source-files.ts';
import { zendeskAddresses } from '../zendesk/addresses.ts';
import { layoutOf, type PagePlace } from './folder-layout.ts';
import { type ReadFields, readFields } from './front-matter-fields.ts';
import { pageTitle } from './page-title.ts';
import { splitFrontMatter } from './split-front-matter.ts';

interface Page extends PagePlace {
  fields: ReadFields;
  body: string;
  notes: SourceArticle['notes'];
}

/** Files that tell about the repository, not the product. */
const aboutFiles =
  /(^|\/)(readme|licen[cs]e|contributing|changelog|code_of_conduct|security|authors)(\.[\w-]+)?\.(md|markdown)$/i;

/**
 * Reads a folder of Markdown files: plain ones by category and section folders, and Hugo sites with a folder
 * or a file ending per language. `defaultLocale` is the language of files that name none.
 */
export async function readMarkdownFolder(root: string, options: { locale?: string }): Promise<SourceSite> {
  const { files, links } = await walkFolder(root);
  const skipped: Skipped[] = links.map((origin) => ({
    origin,
    reason: 'not-an-article',
    detail: 'a symbolic link; it was not followed',
  }));
  const markdown = files.filter((file) => /\.(md|markdown)$/i.test(file));
  const isHugo = markdown.some((file) => /(^|\/)_index(\.[\w-]+)?\.md$/.test(file));
  const config: HugoConfig = isHugo ? await readHugoConfig(root, files) : { titles: new Map() };
  const layout = layoutOf(
    markdown.filter((file) => !aboutFiles.test(file)),
    options.locale ?? config.locale,
  );
  const pages: Page[] = [];
  for (const file of markdown) {
    const read = await readPage(root, file, layout.placeOf);
    if ('reason' in read) skipped.push(read);
    else pages.push(read);
  }
  const locales = layout.locales.filter((locale) => pages.some((page) => page.locale === locale));
  const site: SourceSite = {
    kind: isHugo ? 'hugo' : 'markdown',
    name: config.name,
    origin: config.origin,
    root,
    locales,
    categories: [],
    articles: [],
    skipped,
    notes: [],
    files: files.filter((file) => imageName.test(file) || attachmentName.test(file)),
  };
  if (isHugo) expandHugo(pages, locales[0] ?? 'en');
  collectCategories(site, pages, config);
  collectArticles(site, pages, locales[0] ?? 'en');
  zendeskAddresses(site);
  return site;
}

async function readPage(root: string, file: string, placeOf: (file: string) => PagePlace): Promise<Page | Skipped> {
  let text: string;
  let broken: boolean;
  try {
    ({ text, broken } = await readText(join(root, file)));
  } catch (error) {
    return { origin: file, reason: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
  if (text.length > largestArticle)
    return {
      origin: file,
      reason: 'too-large',
      detail: `${Math.round(text.length / 1e6)} MB; an article may have ${largestArticle / 1e6} MB`,
    };
  const { fields, body, notes, problem } = splitFrontMatter(text);
  const known = readFields(fields);
  if (aboutFiles.test(file) && !known.title)
    return { origin: file, reason: 'not-an-article', detail: 'a file about the repository' };
  known.notes.unshift(...notes);
  if (problem)
    known.notes.push({
      level: 'lost',
      kind: 'front-matter-unreadable',
      detail: `its front matter has a mistake (${problem}); what could not be read was made from the file name`,
    });
  if (broken)
    known.notes.push({ level: 'lost', kind: 'bytes-replaced', detail: 'bytes that are not UTF-8 were replaced by �' });
  return { ...placeOf(file), fields: known, body, notes: known.notes };
}

/** Shortcodes show the titles of other pages, so they are expanded when all pages are known. */
function expandHugo(pages: Page[], defaultLocale: string): void {
  const titles = new Map(pages.map((page) => [`${page.locale}/${page.name}`, page.fields.title]));
  for (const page of pages) {
    const titleOf = (path: string): string | undefined => {
      const name = path.replace(/^\/+|\/+$/g, '').replace(/\.md$/, '');
      return titles.get(`${page.locale}/${name}`) ?? titles.get(`${defaultLocale}/${name}`);
    };
    page.body = definitionsToLists(expandShortcodes(page.body, page.notes, titleOf));
  }
}

function collectCategories(site: SourceSite, pages: Page[], config: HugoConfig): void {
  const seen = new Map<string, SourceCategory>();
  const names = [...new Set(pages.map((page) => page.category))].sort();
  for (const page of pages) {
    const key = `${page.locale}/${page.category}`;
    if (seen.has(key)) continue;
    const index = pages.find(
      (other) =>
        other.isIndex &&
        other.locale === page.locale &&
        other.category === page.category &&
        other.sections.length === 0,
    );
    const category: SourceCategory = {
      key: page.category || 'general',
      locale: page.locale,
      title:
        index?.fields.title ??
        config.titles.get(key) ??
        config.titles.get(page.category) ??
        (page.category ? titleFromName(page.category) : 'General'),
      description: index?.fields.description,
      slug: undefined,
      order: index?.fields.order ?? (page.category ? (names.indexOf(page.category) + 1) * 10 : 0),
      aliases:
        page.category && site.kind === 'hugo' ? [hugoAddress(page.category, page.locale, site.locales[0] ?? '')] : [],
    };
    seen.set(key, category);
    site.categories.push(category);
  }
}

function collectArticles(site: SourceSite, pages: Page[], defaultLocale: string): void {
  const ids = new Set<string>();
  const ordered = pages.toSorted((one, other) => (one.fields.order ?? 1e9) - (other.fields.order ?? 1e9));
  const idOf = (page: Page): string => {
    const wished = page.fields.id?.toLowerCase();
    if (wished && isPermanentId(wished)) return wished;
    if (page.fields.id)
      page.notes.push({
        level: 'changed',
        kind: 'id-replaced',
        detail: `its id ${page.fields.id.slice(0, 80)} has other characters than Signpost’s`,
      });
    return idFromPath(page.fields.translationKey ?? (page.name || 'home'));
  };
  for (const page of ordered) {
    // A category's own page without text is the category's page; a section's lists what is below it, as it did.
    if (page.isIndex && !page.body.trim() && page.category && page.sections.length === 0) continue;
    if (page.isIndex && !page.body.trim()) page.body = childLinks(page, ordered);
    let id = idOf(page);
    if (ids.has(`${page.locale}/${id}`)) {
      const other = idFromPath(`${page.name}#2`);
      page.notes.push({
        level: 'changed',
        kind: 'id-replaced',
        detail: `its id ${id} was taken by another article; it is now ${other}`,
      });
      id = other;
    }
    ids.add(`${page.locale}/${id}`);
    site.articles.push({
      id,
      locale: page.locale,
      category: page.category || 'general',
      section: sectionTitle(page, pages),
      order: page.fields.order,
      title: page.fields.title ?? pageTitle(page.body) ?? titleFromName(page.name.split('/').at(-1) ?? page.file),
      slug: page.fields.slug ?? (site.kind === 'hugo' ? page.name.split('/').at(-1) || undefined : undefined),
      format: 'markdown',
      body: page.body,
      description: page.fields.description,
      updated: page.fields.updated,
      keywords: [...page.fields.keywords, ...(site.kind === 'hugo' ? [] : page.fields.otherNames)],
      related: [],
      draft: page.fields.draft,
      unlisted: page.fields.unlisted,
      publishAt: page.fields.publishAt,
      expiresAt: page.fields.expiresAt,
      aliases: [
        ...page.fields.aliases,
        ...(site.kind === 'hugo' ? page.fields.otherNames : []),
        ...(site.kind === 'hugo' ? [hugoAddress(page.name, page.locale, defaultLocale)] : []),
      ],
      origin: page.file,
      folder: page.file.split('/').slice(0, -1).join('/'),
      address: site.kind === 'hugo' ? hugoAddress(page.name, page.locale, defaultLocale) : undefined,
      notes: page.notes,
    });
  }
}

function childLinks(page: Page, pages: Page[]): string {
  const children = pages.filter(
    (other) =>
      other !== page &&
      other.locale === page.locale &&
      other.name.startsWith(page.name ? `${page.name}/` : '') &&
      other.fields.title,
  );
  return children
    .map((child) => `- [${child.fields.title?.replace(/([[\]])/g, '\\$1')}](/${encodeURI(child.name)})`)
    .join('\n');
}

/** The title of the section folder: of its own page when it has one, else its name. */
function sectionTitle(page: Page, pages: Page[]): string | undefined {
  if (page.sections.length === 0 || page.isIndex) return undefined;
  const folder = [page.category, ...page.sections].join('/');
  const own = pages.find((other) => other.locale === page.locale && other.name === folder);
  return own?.fields.title ?? page.sections.map(titleFromName).join(' – ');
}

/** `Payments-and-Invoices` -> `Payments and Invoices`; `getting_started` -> `Getting started`. */
function titleFromName(name: string): string {
  const words = name
    .replace(/\.(md|markdown)$/i, '')
    .replace(/[-_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The address that Hugo gives a page: the default language has no prefix. `user/profile`, `de` -> `/de/user/profile/`. */
function hugoAddress(name: string, locale: string, defaultLocale: string): string {
  const path = name ? `${name.toLowerCase().replace(/\s+/g, '-')}/` : '';
  return `/${locale === defaultLocale ? '' : `${locale}/`}${path}`;
}
