import { join } from 'node:path';
import { attachmentName, imageName } from '../assets.ts';
import type { Skipped, SourceSite } from '../source.ts';
import { largestArticle, readText } from '../source-files.ts';
import { withoutMarks } from '../value-marks.ts';
import { zendeskAddresses } from '../zendesk/addresses.ts';
import { arrange } from './arrange.ts';
import { collectArticles } from './collect-articles.ts';
import { folderOf, layoutOf, type PagePlace } from './folder-layout.ts';
import { readFields } from './front-matter-fields.ts';
import { pageTitle } from './page-title.ts';
import { type SourceTree, sourceTree } from './source-tree.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import type { MarkdownSite, Page, Surroundings } from './system.ts';
import { recogniseSystem } from './systems.ts';

/**
 * Reads a folder of Markdown files, whichever system wrote it. Every file of it ends as an article, as a file that
 * articles may refer to, or among the skipped ones with the reason. `locale` is the language of files that name none.
 */
export async function readMarkdownFolder(root: string, options: { locale?: string }): Promise<SourceSite> {
  const tree = await sourceTree(root);
  const { kind, site } = await recogniseSystem(tree);
  const { files, skipped } = sortFiles(tree, site);
  const layout = layoutOf(files, site, options.locale);
  const pages: Page[] = [];
  for (const file of files) {
    const read = await readPage(root, file, site, layout.placeOf(file));
    if ('reason' in read) skipped.push(read);
    else pages.push(read);
  }
  const locales = layout.locales.filter((locale) => pages.some((page) => page.locale === locale));
  const defaultLocale = locales[0] ?? 'en';
  const found: SourceSite = {
    kind,
    name: site.name,
    origin: site.origin,
    root,
    locales,
    categories: [],
    articles: [],
    skipped,
    notes: site.notes ?? [],
    assetFolders: site.assetFolders,
    files: tree.files.filter((file) => imageName.test(file) || attachmentName.test(file)),
  };
  for (const page of pages) page.body = await readDialect(page, site, { tree, pages, defaultLocale });
  for (const page of pages) if (page.fields.title === undefined) page.heading = heading(page.body);
  const shelves = arrange(site, pages, locales);
  found.categories = shelves.categories;
  found.notes.push(...shelves.notes);
  found.articles = collectArticles(site, pages, shelves);
  zendeskAddresses(found);
  return found;
}

/** The body in plain Markdown; as it was written when its dialect cannot be read, so that the others come over. */
async function readDialect(page: Page, site: MarkdownSite, around: Surroundings): Promise<string> {
  const { body } = page;
  try {
    return (await site.expand?.(page, around)) ?? body;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    page.notes.push({
      level: 'lost',
      kind: 'dialect-unread',
      detail: `what it has beyond plain Markdown could not be read (${why.slice(0, 200)}) and stands in the text as written`,
    });
    return body;
  }
}

/** Files that tell about the repository rather than the product: at its top, below `.github`, or texts for lawyers and machines. */
const aboutRepository =
  /^(?:\.github\/.*|(?:readme|licen[cs]e|contributing|changelog|code_of_conduct|security|authors|governance|support)(?:\.[\w-]+)?\.\w+|(?:.*\/)?(?:licen[cs]e|notice|ofl|authors|robots|humans|ads|requirements)(?:[.-][\w-]+)?\.txt)$/i;

/** Parts the pages from all other files, and names those that nobody will see again. */
function sortFiles(tree: SourceTree, site: MarkdownSite): { files: string[]; skipped: Skipped[] } {
  const skipped: Skipped[] = tree.left.map(({ path, why }) => ({
    origin: path,
    reason: 'not-an-article',
    detail: why,
  }));
  const files: string[] = [];
  const ending = new RegExp(`\\.(?:${(site.endings ?? ['md', 'markdown']).join('|')})$`, 'i');
  for (const file of tree.files) {
    const why = reasonToSkip(file, site, ending);
    if (why === undefined) files.push(file);
    else if (why) skipped.push({ origin: file, ...why });
  }
  return { files, skipped };
}

type Reason = Pick<Skipped, 'reason' | 'detail'>;

/** Text that a reader of the old site may have seen, in a form that is not read here. */
const otherText = /\.(?:md|markdown|mdown|mkdn?|mdx|mdoc|rst|adoc|asciidoc|html?|txt|org|textile|ipynb|wiki)$/i;

/** `undefined` for a page, `false` for a file that articles may refer to. */
function reasonToSkip(file: string, site: MarkdownSite, ending: RegExp): Reason | false | undefined {
  const own = site.notAPage?.(file);
  if (own) return { reason: 'not-an-article', detail: own };
  const ended = ending.exec(file);
  if (ended && folderOf(file, site.folders)) {
    if (aboutRepository.test(file) && !site.navigation)
      return { reason: 'not-an-article', detail: 'a file about the repository' };
    return undefined;
  }
  if (imageName.test(file) || (attachmentName.test(file) && !otherText.test(file))) return false;
  if (ended)
    return aboutRepository.test(file)
      ? { reason: 'not-an-article', detail: 'a file about the repository' }
      : {
          reason: 'not-an-article',
          detail: `it is not in ${site.folders.map(({ path }) => path).join(', ')}, where the pages of the site are`,
        };
  const name = file.split('/').at(-1) ?? file;
  const [what] = /\.\w+$/.exec(name) ?? [''];
  if (otherText.test(file) && !aboutRepository.test(file))
    return {
      reason: 'unknown-form',
      detail: `text in a form that is not read (${what}): bring it as Markdown if readers saw it`,
    };
  return {
    reason: 'not-an-article',
    detail: what && !name.startsWith('.') ? `a ${what} file, no page` : 'a file without pages',
  };
}

async function readPage(root: string, file: string, site: MarkdownSite, place: PagePlace): Promise<Page | Skipped> {
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
  const { fields: written, body, notes, problem } = splitFrontMatter(text);
  const front = { ...site.defaults?.(file), ...written };
  const fields = readFields(front, site.ownFields);
  fields.notes.unshift(...notes);
  if (problem)
    fields.notes.push({
      level: 'lost',
      kind: 'front-matter-unreadable',
      detail: `its front matter has a mistake (${problem}); what could not be read was made from the file name`,
    });
  if (broken)
    fields.notes.push({ level: 'lost', kind: 'bytes-replaced', detail: 'bytes that are not UTF-8 were replaced by �' });
  const bodyLine = lines(text) - lines(body) + 1;
  return { ...place, fields, front, body, bodyLine, written: body, notes: fields.notes, parts: [] };
}

function heading(body: string): string | undefined {
  const title = pageTitle(body);
  return title && withoutMarks(title);
}

function lines(text: string): number {
  return text.split(/\r\n?|\n/).length;
}
