import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { memoize } from '../../../cache/memoize.ts';
import { FORMAT_VERSION } from '../../core/format/envelope.ts';
import type { ArticleName, CoreFile, CoreVariants, IndexedArticle } from '../../core/index/core-file.ts';
import type { Manifest } from '../../core/index/manifest.ts';
import type { Postings } from '../../core/index/postings.ts';
import { loadLanguage, stopWordsOf } from '../../core/text/language.ts';
import type { IndexedChoice, VariantRun } from '../../core/variants/variants-column.ts';
import type { ForeignIndex } from '../distil/foreign-index.ts';
import type { SemanticIndex } from '../distil/semantic-index.ts';
import { type IndexDocument, type IndexSection, indexSections } from '../index-document.ts';
import { cutByKey, vocabularyByKey } from './cut-shards.ts';
import { writeCoreFile } from './format/core-file.ts';
import { writeVocabularyShard, writeWordShard } from './format/shards.ts';
import { writeVariants } from './format/variants-column.ts';
import { invert } from './inverted-index.ts';
import { listedPostings } from './listed-postings.ts';
import { orderByTopic } from './order-by-topic.ts';
import { type IndexSizes, indexSizes, mostNames } from './sizes.ts';
import { textShards } from './text-shards.ts';
import { keptTitleFiles, titleFiles, writeIdSet } from './title-files.ts';
import { type Pinned, pinsFile } from './write-pins.ts';
import { foreignFiles, semanticFiles } from './write-semantic.ts';

export interface IndexInput {
  locale: string;
  documents: readonly IndexDocument[];
  /** Groups of words that mean the same. */
  synonyms: readonly (readonly string[])[];
  /** The site's choices, in the site's order; needed where sections are for some and not for everybody. */
  choices?: readonly IndexedChoice[] | undefined;
  /** Answers that must come first. */
  pinned?: Pinned | undefined;
  /** Undefined for a locale whose language the embedding model does not understand: its words alone are searched. */
  semantic?: SemanticIndex | undefined;
  /** Undefined where questions in other languages find the articles by words alone. */
  foreign?: ForeignIndex | undefined;
  /** In the dev server: articles stay in their order, and clusters about as they were, so that an edit changes what it has to. */
  live?: boolean | undefined;
  /** For tests: other sizes of files than those that `indexSizes` gives a site. */
  sizes?: Partial<IndexSizes> | undefined;
}

export interface BuiltIndex {
  /** Contents by name, relative to the folder in which all indexes lie. */
  files: Map<string, Uint8Array>;
  /** The file to open the index with. */
  manifestName: string;
  manifest: Manifest;
}

/**
 * Writes the search index of one locale. The same content and settings give the same bytes. All files lie in a folder
 * named by a hash of their content, so that they may be cached for ever and never mix with those of another build.
 */
export async function writeIndex(input: IndexInput): Promise<BuiltIndex> {
  const { locale, synonyms, choices = [], pinned, live = false, sizes: given } = input;
  const areAtHand = lettersOfNames(input.documents) <= mostNames(given);
  const { documents, semantic, foreign } = areAtHand || live ? input : orderByTopic(input);
  const language = await loadLanguage(locale);
  const sections = indexSections(documents);
  const { postings: all, words } = invert(sections, language, live);
  const letters = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  const sizes = indexSizes({ letters, postings: all.reduce((sum, entry) => sum + bytesOf(entry), 0) }, given);
  const postings = all.map(([term, its]): [string, Postings] => [term, listedPostings(its, sections.length, sizes)]);
  const wordShards = cutByKey(postings, ([term]) => term, bytesOf, sizes.wordShard);
  const vocabulary = vocabularyByKey(words, language, sizes.vocabularyShard);
  const names = documents.map(nameOf);
  const titles = areAtHand
    ? undefined
    : (live ? keptTitleFiles : titleFiles)(
        names.map(({ title }) => title),
        language,
        sizes.titleShard,
      );
  const texts = textShards(sections, sizes.textShard, areAtHand ? undefined : nameOf);
  const categories = [...new Set(documents.map((document) => document.category))];
  const core: CoreFile = {
    categories,
    articles: articlesOf(documents, sections, categories),
    names: areAtHand ? names : undefined,
    titles: titles?.directory,
    wordShards: wordShards.firstKeys,
    vocabularyKeys: vocabulary.map(([key]) => key),
    textShards: texts.firstSections,
    synonyms: synonyms.map((group) => group.map(oneLine)),
    variants: variantsOf(documents, sections, choices),
  };
  const contents = new Map<string, Uint8Array>([['core.bin', writeCoreFile(core)]]);
  wordShards.shards.forEach((shard, place) =>
    contents.set(`words-${place}.bin`, writeWordShard(shard, sizes.postings)),
  );
  vocabulary.forEach(([, shard], place) => contents.set(`vocabulary-${place}.bin`, writeVocabularyShard(shard)));
  for (const [name, content] of titles?.files ?? []) contents.set(name, content);
  if (!areAtHand) contents.set('ids.bin', writeIdSet(names.map(({ id }) => id)));
  texts.shards.forEach((shard, place) => contents.set(`texts-${place}.bin`, shard));
  const counts = {
    articles: documents.length,
    sections: sections.length,
    wordShards: wordShards.shards.length,
    vocabularyShards: vocabulary.length,
    textShards: texts.shards.length,
    studentShards: 0,
  };
  if (semantic) {
    const { files, studentShards } = await semanticFiles(semantic, sections, await stopWordsOf(locale), sizes, live);
    for (const [name, content] of files) contents.set(name, content);
    counts.studentShards = studentShards;
  }
  const about: About = { locale, counts };
  if (semantic) about.model = semantic.model;
  const pins = pinned && (await pinsFile(pinned, about, sections, contents));
  if (pins) {
    contents.set('pins.bin', pins);
    about.pins = true;
  }
  if (foreign) {
    const { files, studentShards } = await foreignFiles(foreign, sizes, live);
    for (const [name, content] of files) contents.set(name, content);
    about.foreign = { model: foreign.model, studentShards };
  }
  return pack(about, contents, live ? FAST : SMALL);
}

