import { countOf, type Postings } from '../../../core/index/postings.ts';
import type { SectionText } from '../../../core/index/text-shard.ts';
import { ByteWriter } from './byte-writer.ts';
import { writeSortedStrings } from './front-coding.ts';
import { seal } from './seal.ts';

/** Writes what `readTextShard` reads. */
export function writeTextShard(sections: readonly SectionText[]): Uint8Array {
  const writer = new ByteWriter().varint(sections.length);
  let before = '';
  for (const { href, anchor, headings, text, name } of sections) {
    writer.string(href === before ? '' : href);
    if (name && href !== before) writer.string(name.title).string(name.id);
    writer.string(anchor).varint(headings.length);
    for (const heading of headings) writer.string(heading);
    writer.string(text);
    before = href;
  }
  return seal('texts', writer.finish());
}

/**
 * Writes what `readWordShard` reads. The terms are sorted.
 * @param most How many sections a term lists at most.
 */
export function writeWordShard(terms: readonly (readonly [string, Postings])[], most: number): Uint8Array {
  const writer = new ByteWriter().varint(most);
  writeSortedStrings(
    writer,
    terms.map(([term]) => term),
  );
  for (const [, postings] of terms) writer.varint(countOf(postings));
  for (const [, { sections }] of terms) {
    let before = -1;
    for (const section of sections) {
      writer.varint(section - before - 1);
      before = section;
    }
  }
  for (const [, { impacts }] of terms) writer.bytes(impacts);
  return seal('words', writer.finish());
}

/** Writes what `readTitleShard` reads. */
export function writeTitleShard(entries: readonly (readonly [string, readonly number[]])[]): Uint8Array {
  const writer = new ByteWriter();
  writeSortedStrings(
    writer,
    entries.map(([key]) => key),
  );
  for (const [, articles] of entries) writer.varint(articles.length);
  for (const [, articles] of entries) {
    let before = -1;
    for (const article of articles) {
      writer.varint(article - before - 1);
      before = article;
    }
  }
  return seal('titles', writer.finish());
}

/** Writes what `readVocabularyShard` reads. The words are sorted. */
export function writeVocabularyShard(words: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  writeSortedStrings(writer, words);
  return seal('vocabulary', writer.finish());
}
