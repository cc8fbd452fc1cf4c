import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';

/** What a result shows of a section. */
export interface SectionText {
  /** Address of the article, base path included, without anchor. */
  href: string;
  anchor: string;
  headings: string[];
  text: string;
}

/**
 * Reads the texts of consecutive sections. All strings lie in one column; an empty address means
 * the address of the section before.
 * @throws IndexError
 */
export function readTextShard(file: Uint8Array, name: string): SectionText[] {
  const reader = new ByteReader(unseal('texts', file, name), name);
  const sections: SectionText[] = [];
  let href = '';
  for (let left = reader.count(); left > 0; left--) {
    href = reader.string() || href;
    const anchor = reader.string();
    const headings = Array.from({ length: reader.count() }, () => reader.string());
    sections.push({ href, anchor, headings, text: reader.string() });
  }
  reader.end();
  return sections;
}