const nameOf = memoize(({ id, title }: IndexDocument): ArticleName => ({ id, title: oneLine(title) }));

function lettersOfNames(documents: readonly IndexDocument[]): number {
  return documents.map(nameOf).reduce((sum, { id, title }) => sum + id.length + title.length, 0);
}

/** The sections of a document follow each other, in the order of the documents. */
function articlesOf(
  documents: readonly IndexDocument[],
  sections: readonly IndexSection[],
  categories: readonly string[],
): IndexedArticle[] {
  const numberOf = new Map(categories.map((category, number) => [category, number]));
  let next = 0;
  return documents.map((document) => {
    const firstSection = next;
    while (sections[next]?.document === document) next++;
    return {
      category: numberOf.get(document.category)!,
      firstSection,
      sections: next - firstSection,
    };
  });
}

/** About how many bytes a term with its sections has before compression. */
function bytesOf([term, { sections }]: readonly [string, Postings]): number {
  return term.length + 2 * sections.length;
}

/** For whom the sections are, with the choices that they are by; undefined where all are for everybody. */
function variantsOf(
  documents: readonly IndexDocument[],
  sections: readonly IndexSection[],
  choices: readonly IndexedChoice[],
): CoreVariants | undefined {
  // One that no choice has is the check's to report.
  const known = new Set(choices.flatMap(({ values }) => values.map(({ name }) => name)));
  const runs: VariantRun[] = [];
  sections.forEach(({ document, variants = [] }, place) => {
    const values = variants.filter((value) => known.has(value));
    const last = runs.at(-1);
    if (values.length === 0) return;
    const goesOn = last && last.first + last.sections === place && sections[last.first]!.document === document;
    if (goesOn && last.values.join() === values.join()) last.sections++;
    else runs.push({ first: place, sections: 1, values });
  });
  const used = new Set(runs.flatMap(({ values }) => values));
  const chosen = choices.filter(({ values }) => values.some(({ name }) => used.has(name)));
  const numberOf = new Map(documents.map((document, number) => [document, number]));
  const articles = new Set(runs.map(({ first }) => numberOf.get(sections[first]!.document)!));
  return runs.length > 0 ? { articles, column: writeVariants({ choices: chosen, runs }) } : undefined;
}

type About = Pick<Manifest, 'locale' | 'counts' | 'pins' | 'model' | 'foreign'>;

function pack(about: About, contents: ReadonlyMap<string, Uint8Array>, level: number): BuiltIndex {
  const hash = createHash('sha256').update(JSON.stringify({ version: FORMAT_VERSION, ...about }));
  for (const [name, content] of contents) hash.update(name).update(content);
  const { locale, counts, ...meaning } = about;
  const folder = `${locale}.${hash.digest('hex').slice(0, 12)}/`;
  const manifest: Manifest = { version: FORMAT_VERSION, locale, folder, counts, ...meaning };
  const manifestName = `${folder}manifest.json`;
  const files = new Map<string, Uint8Array>([[manifestName, new TextEncoder().encode(JSON.stringify(manifest))]]);
  for (const [name, content] of contents) files.set(folder + name, gzip(content, level));
  return { files, manifestName, manifest };
}

/** Levels of gzip: what is published has the fewest bytes, what somebody waits for who writes, and fetches from their own machine, costs the least. */
const SMALL = 9;
const FAST = 1;

/** What does not change from one edit to the next is the same array and is compressed once. */
const gzip = memoize((bytes: Uint8Array, level: number): Uint8Array => gzipSync(bytes, { level }));

/** The byte order mark counts as white space, though nobody sees it: within a word it is none. */
function oneLine(text: string): string {
  return text.replace(/[^\S\ufeff]+/gu, ' ').trim();
}
