import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

/** The bytes of all files together. @throws Error naming a file that cannot be read. */
export async function totalBytes(files: string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) throw new Error(`${file} cannot be read; name files of events, such as events/*.ndjson.`);
    bytes += found.size;
  }
  return bytes;
}

/**
 * The lines of a file, a chunk of them at a time, so that reading millions costs little; `.gz` files are unpacked.
 * @param onBytes Called with how many bytes of the file were read since the last call.
 */
export async function* readLines(file: string, onBytes: (bytes: number) => void): AsyncGenerator<string[]> {
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  let reported = 0;
  const report = (): void => {
    onBytes(source.bytesRead - reported);
    reported = source.bytesRead;
  };
  const text = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  if (text !== source) source.on('error', (error) => text.destroy(error));
  text.setEncoding('utf8');
  let rest = '';
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    report();
    yield lines;
  }
  if (rest) yield [rest];
}
