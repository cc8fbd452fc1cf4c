import { inflate } from '../format/inflate.ts';

/** Gives the bytes of a file by its name, as stored. Rejections go through to the caller of the search. */
export type FetchFile = (name: string) => Promise<Uint8Array>;

type Reader<Content> = (file: Uint8Array, name: string) => Content;

/** The files of one index: each is fetched, unpacked and read once; a failure is not remembered, so that a retry can succeed. */
export class IndexFiles {
  readonly #folder: string;
  readonly #fetchFile: FetchFile;
  readonly #contents = new Map<string, Promise<unknown>>();

  constructor(folder: string, fetchFile: FetchFile) {
    this.#folder = folder;
    this.#fetchFile = fetchFile;
  }

  read<Content>(name: string, reader: Reader<Content>): Promise<Content> {
    const known = this.#contents.get(name);
    // A name is always read by the same reader.
    if (known !== undefined) return known as Promise<Content>;
    const content = this.#load(this.#folder + name, reader);
    this.#contents.set(name, content);
    content.catch(() => this.#contents.delete(name));
    return content;
  }

  async #load<Content>(name: string, reader: Reader<Content>): Promise<Content> {
    return reader(await inflate(await this.#fetchFile(name), name), name);
  }
}
