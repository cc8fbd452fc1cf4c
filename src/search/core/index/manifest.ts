import { FORMAT_VERSION } from '../format/envelope.ts';
import { IndexError } from '../format/index-error.ts';
import type { PieceForm } from '../semantic/pieces.ts';
import type { BrowserCopy } from './browser-copy.ts';

/** The embedding model that made some vectors; a query encoder must be the same. */
export interface EmbeddedBy {
  /** Changes whenever the model's vectors change. */
  id: string;
  dimensions: number;
  pooling: 'mean' | 'cls';
  queryPrefix: string;
  passagePrefix: string;
  /** Whether what all its vectors have in common was taken off. */
  centred: boolean;
  /** How its words are cut into pieces. */
  pieces: PieceForm;
}

/** The model of a locale. */
export interface ManifestModel extends EmbeddedBy {
  /** What the deep tier downloads; undefined when the site does not use it. */
  browser?: BrowserCopy;
}

/** What questions in other languages than the index's are answered with. */
interface ManifestForeign {
  model: EmbeddedBy;
  /** By language, such as `ko`, the number of its student's shards. */
  studentShards: Record<string, number>;
}

/** What an index holds, and under which settings it was made. */
export interface Manifest {
  version: number;
  locale: string;
  /** Folder of all other files, named by their content: `en.3f9a2c1b07/`. */
  folder: string;
  counts: {
    articles: number;
    sections: number;
    wordShards: number;
    vocabularyShards: number;
    textShards: number;
    studentShards: number;
  };
  /** Set where some answers are pinned. */
  pins?: true;
  /** Undefined for a locale without semantic search. */
  model?: ManifestModel;
  /** Undefined for a locale whose articles questions in other languages find by words alone. */
  foreign?: ManifestForeign;
}

/**
 * Reads a manifest.
 * @throws IndexError when it is no manifest, or one of another version.
 */
export function readManifest(file: Uint8Array, name: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(file));
  } catch (cause) {
    throw new IndexError('corrupt', name, 'a file that is no JSON', 'a manifest', { cause });
  }
  if (!isRecord(value) || typeof value.version !== 'number')
    throw new IndexError('corrupt', name, 'JSON that is no manifest', 'a manifest with its version');
  if (value.version !== FORMAT_VERSION)
    throw new IndexError('wrong-version', name, `format ${value.version}`, `format ${FORMAT_VERSION}`);
  if (!isManifest(value))
    throw new IndexError('corrupt', name, 'a manifest with fields missing', 'locale, folder and counts');
  return value;
}

function isManifest(value: Record<string, unknown>): value is Record<string, unknown> & Manifest {
  return typeof value.locale === 'string' && typeof value.folder === 'string' && isRecord(value.counts);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
