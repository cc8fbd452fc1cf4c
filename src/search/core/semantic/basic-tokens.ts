/** Every punctuation mark and every character of a script without spaces stands alone, as in BERT's tokenizer. */
const UNIT = /[\p{Script=Han}]|[!-/:-@[-`{-~]|\p{P}|[^\s\p{Script=Han}!-/:-@[-`{-~\p{P}]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\ufffd]/gu;
const SPACE = /\s/u;

/**
 * The words of a text before they are cut into pieces: lower case without accents, punctuation and Chinese characters
 * on their own. Agrees with the `uncased` tokenizers of the BERT family.
 */
export function basicTokens(text: string): string[] {
  const visible = text.replace(INVISIBLE, (character) => (SPACE.test(character) ? ' ' : ''));
  return (
    visible
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .match(UNIT) ?? []
  );
}
