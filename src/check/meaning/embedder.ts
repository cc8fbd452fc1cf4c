/** What the rules that compare meanings need. */
export interface Embedder {
  /** Whether a model understands the language of a locale; where none does, words alone are compared. */
  understands(locale: string): boolean;
  /** A vector of length 1 for each text of a locale that is understood. */
  embed(texts: string[], locale: string): Promise<Float32Array[]>;
}
