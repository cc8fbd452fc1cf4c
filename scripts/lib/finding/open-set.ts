import type { SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { readText } from '../../../src/search/core/query/parse-query.ts';
import { maskLongNumbers } from '../../../src/search/core/semantic/long-numbers.ts';
import { buildSemanticIndex } from '../../../src/search/indexer/distil/semantic-index.ts';
import { indexSections } from '../../../src/search/indexer/index-document.ts';
import { writeIndex } from '../../../src/search/indexer/write/write-index.ts';
import { type PinnedAnswer, pinnedQuestions } from '../../../src/search/indexer/write/write-pins.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { indexDocument } from '../relevance/documents.ts';
import type { RelevanceTeachers } from '../relevance/prepare-systems.ts';
import type { RelevanceSet } from '../relevance/read-set.ts';
import { openBuilt } from '../relevance/signpost-systems.ts';

/** The index of a set in one language, and what embeds questions for its deep tier. */
export interface OpenedSet {
  index: SearchIndex;
  embed(questions: readonly string[]): Promise<Map<string, Float32Array>>;
}

/** Indexes the documents of a set in one language. @throws Error where no model serves it. */
export async function openSet(
  { name, documents }: RelevanceSet,
  answers: readonly PinnedAnswer[],
  teachers: RelevanceTeachers,
  progress: ProgressSink,
): Promise<OpenedSet> {
  const locale = (documents[0]?.lang ?? 'en').toLowerCase();
  const own = await teachers.of(locale);
  if (!own)
    throw new Error(`${name}: no model serves ${locale}, so nothing is told by meaning. Name one in site.yaml.`);
  const indexed = documents.map((document) => indexDocument(document, locale));
  const { passages: teacher, settings, queries } = own;
  const semantic = await buildSemanticIndex({ locale, sections: indexSections(indexed), teacher, settings, progress });
  const pinned = pinnedQuestions(answers);
  const embedded =
    pinned.length > 0
      ? await teacher.embed(
          pinned.map(({ read }) => read),
          { kind: 'query' },
        )
      : [];
  const vectors = new Map(pinned.map(({ question }, place) => [question, embedded[place]!]));
  const built = await writeIndex({ locale, documents: indexed, synonyms: [], semantic, pinned: { answers, vectors } });
  return {
    index: await openBuilt(built),
    async embed(questions) {
      const texts = [...new Set(questions)];
      const made = await queries.embed(
        texts.map((text) => maskLongNumbers(readText(text))),
        { kind: 'query' },
      );
      return new Map(texts.map((text, place) => [text, made[place]!]));
    },
  };
}
