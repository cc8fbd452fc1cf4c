import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache/cache-folder.ts';
import { hashFiles } from '../cache/hash-files.ts';
import { readSerialized, writeSerialized } from '../cache/serialized-file.ts';
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
  /** Pages that this process asked for. */
  #pages = new Map<string, ParsedMarkdown>();
  /** Pages that the process before asked for, while they are of use. */
  #stored = new Map<string, ParsedMarkdown>();
  readonly #parse: ParseMarkdown;

  constructor(parse: ParseMarkdown = parseMarkdown) {
    this.#parse = parse;
  }

  /** As `parseMarkdown`; a text that was parsed before, for the same locale and variants, gives the same object again. */
  readonly parse: ParseMarkdown = (markdown, path, variants) => {
    const locale = contentPath({ path }).split('/')[1] ?? '';
    const labels = markdown.includes(':::') ? JSON.stringify(variants) : '';
    const key = createHash('sha1').update(`${locale}\0${labels}\0${markdown}`).digest('base64');
    const page = this.#pages.get(key) ?? this.#stored.get(key) ?? this.#parse(markdown, path, variants);
    this.#pages.set(key, page);
    return page;
  };

  /** Whether this process has asked for no page yet. */
  get isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  /** Takes over what a process before stored in `file`; nothing when there is no such file, or it is damaged. */
  async load(file: string): Promise<void> {
    this.#stored = (await readSerialized<Map<string, ParsedMarkdown>>(file)) ?? new Map();
  }

  /** Stores what was asked for in `file`, where it differs from what was loaded, and forgets the rest. */
  async save(file: string): Promise<void> {
    const same =
      this.#stored.size === this.#pages.size && [...this.#stored.keys()].every((key) => this.#pages.has(key));
    this.#stored = new Map();
    // Where the cache cannot be written, the next process parses them again.
    if (!same) await writeSerialized(file, this.#pages).catch(() => {});
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
  const read = (): Promise<HelpCenter> => readHelpCenter(root, { ...options, parse: cache.parse });
  if (!cache.isEmpty) return read();
  const name = createHash('sha256')
    .update(JSON.stringify([await hashFiles(SOURCES), resolve(root)]))
    .digest('hex')
    .slice(0, 24);
  const file = join(folder, name);
  await cache.load(file);
  const center = await read();
  await cache.save(file);
  return center;
}
