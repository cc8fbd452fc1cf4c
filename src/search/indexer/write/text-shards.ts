import { memoize } from '../../../cache/memoize.ts';
import type { IndexSection } from '../index-document.ts';
import { writeTextShard } from './format/shards.ts';

/**
 * The texts of consecutive sections together, so that the sections of one article share shards; and where each shard begins.
 * @param target About how many characters a shard has.
 */
export function textShards(
  sections: readonly IndexSection[],
  target: number,
): { firstSections: Uint32Array; shards: Uint8Array[] } {
  const shards: IndexSection[][] = [];
  const firstSections: number[] = [];
  let size = Infinity;
  sections.forEach((section, place) => {
    if (size + section.text.length > target) {
      shards.push([]);
      firstSections.push(place);
      size = 0;
    }
    shards.at(-1)!.push(section);
    size += section.text.length;
  });
  return { firstSections: Uint32Array.from(firstSections), shards: shards.map((shard) => textShard(...shard)) };
}

/** In the dev server most shards stay the same after an edit: the same sections are written and compressed once. */
const textShard = memoize(
  (...sections: readonly IndexSection[]) =>
    writeTextShard(
      sections.map(({ document, anchor, headings, lines }) => ({ href: document.href, anchor, headings, text: lines })),
    ),
  Infinity,
);
