import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import type { ArticleName } from './core-file.ts';

/** What a result shows of a section. */
export interface SectionText {
  /** Address of the article, base path included, without anchor. */
  href: string;
  anchor: string;
  headings: string[];
  text: string;
  /** Of its article, where the names are not all at hand. */
  name?: ArticleName;
}

/**
 * Reads the texts of consecutive sections. All strings lie in one column; an empty address means the address, and the
 * article, of the section before.
 * @param isNamed Whether each address is followed by the title and the id of its article.
 * @throws IndexError
 */
export function readTextShard(file: Uint8Array, name: string, isNamed: boolean): SectionText[] {
  const reader = new ByteReader(unseal('texts', file, name), name);
  const sections: SectionText[] = [];
  let href = '';
  let article: ArticleName | undefined;
  for (let left = reader.count(); left > 0; left--) {
    const own = reader.string();
    href = own || href;
    if (own && isNamed) article = { title: reader.string(), id: reader.string() };
    const anchor = reader.string();
    const headings = Array.from({ length: reader.count() }, () => reader.string());
    sections.push({ href, anchor, headings, text: reader.string(), ...(article && { name: article }) });
  }
  reader.end();
  return sections;
}
