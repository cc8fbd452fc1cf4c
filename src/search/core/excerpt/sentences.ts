/** Half-open range of a text. */
export interface Range {
  start: number;
  end: number;
}

const SENTENCE = /[^.!?。！？…\n]+(?:[.!?…]+(?![\s\n]|$)[^.!?。！？…\n]*)*(?:[.!?。！？…]+["'”’」』）)]*)?\s*/gu;

/** The shortest piece: a character beyond the first 65,536 takes two code units. */
const SHORTEST = 2;

/** The sentences of a text, in order, without the white space around them; longer ones than `most` in pieces cut at spaces. */
export function sentences(text: string, most: number): Range[] {
  const longest = Math.max(SHORTEST, most);
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: written, index }) => {
    const start = index + (written.length - written.trimStart().length);
    return cut(text, { start, end: start + written.trim().length }, longest);
  });
}

function cut(text: string, { start, end }: Range, most: number): Range[] {
  if (end - start <= most) return end > start ? [{ start, end }] : [];
  const space = text.lastIndexOf(' ', start + most);
  let middle = space > start + most / 2 ? space : start + most;
  if (/[\ud800-\udbff]/.test(text[middle - 1]!)) middle -= 1;
  const rest = text.slice(middle, end);
  return [{ start, end: middle }, ...cut(text, { start: middle + (rest.length - rest.trimStart().length), end }, most)];
}
