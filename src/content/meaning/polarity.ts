/** Words that turn a statement round. */
const NEGATIONS =
  /\b(?:not|never|no longer|no|cannot|nobody|nothing|none|neither|nor|unable to|impossible to|fails? to)\b|n[’']t\b|不|没有?|無|无|未|别|勿|禁止|않|없|못하|못|안 |불가|금지/giu;

/** Pairs of words that say the opposite of each other; each becomes the first of its pair. */
const OPPOSITES: [RegExp, string][] = [
  [/\b(disabled?|deactivated?|turn(?:ed)? off|switch(?:ed)? off)\b/gi, 'enable'],
  [/\b(forbidden|prohibited|disallowed)\b/gi, 'allowed'],
  [/\b(excluded?|excludes|excluding)\b/gi, 'included'],
  [/\bnon-?refundable\b/gi, 'refundable'],
  [/(?<=\b(?:is|are|was|were) )optional\b/gi, 'required'],
  [/\b(incompatible)\b/gi, 'compatible'],
  [/\b(unsupported)\b/gi, 'supported'],
  [/\b(unavailable)\b/gi, 'available'],
  [/\b(unlimited)\b/gi, 'limited'],
  [/\b(impossible)\b/gi, 'possible'],
  [/\b(decreases?d?|reduces?d?|lower(?:s|ed)?)\b/gi, 'increase'],
];

/** Plain forms of what the opposites are replaced by, so that both members of a pair read alike. */
const ALIKE: [RegExp, string][] = [
  [/\b(enabled?|activated?|turn(?:ed)? on|switch(?:ed)? on)\b/gi, 'enable'],
  [/\b(permitted)\b/gi, 'allowed'],
  [/\b(includes?|including)\b/gi, 'included'],
  [/\b(mandatory|must|have to|has to|need to|needs to)\b/gi, 'required'],
  [/\b(increase[sd]?|raise[sd]?)\b/gi, 'increase'],
];

/** A condition says when something holds, and a pointer names another article: a negation in them turns nothing round. */
const ASIDE = /\b(?:if|when|unless|in case|should)\b[^,.;:]*|\b(?:see|refer to|read|check out)\b[^,.;]*/gi;

/** Whether a statement is turned round, and the statement the right way round. */
export interface Polarity {
  negated: boolean;
  /** The same with conditions and pointers counted; tells apart statements that are alike word by word. */
  negatedAnywhere: boolean;
  plain: string;
}

/** Counts what turns a statement round: twice is the right way again. `You can't pause` is the negation of `You can pause`. */
export function polarityOf(statement: string): Polarity {
  const asides = (statement.match(ASIDE) ?? []).map(straighten);
  const main = straighten(statement.replace(ASIDE, ' '));
  const inAsides = asides.reduce((sum, { turns }) => sum + turns, 0);
  const plain = [main, ...asides].map(({ text }) => text).join(' ');
  return { negated: main.turns % 2 === 1, negatedAnywhere: (main.turns + inAsides) % 2 === 1, plain: plain.replace(/\s+/g, ' ').trim() };
}

function straighten(text: string): { text: string; turns: number } {
  let turns = 0;
  const turn = (replacement: string) => (): string => {
    turns += 1;
    return replacement;
  };
  let plain = text.replace(/\bcan(?:no|[’'])t\b/gi, turn('can')).replace(/\bwon[’']t\b/gi, turn('will')).replace(NEGATIONS, turn(' '));
  for (const [pattern, word] of OPPOSITES) plain = plain.replace(pattern, turn(word));
  for (const [pattern, word] of ALIKE) plain = plain.replace(pattern, word);
  return { text: plain.replace(/\b(do|does|did)\b/gi, ' '), turns };
}
