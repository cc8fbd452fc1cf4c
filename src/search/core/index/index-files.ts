import { inflate } from '../format/inflate.ts';

/** Gives the bytes of a file by its name, as stored. Rejections go through to the caller of the search. */
export type FetchFile = (name: string) => Promise<Uint8Array>;

export type Reader<Content> = (file: Uint8Array, name: string) => Content;

/** Where a search reads the files of an index. */
export interface Files {
  /** Undefined for a file that we skip because it was not fetched yet. */
  read<Content>(name: string, reader: Reader<Content>): Promise<Content | undefined>;
}

/** The files of one index: each is fetched, unpacked and read once; a failure is not remembered, so that a retry can succeed. */
export class IndexFiles implements Files {
  readonly #folder: string;
  readonly #fetchFile: FetchFile;
  readonly #contents = new Map<string, Promise<unknown>>();
  readonly #cached = new Map<string, unknown>();

  constructor(folder: string, fetchFile: FetchFile) {
    this.#folder = folder;
    this.#fetchFile = fetchFile;
  }

  read<Content>(name: string, reader: Reader<Content>): Promise<Content> {
    const known = this.#contents.get(name);
    // A name is always read by the same reader.
    if (known !== undefined) return known as Promise<Content>;
    const content = this.#load(name, reader);
    this.#contents.set(name, content);
    content.catch(() => this.#contents.delete(name));
    return content;
  }

  /** Only the files that were read so far. */
  cachedOnly(): CachedFiles {
    return new CachedFiles(this.#cached);
  }

  async #load<Content>(name: string, reader: Reader<Content>): Promise<Content> {
    const path = this.#folder + name;
    const content = reader(await inflate(await this.#fetchFile(path), path), path);
    this.#cached.set(name, content);
    return content;
  }
}

/** The files that were read before; any other is skipped. */
export class CachedFiles implements Files {
  readonly #contents: ReadonlyMap<string, unknown>;
  #complete = true;

  constructor(contents: ReadonlyMap<string, unknown>) {
    this.#contents = contents;
  }

  /** Whether every file that was requested was there. */
  get complete(): boolean {
    return this.#complete;
  }

  async read<Content>(name: string): Promise<Content | undefined> {
    this.#complete &&= this.#contents.has(name);
    return this.#contents.get(name) as Content | undefined;
  }
}
