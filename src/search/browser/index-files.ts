/** The index files of this page's build are gone or unreadable: the site has probably been published anew. */
export class OutdatedIndex extends Error {
  override name = 'OutdatedIndex';
}

/** No answer from the site at all: the visitor is offline or the line broke. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** Fetches the bytes of an index file by its name. */
export type FetchFile = (name: string) => Promise<Uint8Array>;

/**
 * Fetches index files below `folder`. Each file is asked for once: names carry a hash of the content,
 * so the browser's HTTP cache keeps them between pages and this function within one.
 * @throws Unreachable or OutdatedIndex (by rejection); a failed download is not remembered.
 */
export function indexFiles(folder: string): FetchFile {
  const known = new Map<string, Promise<Uint8Array>>();
  return (name) => {
    let file = known.get(name);
    if (!file) {
      file = download(folder + name);
      known.set(name, file);
      file.catch(() => known.delete(name));
    }
    return file;
  };
}

async function download(address: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new Unreachable(`${address} could not be fetched. Check the connection.`, { cause });
  }
  if (!response.ok) throw new OutdatedIndex(`${address} answered ${response.status}. Reload the page to get the newest index.`);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new Unreachable(`${address} broke off. Check the connection.`, { cause });
  }
}
