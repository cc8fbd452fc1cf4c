import { memoize } from '../../../cache/memoize.ts';
import type { ArticleName } from '../../core/index/core-file.ts';
import type { IndexDocument, IndexSection } from '../index-document.ts';
import { writeTextShard } from './format/shards.ts';

/**
 * The texts of consecutive sections together, so that the sections of one article share shards; and where each shard begins.
 * @param target About how many characters a shard has.
 * @param nameOf Of an article, where its name stands with its texts: such an article is in one shard, unless it is longer than that.
 */
export function textShards(
  sections: readonly IndexSection[],
  target: number,
  nameOf?: (document: IndexDocument) => ArticleName,
): { firstSections: Uint32Array; shards: Uint8Array[] } {
  const lengths = new Map<IndexDocument, number>();
  for (const { document, text } of nameOf ? sections : [])
    lengths.set(document, (lengths.get(document) ?? 0) + text.length);
  const shards: IndexSection[][] = [];
  const firstSections: number[] = [];
  let size = Infinity;
  sections.forEach((section, place) => {
    const isFirst = section.document !== sections[place - 1]?.document;
    const length = isFirst ? (lengths.get(section.document) ?? section.text.length) : section.text.length;
    if (size + length > target) {
      shards.push([]);
      firstSections.push(place);
      size = 0;
    }
    shards.at(-1)!.push(section);
    size += section.text.length;
  });
  return { firstSections: Uint32Array.from(firstSections), shards: shards.map((shard) => textShard(nameOf, ...shard)) };
}

/** In the dev server most shards stay the same after an edit: the same sections are written and compressed once. */
const textShard = memoize(
  (nameOf: ((document: IndexDocument) => ArticleName) | undefined, ...sections: readonly IndexSection[]) =>
    writeTextShard(
      sections.map(({ document, anchor, headings, lines }) => ({
        href: document.href,
        anchor,
        headings,
        text: lines,
        ...(nameOf && { name: nameOf(document) }),
      })),
    ),
  Infinity,
);
