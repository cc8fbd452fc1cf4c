/** Name of the browser's cache for the files of the deep tier. */
const name = 'signpost-model';

/** Files kept from visit to visit, whatever the host says about caching. */
export interface ModelStore {
  find(address: string): Promise<Uint8Array | undefined>;
  /** Keeps exactly these files of the folder and forgets older ones. */
  keep(folder: string, files: Map<string, Uint8Array>): Promise<void>;
}

/** Never fails: where the browser has no such cache or it is full, every visit downloads anew. */
export async function openModelStore(): Promise<ModelStore> {
  const cache = await quietly(async () => caches.open(name));
  return {
    find: (address) =>
      quietly(async () => {
        const found = await cache?.match(address);
        return found && new Uint8Array(await found.arrayBuffer());
      }),
    keep: async (folder, files) => {
      await quietly(async () => {
        for (const { url } of (await cache?.keys()) ?? []) {
          if (url.startsWith(folder) && !files.has(url)) await cache?.delete(url);
        }
        for (const [address, content] of files) {
          if (!(await cache?.match(address)))
            await cache?.put(address, new Response(content as Uint8Array<ArrayBuffer>));
        }
      });
    },
  };
}

async function quietly<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await action();
  } catch {
    return undefined;
  }
}
