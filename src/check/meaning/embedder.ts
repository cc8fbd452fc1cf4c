/** What the rules that compare meanings need. */
export interface Embedder {
  /** Whether the model understands the language of a locale; where it does not, words alone are compared. */
  understands(locale: string): boolean;
  /** A vector of length 1 for each text. */
  embed(texts: string[]): Promise<Float32Array[]>;
}
