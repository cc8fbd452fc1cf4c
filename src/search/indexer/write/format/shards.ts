import type { SectionText } from '../../../core/index/text-shard.ts';
import { ByteWriter } from './byte-writer.ts';
import { seal } from './seal.ts';

/** Writes what `readTextShard` reads. */
export function writeTextShard(sections: readonly SectionText[]): Uint8Array {
  const writer = new ByteWriter().varint(sections.length);
  let before = '';
  for (const { href, anchor, headings, text } of sections) {
    writer.string(href === before ? '' : href).string(anchor).varint(headings.length);
    for (const heading of headings) writer.string(heading);
    writer.string(text);
    before = href;
  }
  return seal('texts', writer.finish());
}
