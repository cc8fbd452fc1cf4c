import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolderAtomically } from '../../../cache/atomic-write.ts';
import { gzip } from './gzip.ts';

/** Network (ONNX) and tokenizer (JSON). */
export interface EncoderFiles {
  encoder: Uint8Array;
  tokenizer: Uint8Array;
}

/** A model as the browser downloads it: files gzipped. */
export interface CompressedEncoder extends EncoderFiles {
  /** Longer queries are cut after so many word pieces. */
  maxTokens: number;
}

/** Reads the gzipped files out of `folder`, after `make` gave what goes into them if they were not there. */
export async function gzipOnce(folder: string, make: () => Promise<EncoderFiles>): Promise<EncoderFiles> {
  if (!existsSync(folder)) {
    const { encoder, tokenizer } = await make();
    await createFolderAtomically(folder, async (temporary) => {
      await writeFile(join(temporary, 'encoder.bin'), gzip(encoder));
      await writeFile(join(temporary, 'tokenizer.bin'), gzip(tokenizer));
    });
  }
  const [encoder, tokenizer] = await Promise.all([
    readFile(join(folder, 'encoder.bin')),
    readFile(join(folder, 'tokenizer.bin')),
  ]);
  return { encoder, tokenizer };
}
