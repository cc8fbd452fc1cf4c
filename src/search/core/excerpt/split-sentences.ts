/** Half-open range of a text. */
export interface Range {
  start: number;
  end: number;
}

/** A sentence, or a part of one that is longer than there is room for. */
export interface SentenceRange extends Range {
  /** True where the sentence goes on behind its end. */
  cut?: true;
}

/** What is followed by a small letter or a comma ended no sentence: `Tap Forgot password? on the first screen`. */
const SENTENCE =
  /[^.!?。！？…\n]+(?:[.!?。！？…]+(?:(?<=[.!?…])(?![\s\n]|$)|(?=["'”’」』）)]*(?:[^\S\n]+\p{Ll}|[,;:，、；：])))[^.!?。！？…\n]*)*(?:[.!?。！？…]+["'”’」』）)]*)?\s*/gu;

/** The number of a step, alone or after its introduction. */
const STEP_NUMBER = /(?:^|:\s+)(\d{1,2}\.)$/u;

/** The shortest part of a cut sentence: a character beyond the first 65,536 takes two code units. */
const SHORTEST = 2;

/** The sentences of a text, in order, without the white space around them; those longer than `maxLength` cut at spaces. */
export function splitSentences(text: string, maxLength: number): SentenceRange[] {
  const longest = Math.max(SHORTEST, maxLength);
  const written = [...text.matchAll(SENTENCE)].map(({ 0: sentence, index }) => {
    const start = index + (sentence.length - sentence.trimStart().length);
    return { start, end: start + sentence.trim().length };
  });
  return withStepNumbers(text, written).flatMap((range) => cut(text, range, longest));
}

/** The number of a step (`Do this: 1. Open the app. 2. Tap Cancel.`) belongs to the sentence that follows it. */
function withStepNumbers(text: string, written: Range[]): Range[] {
  written.forEach((range, index) => {
    const next = written[index + 1];
    const number = next && STEP_NUMBER.exec(text.slice(range.start, range.end))?.[1];
    if (!number) return;
    next.start = range.end - number.length;
    range.end = range.start + text.slice(range.start, next.start).trimEnd().length;
  });
  return written.filter(({ start, end }) => end > start);
}

function cut(text: string, { start, end }: Range, maxLength: number): SentenceRange[] {
  if (end - start <= maxLength) return [{ start, end }];
  const space = text.lastIndexOf(' ', start + maxLength);
  let middle = space > start + maxLength / 2 ? space : start + maxLength;
  if (/[\ud800-\udbff]/.test(text[middle - 1]!)) middle -= 1;
  const rest = text.slice(middle, end);
  return [
    { start, end: middle, cut: true },
    ...cut(text, { start: middle + (rest.length - rest.trimStart().length), end }, maxLength),
  ];
}
