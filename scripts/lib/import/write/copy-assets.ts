import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomically } from '../../../../src/cache/atomic-write.ts';
import type { Conversion } from '../convert/conversion.ts';
import { inside } from './inside.ts';

/** Copies files of the source into a folder of the target, by the name they get there. */
export async function copyAssets(root: string, out: string, folder: string, files: Map<string, string>): Promise<void> {
  for (const [name, file] of files) {
    const target = inside(out, `${folder}/${name}`);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(inside(root, file), target);
  }
}

/** Writes the images that articles carried in their text. */
export async function writeInlineImages(out: string, conversions: Conversion[]): Promise<void> {
  for (const { name, base64 } of conversions.flatMap((conversion) => conversion.inlineImages)) {
    await writeFileAtomically(inside(out, `images/${name}`), Buffer.from(base64, 'base64'));
  }
}
