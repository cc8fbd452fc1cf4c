/** A file of the deep tier. */
export interface ModelFile {
  /** Name below the folder of the index files; it carries a hash of the content. */
  name: string;
  /** Bytes that a visitor transfers. */
  bytes: number;
}

/** What the deep tier downloads once: the transformer that made the index's vectors, compressed for browsers. */
export interface BrowserCopy {
  /** The network as a gzipped ONNX file, the tokenizer as gzipped JSON, ONNX Runtime's gzipped WebAssembly and its loader module. */
  files: Record<'encoder' | 'tokenizer' | 'runtime' | 'loader', ModelFile>;
  /** Sum of the files' bytes: what `deepTier: ask` tells the visitor. */
  bytes: number;
  /** Longer queries are cut after so many word pieces. */
  maxTokens: number;
  /** Put before each query. */
  queryPrefix: string;
  /** How the vectors of word pieces become one. */
  pooling: 'mean' | 'cls';
  /** Length of the vectors. */
  dimensions: number;
}
