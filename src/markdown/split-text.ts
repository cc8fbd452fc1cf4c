/** Length that a part should have, in characters of an alphabet. */
const LENGTH = 900;
/** A Chinese, Japanese or Korean character says as much as this many letters: 900 letters weigh like 400 of them. */
const CJK_WEIGHT = 2.25;
const CJK = /[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]/g;

/**
 * Joins the blocks of a section (paragraphs, lists …) into parts of about 900 characters (400 of
 * Chinese, Japanese or Korean), cut between blocks where that is possible, else after a sentence,
 * else at a space. A short rest stays with the part before it.
 */
export function splitText(blocks: readonly string[]): string[] {
  const pieces = blocks
    .filter(Boolean)
    .flatMap((block) => (weigh(block) > LENGTH * 1.25 ? splitAtSentences(block) : [block]));
  const parts: string[] = [];
  let part = '';
  for (const piece of pieces) {
    if (part && weigh(part) + weigh(piece) > LENGTH) {
      parts.push(part);
      part = piece;
    } else {
      part = part ? join(part, piece) : piece;
    }
  }
  const last = parts.at(-1);
  if (part && last !== undefined && weigh(part) < LENGTH / 4) parts[parts.length - 1] = join(last, part);
  else if (part) parts.push(part);
  return parts;
}

/** Chinese and Japanese sentences follow each other without a space. */
function join(before: string, after: string): string {
  return /[。！？…”’」』）]$/.test(before) ? before + after : `${before} ${after}`;
}

function weigh(text: string): number {
  const cjk = text.match(CJK)?.length ?? 0;
  return text.length + cjk * (CJK_WEIGHT - 1);
}

function splitAtSentences(text: string): string[] {
  const found = text.match(/[\s\S]+?(?:[.!?](?=\s|$)|[。！？]["”’」』）]*|$)\s*/g) ?? [text];
  return found
    .flatMap((sentence) => (weigh(sentence) > LENGTH ? splitAtWords(sentence) : [sentence.trim()]))
    .filter(Boolean);
}

/** Cuts what has no sentence end within reach at the last space before the limit, else at the limit. */
function splitAtWords(text: string): string[] {
  const cjk = (text.match(CJK)?.length ?? 0) > text.length / 3;
  const limit = Math.floor(cjk ? LENGTH / CJK_WEIGHT : LENGTH);
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit);
    let end = space > limit / 2 ? space : limit;
    if (/[\ud800-\udbff]/.test(rest[end - 1]!)) end -= 1;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest ? [...parts, rest] : parts;
}
