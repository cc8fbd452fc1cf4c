/** Korean letters that are not yet a syllable. */
const LONE_JAMO = /[\u1100-\u11ff\u3131-\u318e]+$/u;
const LATIN_END = /[\p{Script=Latin}'\u2019]$/u;

/**
 * The query to search for while something is typed; undefined means: wait.
 * With an input method, Latin letters are a reading that is about to become Chinese or Japanese
 * characters, so they wait for it; Korean syllables grow letter by letter and are searched as they
 * stand, without the letter that has not become a syllable yet.
 */
export function typedQuery(value: string, composing: boolean): string | undefined {
  if (composing && LATIN_END.test(value)) return undefined;
  return (composing ? value.replace(LONE_JAMO, '') : value).replace(/[^\S\ufeff]+/gu, ' ').trim();
}
