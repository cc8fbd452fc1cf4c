import { IndexError } from '../core/format/index-error.ts';
import type { FetchFile } from '../core/index/index-files.ts';

/** No answer from the site at all: the visitor is offline or the line broke. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/**
 * Fetches index files below `folder`. Their names carry a hash of the content, so the browser's cache
 * may keep them for ever; a manifest's fixed name is asked for anew each time, as the host's headers say.
 * @param early Files that are fetched at once because they are certain to be asked for.
 * @throws Unreachable, or IndexError when the host does not have the file (any more); both by rejection.
 */
export function indexFileFetcher(folder: string, early: string[] = []): FetchFile {
  const download = async (name: string) => {
    const response = await reached(fetch(folder + name), name);
    if (!response.ok) throw new IndexError('missing', name, `status ${response.status}`, 'the file');
    return new Uint8Array(await reached(response.arrayBuffer(), name));
  };
  const begun = new Map(early.map((name) => [name, download(name)]));
  // Callers of the file get the failure; without any it must not be an uncaught rejection.
  for (const file of begun.values()) file.catch(() => {});
  return (name) => {
    const file = begun.get(name) ?? download(name);
    begun.delete(name);
    return file;
  };
}

async function reached<Result>(result: Promise<Result>, name: string): Promise<Result> {
  try {
    return await result;
  } catch (cause) {
    throw new Unreachable(`The index file ${name} could not be fetched. Check the connection.`, { cause });
  }
}
