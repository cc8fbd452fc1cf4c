import { type CoreFile, TITLE_KEYS } from '../../../core/index/core-file.ts';
import { ByteWriter } from './byte-writer.ts';
import { seal } from './seal.ts';

/** Writes what `readCoreFile` reads. No string may hold a line break, no synonym a tab. */
export function writeCoreFile(core: CoreFile): Uint8Array {
  const writer = new ByteWriter();
  writeLines(writer, core.categories);
  const { names, titles } = core;
  writer.u8(names ? 1 : 0);
  if (names) {
    writeLines(
      writer,
      names.map(({ title }) => title),
    );
    writeLines(
      writer,
      names.map(({ id }) => id),
    );
  } else writer.varint(core.articles.length);
  for (const { category, sections } of core.articles) writer.varint(category).varint(sections);
  if (titles) {
    for (const key of TITLE_KEYS) writeLines(writer, titles.firstKeys[key]);
    writeLines(
      writer,
      titles.stopWords.map((words) => words.join(' ')),
    );
    for (const set of titles.stopWordsOf) writer.varint(set);
    writeLines(writer, [...titles.beginnings.keys()]);
    for (const article of titles.beginnings.values()) writer.varint(article);
  }
  writeLines(writer, core.wordShards);
  writeLines(writer, core.vocabularyKeys);
  writer.varint(core.textShards.length);
  let before = 0;
  for (const section of core.textShards) {
    writer.varint(section - before);
    before = section;
  }
  writeLines(
    writer,
    core.synonyms.map((group) => group.join('\t')),
  );
  if (core.variants) {
    writer.varint(core.variants.articles.size);
    let last = 0;
    for (const article of core.variants.articles) {
      writer.varint(article - last);
      last = article;
    }
    writer.bytes(core.variants.column);
  }
  return seal('core', writer.finish());
}

function writeLines(writer: ByteWriter, lines: readonly string[]): void {
  const broken = lines.find((line) => line.includes('\n'));
  if (broken !== undefined) throw new RangeError(`a line break inside ${JSON.stringify(broken)}`);
  writer.varint(lines.length).string(lines.join('\n'));
}
