/** A line at least so long that ends in no mark was broken by the mail program, not by its writer. */
const WRAPPED = 55;
const ITEM = /^\s{0,8}(?:[-*•·‣▪◦–—]\s+|\(?\d{1,2}[.)、:：]\s*(?!\d)|[①-⑳]\s*|[a-h][.)]\s+)/u;
/** Points within a line: `1) … 2) …`. */
const INLINE_ITEM = /\s(?=\(?[1-9][.)]\s+\S|[①-⑨])/u;

/** A run of sentences that stand together. */
export interface Paragraph {
  text: string;
  /** Whether it is an item of a list. */
  item: boolean;
}

/** The paragraphs and list items of a mail, with the lines that its program broke joined again. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open = false;
  let before = '';
  for (const line of text.split('\n').flatMap(pointsOf)) {
    const written = line.trim();
    const marker = ITEM.exec(line)?.[0];
    if (written === '') open = false;
    else if (marker !== undefined) {
      paragraphs.push({ text: line.slice(marker.length).trim(), item: true });
      open = true;
    } else if (open) {
      const last = paragraphs.at(-1)!;
      last.text += (before.length >= WRAPPED && !/[.!?。！？]$/u.test(before) ? ' ' : '\n') + written;
    } else {
      paragraphs.push({ text: written, item: false });
      open = true;
    }
    before = written;
  }
  return paragraphs.filter((one) => one.text !== '');
}

function pointsOf(line: string): string[] {
  const points = line.split(INLINE_ITEM);
  return points.length > 2 || (points.length === 2 && ITEM.test(points[0]!)) ? points : [line];
}
