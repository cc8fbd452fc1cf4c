import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache/cache-folder.ts';
import { hashFiles } from '../cache/hash-files.ts';
import { RecordCache } from '../cache/record-cache.ts';
import { contentPath } from '../markdown/options.ts';
import { type ParsedMarkdown, type ParseMarkdown, parseMarkdown } from '../markdown/parse.ts';
import { type ReadOptions, readHelpCenter } from './read-help-center.ts';
import type { HelpCenter } from './types.ts';

/** Everything that decides how a page is parsed, besides its text and its locale. */
const SOURCES = ['../markdown', '../i18n', '../schemas', '../../package-lock.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Parsed pages, by what they were parsed from. One page parses in a few milliseconds, a thousand in seconds. */
export class ParseCache {
  /** What this process parsed before it had a folder to keep it in. */
  readonly #pages = new Map<string, ParsedMarkdown>();
  #stored: RecordCache<ParsedMarkdown> | undefined;
  #folder = '';
  readonly #parse: ParseMarkdown;

  constructor(parse: ParseMarkdown = parseMarkdown) {
    this.#parse = parse;
  }

  /** As `parseMarkdown`, for a text that was parsed before for the same locale and variants from what was kept of it. */
  readonly parse: ParseMarkdown = (markdown, path, variants) => {
    const locale = contentPath({ path }).split('/')[1] ?? '';
    const labels = markdown.includes(':::') ? JSON.stringify(variants) : '';
    const key = createHash('sha1').update(`${locale}\0${labels}\0${markdown}`).digest('base64');
    const kept = this.#pages.get(key) ?? this.#stored?.get(key);
    if (kept) return kept;
    const page = this.#parse(markdown, path, variants);
    (this.#stored ?? this.#pages).set(key, page);
    return page;
  };

  /** Keeps pages in a folder from now on, also as they are parsed, and uses those that are there. */
  open(folder: string): void {
    if (this.#folder === folder) return;
    this.#stored?.close();
    this.#stored = new RecordCache(folder);
    this.#folder = folder;
  }

  /** Writes what is not written yet, and drops what is no longer of use. */
  save(): void {
    this.#stored?.tidy();
  }
}

const SHARED = Symbol.for('signpost.parse-cache');

/**
 * The cache of this process. It is a global because Astro loads the content's configuration as modules of its own, so
 * a build has two copies of this one, and pages parsed by either must be available to both.
 */
export function processParseCache(): ParseCache {
  const shared = globalThis as { [SHARED]?: ParseCache };
  return (shared[SHARED] ??= new ParseCache());
}

const READ = Symbol.for('signpost.help-center');

/** Keeps what a build has read, so that all of its parts are made of the same and none reads it again. */
export function keepHelpCenter(center: HelpCenter): void {
  Object.assign(globalThis, { [READ]: center });
}

/** What this process has kept of a content folder; read where it has kept nothing, as in the dev server, whose content changes. */
export async function keptHelpCenter(root: string): Promise<HelpCenter> {
  const kept = (globalThis as { [READ]?: HelpCenter })[READ];
  return kept?.root === resolve(root) ? kept : readCachedHelpCenter(root);
}

export interface CachedReadOptions extends Omit<ReadOptions, 'parse'> {
  cache?: ParseCache;
  /** Where parsed pages are stored from one process to the next. */
  folder?: string;
}

/** `readHelpCenter`, which parses no page anew that this process or the one before parsed already. */
export async function readCachedHelpCenter(
  root: string,
  { cache = processParseCache(), folder = join(cacheFolder(), 'pages'), ...options }: CachedReadOptions = {},
): Promise<HelpCenter> {
  cache.open(join(folder, await parserAnd(root)));
  const center = await readHelpCenter(root, { ...options, parse: cache.parse });
  cache.save();
  return center;
}

/** Stands for the code that parses pages and for the content folder: no code reads what other code kept. */
async function parserAnd(root: string): Promise<string> {
  const parts = ['records', await (parser ??= hashFiles(SOURCES)), resolve(root)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

let parser: Promise<string> | undefined;
