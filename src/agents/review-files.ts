/** Articles of a language whose dates stand in one file, on average: some 10 kB, of which an answer needs one line. */
export const REVIEWS_IN_FILE = 150;

/** The number of the file, from 0, that has an article's dates; any spreading does, since readers and the build use this one. */
export function reviewFile(id: string, files: number): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + sign.codePointAt(0)!) % 1_000_003;
  return sum % files;
}
