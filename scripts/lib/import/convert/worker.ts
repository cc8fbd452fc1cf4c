import { workerData } from 'node:worker_threads';
import { convertArticle, type Conversion, type ConversionInput } from './convert-article.ts';
import type { Places } from './link-index.ts';

// Tinypool hands its own data first, then ours.
const [, { places }] = workerData as [unknown, { places: Places }];

/** Converts one article in a thread of its own; a message instead when the text breaks a parser. */
export default function convert(input: ConversionInput): Conversion | { failed: string } {
  try {
    return convertArticle(input, places);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
