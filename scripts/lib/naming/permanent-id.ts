import { randomBytes } from 'node:crypto';
import type { Language } from '../../../src/search/core/text/language.ts';

const LONGEST = 40;

/**
 * An id for a new article that no article has: the words of its title that say something, such as
 * `change-delivery-address`; of a title in another script, six letters and digits by chance.
 */
export function permanentId(title: string, taken: ReadonlySet<string>, language: Pick<Language, 'isStopWord'>): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !language.isStopWord(word));
  const name = (telling.length > 0 ? telling : words).reduce((id, word) => (id.length + word.length < LONGEST ? [id, word].filter(Boolean).join('-') : id), '');
  const start = name.length >= 3 ? name : chance();
  let id = start;
  for (let number = 2; taken.has(id); number += 1) id = `${start}-${number}`;
  return id;
}

function chance(): string {
  const letters = 'abcdefghjkmnpqrstvwxyz23456789';
  return [...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('');
}
