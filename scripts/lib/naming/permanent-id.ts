import { createHash, randomBytes } from 'node:crypto';
import { articleId } from '../../../src/schemas/article.ts';
import type { Language } from '../../../src/search/core/text/language.ts';
import { slugOf, unique } from './slug.ts';

const LONGEST = 40;

/** True for an id that Signpost's front matter takes. */
export function isPermanentId(id: string): boolean {
  return articleId.safeParse(id).success;
}

/**
 * An id for a new article that no article has: the words of its title that say something, such as
 * `change-delivery-address`; of a title in another script, six random letters and digits.
 */
export function idFromTitle(title: string, taken: ReadonlySet<string>, language: Pick<Language, 'isStopWord'>): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !language.isStopWord(word));
  const name = (telling.length > 0 ? telling : words).reduce(
    (id, word) => (id.length + word.length < LONGEST ? [id, word].filter(Boolean).join('-') : id),
    '',
  );
  return unique(name.length >= 3 ? name : randomId(), new Set(taken));
}

function randomId(): string {
  const letters = 'abcdefghjkmnpqrstvwxyz23456789';
  return [...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('');
}

/**
 * An id made from the place an article has in its source, such as `user/profile`: the same on each
 * import, and unique because what does not fit is replaced by a hash of the whole.
 */
export function idFromPath(path: string): string {
  const plain = path
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (isPermanentId(plain) && plain === path.toLowerCase().replace(/[/_. ]+/g, '-')) return plain;
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const start = slugOf(path).slice(0, 50).replace(/-+$/, '');
  return start ? `${start}-${hash}` : hash;
}
