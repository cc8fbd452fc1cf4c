import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolderAtomically } from '../../../cache/atomic-write.ts';
import { gzip } from './gzip.ts';

/** Network and tokenizer as the browser downloads them, gzipped. */
export interface PackedEncoder {
  encoder: Uint8Array;
  tokenizer: Uint8Array;
}

/** Reads the packed files out of `folder`, after `make` gave what goes into them if they were not there. */
export async function packOnce(
  folder: string,
  make: () => Promise<{ encoder: Uint8Array; tokenizer: Uint8Array }>,
): Promise<PackedEncoder> {
  if (!existsSync(folder)) {
    const { encoder, tokenizer } = await make();
    await createFolderAtomically(folder, async (temporary) => {
      await writeFile(join(temporary, 'encoder.bin'), gzip(encoder));
      await writeFile(join(temporary, 'tokenizer.bin'), gzip(tokenizer));
    });
  }
  const [encoder, tokenizer] = await Promise.all([readFile(join(folder, 'encoder.bin')), readFile(join(folder, 'tokenizer.bin'))]);
  return { encoder, tokenizer };
}
