import { workerData } from 'node:worker_threads';
import type { Conversion, ConversionInput } from './conversion.ts';
import { convertArticle } from './convert-article.ts';
import type { LinkIndex } from './link-index.ts';

// Tinypool hands its own data first, then ours.
const [, { links }] = workerData as [unknown, { links: LinkIndex }];

/** Converts one article in a thread of its own; a message instead when the text breaks a parser. */
export default function convert(input: ConversionInput): Conversion | { failed: string } {
  try {
    return convertArticle(input, links);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
