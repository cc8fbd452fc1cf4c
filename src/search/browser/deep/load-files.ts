import { inflate } from '../../core/format/inflate.ts';
import type { BrowserCopy } from '../../core/index/browser-copy.ts';
import { openModelStore } from './model-store.ts';

/** The deep tier's files, unpacked. */
export interface DeepFiles {
  encoder: Uint8Array;
  tokenizer: Uint8Array;
  runtime: Uint8Array;
  /** Address of the module that starts the runtime. */
  loader: string;
  /** Keeps the downloads for the next visit; to be called once they have proved to work. */
  keep(): Promise<void>;
  /** Whether any came from an earlier visit, and may have been damaged since. */
  fromStore: boolean;
  /** Forgets the downloads of earlier visits. */
  forget(): Promise<void>;
}

/**
 * Brings the files from an earlier visit or from the site.
 *
 * @param folder Absolute address of the index files.
 * @param onProgress Called with the bytes of `copy.bytes` that are here so far.
 * @throws Error (by rejection) when a file cannot be had or is damaged.
 */
export async function loadDeepFiles(
  folder: string,
  copy: BrowserCopy,
  onProgress: (loaded: number) => void,
): Promise<DeepFiles> {
  const store = await openModelStore();
  const stored = new Map<string, Uint8Array>();
  let loaded = copy.files.loader.bytes;
  let fromStore = false;
  const count = (bytes: number) => onProgress((loaded += bytes));

  const bring = async (part: 'encoder' | 'tokenizer' | 'runtime') => {
    const { name, bytes } = copy.files[part];
    const address = folder + name;
    const kept = await store.find(address);
    if (kept) count(bytes);
    fromStore ||= kept !== undefined;
    const content = kept ?? (await download(address, count));
    stored.set(address, content);
    return inflate(content, name);
  };
  const bringAll = () => Promise.all([bring('encoder'), bring('tokenizer'), bring('runtime')]);
  const forget = () => store.keep(folder, new Map());
  const [encoder, tokenizer, runtime] = await bringAll().catch(async (error: unknown) => {
    if (!fromStore) throw error;
    // A disk that ran full or a crash may have damaged what was kept; it would fail on every visit.
    await forget();
    loaded = copy.files.loader.bytes;
    fromStore = false;
    return bringAll();
  });
  return {
    encoder,
    tokenizer,
    runtime,
    loader: folder + copy.files.loader.name,
    keep: () => store.keep(folder, stored),
    fromStore,
    forget,
  };
}

/**
 * Downloads a file and counts its bytes on the way.
 *
 * @param onBytes Called with the size of each chunk that arrives.
 * @throws Error (by rejection) when the host does not have the file or the line breaks.
 */
async function download(address: string, onBytes: (bytes: number) => void): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok || !response.body) {
    throw new Error(
      `${address}: found status ${response.status}, expected the file. Publish the folder _search/ with the site.`,
    );
  }
  const chunks: Uint8Array[] = [];
  const reader = response.body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value);
    onBytes(chunk.value.length);
  }
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
