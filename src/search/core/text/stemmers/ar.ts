const ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/**
 * The stem of an Arabic word, by Light10 (Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval",
 * 2007): without the article, what is written before it, and the commonest endings. Words come folded: without
 * hamza, in one form of ya and ta marbuta.
 */
export function stemmer(word: string): string {
  const bare = word.replace(/^و(?=.{3})/, '').replace(/^(?:[وبكف]?ال|لل)(?=.{2})/, '');
  return ENDINGS.reduce(
    (stem, ending) =>
      stem.length >= ending.length + 2 && stem.endsWith(ending) ? stem.slice(0, -ending.length) : stem,
    bare,
  );
}
