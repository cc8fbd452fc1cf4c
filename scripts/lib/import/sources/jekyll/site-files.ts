import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import type { RawRecord } from '../records.ts';
import { defaultsFor, type JekyllConfig, matchesPath } from './config.ts';

/** A file that Jekyll renders. */
export interface SiteFile {
  /** From the top of the tree. */
  file: string;
  /** From the folder of the site. */
  path: string;
  kind: 'page' | 'document' | 'post' | 'draft';
  /** Name of its collection; posts and drafts are in `posts`. */
  collection?: string;
  /** Path below the folder of the collection, or of the site, without ending. */
  below: string;
  /** Folders before `_posts`, which are categories. */
  categories: string[];
  /** Front matter with the defaults of the configuration. */
  front: RawRecord;
  /** The day, `2026-05-01`, of its name or its front matter. */
  date?: string;
  body: string;
  isHtml: boolean;
}

/** Files of a Jekyll site: those that it renders, and why all others are no pages. */
export interface SiteFiles {
  pages: Map<string, SiteFile>;
  why: Map<string, string>;
}

const repository =
  /^(?:readme|licen[cs]e|copying|code_of_conduct|contributing|issue_template|pull_request_template)(?:\.[\w-]+)?$/i;

/** Sorts the files of a site as Jekyll does: by their folders, the configuration and their front matter. */
export async function sortSiteFiles(tree: SourceTree, config: JekyllConfig): Promise<SiteFiles> {
  const found: SiteFiles = { pages: new Map(), why: new Map() };
  const ending = new RegExp(`\\.(?:${config.endings.filter((one) => /^\w+$/.test(one)).join('|')}|html?)$`, 'i');
  for (const file of tree.files) {
    if (!file.startsWith(config.source)) continue;
    const path = file.slice(config.source.length);
    const place = placeOf(path, config);
    const why = typeof place === 'string' ? place : whyExcluded(path, config);
    const isText = ending.test(path);
    if (typeof place === 'string' || why || !isText) {
      if (why) found.why.set(file, why);
      continue;
    }
    const page = await readFile(tree, file, path, place, config, ending);
    if (typeof page === 'string') found.why.set(file, page);
    else found.pages.set(file, page);
  }
  return found;
}

type Place = Pick<SiteFile, 'kind' | 'collection' | 'below' | 'categories'>;

/** Where a file stands, or why it is none of the site's. */
function placeOf(path: string, config: JekyllConfig): Place | string {
  const posts = /^(.*?)_(posts|drafts)\/(.+)$/.exec(`/${path}`);
  if (posts?.[1]?.endsWith('/')) {
    const parts = posts[1].split('/').filter(Boolean);
    const categories = parts.join('/') === config.collectionsFolder.slice(0, -1) ? [] : parts;
    if (!categories.some((part) => part.startsWith('_')))
      return { kind: posts[2] === 'posts' ? 'post' : 'draft', collection: 'posts', below: posts[3] ?? '', categories };
  }
  const [, name, below] = new RegExp(`^${escaped(config.collectionsFolder)}_([^/]+)/(.+)$`).exec(path) ?? [];
  if (name !== undefined && below !== undefined) {
    const why = folderMeaning(name, config);
    if (why) return why;
    if (config.collections.has(name) || !config.isKnown)
      return { kind: 'document', collection: name, below, categories: [] };
  }
  const parts = path.split('/');
  if (/^_config\.\w+$/.test(path)) return 'the settings of the site';
  if (parts[0] === '_site') return 'a page as Jekyll built it';
  const hidden = parts.find((part) => /^[_.#]|~$/.test(part));
  if (hidden !== undefined && !config.include.some((one) => matchesPath(path, one)))
    return `Jekyll does not read ${hidden}`;
  return { kind: 'page', below: path, categories: [] };
}

/** What the folders are for that Jekyll reads and that hold no pages. */
function folderMeaning(name: string, { settings }: JekyllConfig): string | undefined {
  const folder = (setting: string, usual: string): string =>
    (typeof settings[setting] === 'string' ? settings[setting] : usual).replace(/^\/?_/, '');
  if (name === folder('includes_dir', '_includes')) return 'a part that pages include';
  if (name === folder('data_dir', '_data')) return 'data that pages and menus are made of';
  if ([folder('layouts_dir', '_layouts'), folder('plugins_dir', '_plugins'), 'sass'].includes(name))
    return 'a file of the site’s design, not of its content';
  return undefined;
}

function whyExcluded(path: string, config: JekyllConfig): string | undefined {
  const name = (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  if (config.include.some((one) => matchesPath(path, one))) return undefined;
  if (config.exclude.some((one) => matchesPath(path, one))) return 'the configuration leaves it out (exclude)';
  if (/^(?:vendor\/(?:bundle|cache|gems|ruby)|node_modules|\.bundle)\//.test(path))
    return 'a file of an installed package';
  return name === '404' ? 'the page for addresses that do not exist' : undefined;
}

async function readFile(
  tree: SourceTree,
  file: string,
  path: string,
  place: Place,
  config: JekyllConfig,
  ending: RegExp,
): Promise<SiteFile | string> {
  const text = await tree.text(file);
  const name = path.split('/').at(-1) ?? path;
  const isHtml = /\.html?$/i.test(path);
  const hasFront = text === undefined || /^\uFEFF?---[ \t]*\n/.test(text);
  if (!hasFront && isHtml) return 'it has no front matter, so Jekyll copied it as it stands: bring it as Markdown';
  if (!hasFront && repository.test(name.replace(ending, ''))) return 'a file about the repository';
  if (!hasFront && !config.isFrontMatterOptional && config.isKnown)
    return 'it has no front matter, so Jekyll made no page of it';
  const { fields, body } = text === undefined ? { fields: {}, body: '' } : splitFrontMatter(text);
  const type = place.kind === 'page' ? 'pages' : place.kind === 'draft' ? 'drafts' : (place.collection ?? '');
  const front = { ...defaultsFor(config, path, type), ...fields };
  const target = typeof front.redirect_to === 'string' ? front.redirect_to : undefined;
  if (target !== undefined) return `it only led readers to ${target.slice(0, 200)}`;
  const dated = /(?:^|\/)(\d{4}-\d{1,2}-\d{1,2})-[^/]*$/.exec(place.below)?.[1];
  const date = dayOf(front.date) ?? (place.kind === 'post' ? dayOf(dated) : undefined);
  return { file, path, ...place, below: place.below.replace(ending, ''), front, date, body, isHtml };
}

/** `2026-5-1 10:00:00 +0200` -> `2026-05-01`. */
function dayOf(value: unknown): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(typeof value === 'string' ? value : '') ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
