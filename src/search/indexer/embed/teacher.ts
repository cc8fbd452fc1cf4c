import { cacheFolder } from '../../../cache/cache-folder.ts';
import type { ModelSettings } from '../../../schemas/search-settings.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { truncateTokens } from '../../core/embedding/tokenizer.ts';
import type { PieceForm } from '../../core/semantic/pieces.ts';
import { batchesOf } from '../model/batches.ts';
import { type OpenedModel, openModel } from '../model/open-model.ts';
import type { Precision } from '../model/prepare-model.ts';

export interface EmbedOptions {
  /** Which of the model's prefixes is put before each text; `passage` unless given. */
  kind?: 'query' | 'passage';
  /** Called after each batch with the number of texts done so far. */
  onProgress?: (done: number, total: number) => void;
}

/** The transformer that embeds articles, and from which the browser's student learns. */
export interface Teacher {
  /** Changes whenever the vectors change: model, weights, precision and pooling, without the prefixes. Fit for a file name. */
  id: string;
  /** The same for all precisions of the model's weights: a student's prior of one serves the others. */
  family: string;
  /** Length of the vectors. */
  dimensions: number;
  /** Longer texts are cut after so many word pieces, special ones included. */
  maxTokens: number;
  /** What `embed` puts before each text. */
  prefixes: Record<'query' | 'passage', string>;
  /** Whether what all its vectors have in common is taken off before they are compared. */
  centred: boolean;
  /** Word pieces by their number. */
  vocabulary: string[];
  /** How it cuts words into them. */
  pieceForm: PieceForm;
  /** Numbers of the text's word pieces, without special pieces, uncut. */
  tokenize(text: string): number[];
  /**
   * One vector of length 1 for each text, in order. A text's vector does not depend on the
   * texts beside it.
   *
   * @throws ModelError when the model's vectors have another length than the settings say.
   */
  embed(texts: string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** Gives back the memory that embedding took, for work that is not embedding. */
  rest?(): void;
}

export interface LoadTeacherOptions {
  /** Folder of prepared models; `cacheFolder()` unless given. */
  cache?: string;
  /** `fp32` loads the reference, for measuring; npm models only. */
  precision?: Precision;
  progress?: ProgressSink;
}

/**
 * Opens the embedding model that the settings name. The network's weights are loaded with
 * the first call of `embed`, so a build whose embeddings are all cached never pays for them.
 *
 * @throws ModelError when the model is absent or incomplete.
 */
export async function loadTeacher(settings: ModelSettings, options: LoadTeacherOptions = {}): Promise<Teacher> {
  const model = await openModel(settings, { cache: cacheFolder(), ...options });
  const prefixes = { query: settings.queryPrefix, passage: settings.passagePrefix };
  return {
    id: `${model.id}-${settings.pooling}`,
    family: `${model.family}-${settings.pooling}`,
    dimensions: settings.dimensions,
    maxTokens: model.maxTokens,
    prefixes,
    centred: settings.centred,
    vocabulary: model.vocabulary,
    pieceForm: model.vocabulary.some((piece) => CONTINUATION.test(piece)) ? 'wordpiece' : 'unigram',
    tokenize: (text) => model.encode(text, false),
    embed: (texts, { kind = 'passage', onProgress } = {}) =>
      embedAll(
        model,
        texts.map((text) => prefixes[kind] + text),
        onProgress,
      ),
    rest: model.rest,
  };
}

/** A piece that continues a word, as WordPiece writes it. */
const CONTINUATION = /^##\p{L}/u;

async function embedAll(
  model: OpenedModel,
  texts: string[],
  onProgress: EmbedOptions['onProgress'],
): Promise<Float32Array[]> {
  const vectors = new Array<Float32Array>(texts.length);
  const encoded = texts.map((text) => truncateTokens(model.encode(text, true), model.maxTokens));
  let done = 0;
  await Promise.all(
    batchesOf(encoded.map((pieces) => pieces.length)).map(async (batch) => {
      const results = await model.run(batch.map((place) => encoded[place]!));
      batch.forEach((place, row) => (vectors[place] = results[row]!));
      done += batch.length;
      onProgress?.(done, texts.length);
    }),
  );
  return vectors;
}
