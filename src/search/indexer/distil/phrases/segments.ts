/** Names in Latin letters, which keep the spaces between their words. */
const LATIN_NAME = /([\p{Script=Latin}\p{N}'’-]+(?: [\p{Script=Latin}\p{N}'’-]+)*)/u;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The words of a language that writes none apart, by the dictionary that comes with Node; what is no word is empty, and so
 * are single signs and numbers, of which too many are parts of something.
 */
export function segmentsOf(text: string, language: 'ja' | 'zh'): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  // Splitting by a group gives what matches it, too.
  return text
    .split(LATIN_NAME)
    .flatMap((part) =>
      LATIN_NAME.test(part)
        ? [part]
        : [...segmenter.segment(part)].map(({ segment, isWordLike }) => (isWordLike ? segment : '')),
    )
    .map((word) => (/^.$|^[\d\s-]+$/u.test(word) ? '' : word));
}
