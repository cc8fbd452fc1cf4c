const CHINESE = /\p{Script=Han}/u;
const OTHER_WRITING = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A Chinese title in the parts between which a line may end: `忘记密码了怎么办？` gives `忘记` and `密码了怎么办？`. Only two
 * words of two characters or more are parted: single ones belong to a neighbour (`验证` `码`, `密码` `了`), and lines end
 * behind punctuation anyway. Whatever is not Chinese is one part.
 */
export function lineParts(text: string): string[] {
  if (!CHINESE.test(text) || OTHER_WRITING.test(text)) return [text];
  const parts: string[] = [];
  let wholeBefore = false;
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const whole = isWordLike === true && [...segment].length > 1;
    const chinese = CHINESE.test(segment) || CHINESE.test(parts.at(-1)?.at(-1) ?? '');
    if (parts.length > 0 && !(whole && wholeBefore && chinese)) parts[parts.length - 1] += segment;
    else parts.push(segment);
    wholeBefore = whole;
  }
  return parts;
}
