import type { Language } from '../text/language.ts';
import { writtenWords } from '../text/written-words.ts';
import type { ParsedQuery } from './parse-query.ts';
import { type ResolvedWord, spellings } from './resolve.ts';

/**
 * The question as it was read, where words of it were taken for typos: with the words that are meant, as the texts that were
 * found write them; undefined where nothing was mended. A word that none of these has is not said to be meant, nor one that
 * may still be being typed.
 * @param texts What is shown of the articles found, best first.
 */
export function takenAs(
  query: ParsedQuery,
  words: readonly ResolvedWord[],
  texts: readonly string[],
  language: Language,
): string | undefined {
  const whole = words.filter(({ word }) => !word.partial);
  const spelled = spellings(query, whole, language);
  if (spelled.size === 0) return undefined;
  const wanted = new Set(spelled.values());
  const written = new Map<string, string>();
  for (const text of texts)
    for (const { word, start, end } of writtenWords(text, language))
      if (wanted.has(word) && !written.has(word)) written.set(word, text.slice(start, end));
  let taken = '';
  let done = 0;
  for (const { word, start, end } of writtenWords(query.text, language)) {
    const meant = written.get(spelled.get(word) ?? '');
    if (meant === undefined) continue;
    const typed = query.text.slice(start, end);
    taken += query.text.slice(done, start) + (typed === typed.toLowerCase() ? meant.toLowerCase() : meant);
    done = end;
  }
  return done === 0 ? undefined : taken + query.text.slice(done);
}
