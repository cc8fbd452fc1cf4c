import { join } from 'node:path';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import { ownValue } from '../../../site/own-value.ts';
import { asStep, type ProgressSink, silentProgress } from '../../../terminal/progress.ts';
import { parseBertConfig } from './bert-config.ts';
import { writeBertGraph } from './bert-graph.ts';
import { browserWeights } from './browser-weights.ts';
import { chooseSource } from './choose-source.ts';
import { type CompressedEncoder, type EncoderFiles, gzipOnce } from './compressed-encoder.ts';
import { englishPieces } from './english-pieces.ts';
import { int8Weights } from './int8-weights.ts';
import { knownModels } from './known-models.ts';
import type { ModelParts } from './model-source.ts';
import { type PieceFilter, pieceFilter, type VocabularyKind } from './piece-filter.ts';
import { pruneVocabulary } from './prune-vocabulary.ts';
import { type CoarseSteps, coarseQuantization } from './quantization.ts';
import { isUnigram } from './tokenizer-config.ts';

/** Incremented when the files written from the same source change. */
const recipe = 2;
/** The coarsest that lost less than half a point of nDCG@10 on every set measured; see the README. */
const chosenSteps: CoarseSteps = { matrix: 0.2, table: 0.8 };
/** all-MiniLM was trained on texts of 128 word pieces, and a longer query would keep a phone busy for long. */
const longestQuery = 128;

export interface CompressOptions {
  cache: string;
  progress?: ProgressSink;
  /** The locale's language, whose visitors the copy is for; all languages of the settings unless given. */
  language?: string;
  /** Others than the chosen ones, for measuring. */
  steps?: CoarseSteps;
}

/**
 * Compresses a model for the browsers of one language: vocabulary of that language only, weights quantized coarsely.
 * Prepared once and cached.
 *
 * @throws ModelError when the weights cannot be had, or are not understood.
 */
export async function compressModel(
  settings: ModelSettings,
  { cache, progress = silentProgress, language, steps = stepsFor(settings) }: CompressOptions,
): Promise<CompressedEncoder & { id: string }> {
  const source = await chooseSource(settings, { cache, progress });
  const languages = language ? [language] : [...settings.languages].sort();
  const form = `${steps.matrix}-${steps.table}-${languages.join('-').replaceAll('*', 'all')}`;
  const id = `${source.id}-browser-${recipe}-${form}-${source.hash}`;
  const maxTokens = Math.min(source.maxTokens, longestQuery);
  const files = await gzipOnce(join(cache, 'models', id), async () => {
    await source.fetch(progress);
    return asStep(progress, 'Shrinking the model for browsers', async () =>
      compress(await source.read(), { languages, maxTokens, steps }),
    );
  });
  return { id, ...files, maxTokens };
}

/** Those that were measured with the model; the table of src/search/indexer/README.md says what they cost. */
function stepsFor({ source, name }: ModelSettings): CoarseSteps {
  return (source === 'hub' && ownValue(knownModels, name)?.steps) || chosenSteps;
}

async function compress(
  { where, config, tokenizer, weights }: ModelParts,
  { languages, maxTokens, steps }: { languages: string[]; maxTokens: number; steps: CoarseSteps },
): Promise<EncoderFiles> {
  const english = isUnigram(tokenizer) ? await englishPieces() : undefined;
  const filterOf = (kind: VocabularyKind): PieceFilter => {
    const filters = languages.map((language) => pieceFilter(language, kind, english));
    return (piece, rank) => filters.some((keeps) => keeps(piece, rank));
  };
  const pruned = pruneVocabulary(tokenizer, filterOf, `tokenizer of ${where}`);
  return {
    encoder: writeBertGraph(
      parseBertConfig(config, `configuration of ${where}`),
      browserWeights(weights, pruned.kept, maxTokens),
      int8Weights(coarseQuantization(steps)),
    ),
    tokenizer: new TextEncoder().encode(JSON.stringify(pruned.tokenizer)),
  };
}
