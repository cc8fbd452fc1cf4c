/** Words that turn a statement round. */
const NEGATIONS =
  /\b(?:not|never|no longer|no(?!-)|cannot|nobody|nothing|none|neither|nor|unable to|impossible to|fails? to)\b|n[’']t\b|不|没有?|無|无|未|别|勿|禁止|않|없|못하|못|안 |불가|금지/giu;

/**
 * Pairs of words that say the opposite of each other; each becomes the first of its pair. To turn off is something to do
 * as to turn on is, and denies nothing; only to be off is the opposite of being on.
 */
const OPPOSITES: [RegExp, string][] = [
  [/(?<=\b(?:is|are|was|were|be|gets?|stays?|remains?) )(disabled|deactivated|turned off|switched off)\b/gi, 'enable'],
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
  [/(?<=\b(?:is|are|was|were|be|gets?|stays?|remains?) )(enabled|activated|turned on|switched on)\b/gi, 'enable'],
  [/\b(permitted)\b/gi, 'allowed'],
  [/\b(includes?|including)\b/gi, 'included'],
  [/\b(mandatory|must|have to|has to|need to|needs to)\b/gi, 'required'],
  [/\b(increase[sd]?|raise[sd]?)\b/gi, 'increase'],
];

/** A condition or a purpose (`To reset it, …`) says when something holds, and a pointer names another article: a negation in them turns nothing round. */
const ASIDE =
  /\b(?:if|when|unless|in case|should)\b[^,.;:]*|\b(?:after|before|until) (?:that|this|then)\b|\b(?:see|refer to|read|check out)\b[^,.;]*|(?:如果|若|当|除非)[^，。；]*|\S*지 않(?:으면|는다면|을 때|는 경우)|[^\s,]*(?:없으면|못하면|안 되면)|^to\s[^,.;:]*?(?=,|\byou\b)/gi;

/** What stands in brackets explains; it turns nothing round either. */
const BRACKETED = /\([^()]*\)/g;

/** What is chosen in the app is a name: `Bike → Report a problem → Doesn't turn on`. Addresses are names too. */
const NAMES = /(?:→|\s[>›]\s)\s*[^→>›.,;:]*|\S+@\S+|https?:\S+/g;

/** What stands behind a negation, up to the next pause: what it denies. */
const DENIED =
  /(?:\b(?:not|never|no longer|no|cannot|can[’']t|won[’']t|nobody|nothing|none|unable to|impossible to|fails? to)\b|n[’']t\b)((?:\s+[^\s,.;:–()]+){1,4})/gi;

/** Whether a statement is turned round, and the statement the right way round. */
export interface Polarity {
  negated: boolean;
  /** The same with conditions and pointers counted; tells apart statements that are alike word by word. */
  negatedAnywhere: boolean;
  /** Whether there is a condition or a pointer. */
  conditional: boolean;
  /** What each negation outside conditions denies: `have to scan the`. Empty where the language puts it elsewhere. */
  denied: string[];
  /** What is left without conditions and pointers, the right way round. */
  main: string;
  plain: string;
}

/** Counts what turns a statement round: twice is the right way again. `You can't pause` is the negation of `You can pause`. */
export function polarityOf(statement: string): Polarity {
  const spoken = statement.replace(NAMES, ' ').replace(BRACKETED, ' ');
  const asides = spoken.match(ASIDE) ?? [];
  const main = spoken.replace(ASIDE, ' ');
  const { text: straight, turns } = straighten(main);
  const straightAsides = asides.map(straighten);
  const inAsides = straightAsides.reduce((sum, aside) => sum + aside.turns, 0);
  const names = [...(statement.match(NAMES) ?? []), ...(statement.replace(NAMES, ' ').match(BRACKETED) ?? [])];
  const plain = [
    straight,
    ...straightAsides.map(({ text }) => text),
    ...names.map((name) => straighten(name).text),
  ].join(' ');
  const opposites = OPPOSITES.flatMap(([pattern, word]) => (main.match(pattern) ?? []).map(() => word));
  const denied = [...[...main.matchAll(DENIED)].map(([, words]) => words!.trim()), ...opposites];
  return {
    negated: turns % 2 === 1,
    negatedAnywhere: (turns + inAsides) % 2 === 1,
    conditional: asides.length > 0,
    denied,
    main: straight,
    plain: plain.replace(/\s+/g, ' ').trim(),
  };
}

/** A text without its negations, with words for opposites replaced: as `plain` writes it. */
export function straightened(text: string): string {
  return straighten(text).text;
}

function straighten(text: string): { text: string; turns: number } {
  let turns = 0;
  const turn = (replacement: string) => (): string => {
    turns += 1;
    return replacement;
  };
  let plain = text
    .replace(/\bcan(?:no|[’'])t\b/gi, turn('can'))
    .replace(/\bwon[’']t\b/gi, turn('will'))
    .replace(NEGATIONS, turn(' '));
  for (const [pattern, word] of OPPOSITES) plain = plain.replace(pattern, turn(word));
  for (const [pattern, word] of ALIKE) plain = plain.replace(pattern, word);
  return { text: plain.replace(/\b(do|does|did)\b/gi, ' '), turns };
}
