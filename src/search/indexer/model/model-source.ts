import type { ProgressSink } from '../../../terminal/progress.ts';
import type { WeightFile } from './weights.ts';

/** A model to be had, wherever it comes from. */
export interface ModelSource {
  /** Names the model; fit for a file name. */
  id: string;
  /** Twelve hexadecimal digits that change whenever the files do. */
  hash: string;
  /** Longer texts are cut after so many word pieces, special ones included. */
  maxTokens: number;
  /** Whether the files are on this machine. */
  isHere(): boolean;
  /**
   * Brings the files onto this machine where they are not.
   *
   * @throws ModelError when they cannot be had.
   */
  fetch(progress: ProgressSink): Promise<void>;
  /** @throws ModelError when the files are not here, or not understood. */
  read(): Promise<ModelParts>;
}

/** The files of a model, read. */
export interface ModelParts {
  /** What the files belong to, for messages. */
  where: string;
  /** As in BERT's `config.json`. */
  config: unknown;
  /** As in a `tokenizer.json`. */
  tokenizer: unknown;
  /** Under the names of BERT's original state. */
  weights: WeightFile;
}
