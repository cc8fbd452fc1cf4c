/** Length that a part should have, in characters of an alphabet. */
const LENGTH = 900;
/** A Chinese, Japanese or Korean character says as much as this many letters: 900 letters weigh like 400 of them. */
const CJK_WEIGHT = 2.25;
const CJK = /[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]/g;
const SENTENCE = /[\s\S]+?(?:[.!?](?=\s|$)|[。！？]["'”’」』）]*|$)\s*/g;
/** Begins a line that only makes sense where it stands, see section-text.ts; every part of it does. */
const ASIDE = '\t';

/** A stretch of a text, and what stands before it: between it and the stretch before, and where it begins a part. */
interface Piece {
  between: '\n' | ' ' | '';
  first: typeof ASIDE | '';
  text: string;
}

/**
 * Joins the blocks of a section (paragraphs, lists …) into parts of about 900 characters (400 of
 * Chinese, Japanese or Korean), cut between blocks where that is possible, else after a line or a sentence,
 * else at a space. A short rest stays with the part before it.
 */
export function splitText(blocks: readonly string[]): string[] {
  const pieces = blocks
    .filter(Boolean)
    .flatMap((text): Piece[] =>
      weigh(text) > LENGTH * 1.25 ? splitAtSentences(text) : [{ between: '\n', first: '', text }],
    );
  const parts: string[] = [];
  let part = '';
  /** What the last whole part and the rest are joined by. */
  let between = '';
  for (const piece of pieces) {
    if (part && weigh(part) + weigh(piece.text) > LENGTH) {
      parts.push(part);
      part = '';
    }
    if (part) part += piece.between + piece.text;
    else {
      part = piece.first + piece.text;
      between = piece.between;
    }
  }
  const last = parts.at(-1);
  if (part && last !== undefined && weigh(part) < LENGTH / 4)
    parts[parts.length - 1] = last + between + (between === '\n' ? part : part.trimStart());
  else if (part) parts.push(part);
  return parts;
}

function weigh(text: string): number {
  const cjk = text.match(CJK)?.length ?? 0;
  return text.length + cjk * (CJK_WEIGHT - 1);
}

function splitAtSentences(text: string): Piece[] {
  return text.split('\n').flatMap((line) => {
    const first = line.startsWith(ASIDE) ? ASIDE : '';
    let between: Piece['between'] = '\n';
    return (line.match(SENTENCE) ?? []).flatMap((sentence) => {
      const parts = weigh(sentence) > LENGTH ? splitAtWords(sentence) : [sentence.trim()];
      return parts.map((part): Piece => {
        const piece: Piece =
          between === '\n' ? { between, first: '', text: first + part } : { between, first, text: part };
        between = ' ';
        if (part === parts.at(-1) && !/\s$/.test(sentence)) between = '';
        return piece;
      });
    });
  });
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
