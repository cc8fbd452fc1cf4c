/** A number with what it counts. */
export interface Quantity {
  /** `hours`, `money:EUR`, `percent`, `length` … for known units, which are converted; else the word that follows, such as `bike`. */
  unit: string;
  value: number;
  /** `most` for `up to 3 days` and `below one light`, `least` for `two lights or more`. */
  bound?: 'most' | 'least';
}

const MOST =
  /(?:\b(?:up to|at most|below|under|less than|fewer than|within|before|no more than)(?: the age of)?|不超过|最多|少于)\s*$/i;
const LEAST = /(?:\b(?:at least|more than|over|above|after|from)(?: the age of)?|至少|超过)\s*$/i;
/** Behind the thing that is counted: `two lights or more`, `14 days or less`. */
const OR_MORE = /^\s*(?:\p{L}+\s+)?or (more|less|fewer|longer|shorter)\b/iu;
/** The rest of a range: in `3–5 days` the 3 counts days too. */
const RANGE =
  /^\s?(?:[-–—~]|to|bis)\s?[€$£¥₩]?\d[\d.,]*([\s-]?(?:(?:working|business|calendar)[ -])?(?:[%€$£¥₩％℃]|°C|\p{L}+))/iu;

/** Units that are converted, with their size in the unit of their kind. */
const UNITS: [RegExp, string, number][] = [
  [/^(seconds?|secs?|s|秒|초)$/i, 'hours', 1 / 3600],
  [/^(minutes?|mins?|分钟|분)$/i, 'hours', 1 / 60],
  [/^(hours?|hrs?|h|小时|시간)$/i, 'hours', 1],
  [/^((working|business|calendar)[ -])?(days?|d|天|日|个?工作日|일|영업일)$/i, 'hours', 24],
  [/^(weeks?|wks?|周|星期|个星期|주|주일)$/i, 'hours', 24 * 7],
  [/^(months?|个月|月|개월|달)$/i, 'hours', 24 * 30],
  [/^(years?|yrs?|年|년)$/i, 'hours', 24 * 365],
  [/^(%|percent|per cent|％|퍼센트)$/i, 'percent', 1],
  [/^(mm|millimet(re|er)s?)$/i, 'length', 0.001],
  [/^(cm|centimet(re|er)s?|厘米)$/i, 'length', 0.01],
  [/^(m|met(re|er)s?|米)$/i, 'length', 1],
  [/^(km|kilomet(re|er)s?|公里|千米|킬로미터)$/i, 'length', 1000],
  [/^(miles?|mi)$/i, 'length', 1609],
  [/^(g|grams?|克)$/i, 'mass', 0.001],
  [/^(kg|kilo(gram)?s?|公斤|千克)$/i, 'mass', 1],
  [/^(bytes?)$/i, 'bytes', 1],
  [/^(kb|kilobytes?|kib)$/i, 'bytes', 1e3],
  [/^(mb|megabytes?|mib)$/i, 'bytes', 1e6],
  [/^(gb|gigabytes?|gib)$/i, 'bytes', 1e9],
  [/^(v|volts?)$/i, 'volts', 1],
  [/^(mv)$/i, 'volts', 0.001],
  [/^(ma)$/i, 'amperes', 0.001],
  [/^(a|amps?|amperes?)$/i, 'amperes', 1],
  [/^(hz)$/i, 'hertz', 1],
  [/^(khz)$/i, 'hertz', 1e3],
  [/^(mhz)$/i, 'hertz', 1e6],
  [/^(°c|degrees?|℃)$/i, 'degrees', 1],
  [/^(€|eur|euros?|欧元|유로)$/i, 'money:EUR', 1],
  [/^(\$|usd|dollars?|美元|달러)$/i, 'money:USD', 1],
  [/^(£|gbp|pounds?)$/i, 'money:GBP', 1],
  [/^(¥|cny|rmb|yuan|元)$/i, 'money:CNY', 1],
  [/^(₩|krw|won|원)$/i, 'money:KRW', 1],
];

const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  once: 1,
  twice: 2,
  half: 0.5,
  dozen: 12,
  一: 1,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const WRITTEN = `(?<![\\p{L}\\p{N}])(?:${Object.keys(WORDS)
  .filter((word) => /^[a-z]/.test(word))
  .join('|')})(?![\\p{L}\\p{N}])|[一两三四五六七八九十](?=(?:个|天|周|年|次|小时|分钟|秒))`;
/** Letters of scripts with spaces: 30 in `后30天` stands for itself, 32 in `ESP32` does not. */
const LETTER = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';
const NUMBER = new RegExp(
  `(?<money>[€$£¥₩])?\\s?(?<![${LETTER}\\p{N}._-])(?<number>\\d{1,3}(?:[,  ]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?|${WRITTEN})(?![.\\d]*\\d\\.\\d)(?<rest>[\\s-]?(?:(?:working|business|calendar)[ -])?(?:[%€$£¥₩％℃]|°C|\\p{L}+)?)`,
  'giu',
);

/** Units of scripts without spaces, of which the next word is not told apart by a space. */
const UNSPACED = [
  '个工作日',
  '工作日',
  '영업일',
  '个星期',
  '个月',
  '개월',
  '小时',
  '시간',
  '分钟',
  '星期',
  '주일',
  '欧元',
  '美元',
  '유로',
  '달러',
  '天',
  '日',
  '일',
  '周',
  '주',
  '月',
  '달',
  '年',
  '년',
  '秒',
  '초',
  '分',
  '분',
  '元',
  '원',
];

/** Numbers that name a thing rather than count: 2.3.1, v5, E-1042, ESP32, 4G, IDE 2, what is chosen: `Examples > 01`; and days of the week. */
const NAMES = new RegExp(
  `(?:→|\\s[>›])\\s*\\d[\\d.]*|\\b(?!(?:EUR|USD|GBP|CNY|RMB|KRW)\\b)(?-i:[A-Z]{2,}) \\d+(?![\\d.,:]*\\d)(?!\\s?[%€$£¥₩])|\\b(?-i:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:(?:s|nes|rs|ur)?days?)?\\b|\\d+(?:\\.\\d+){2,}|\\bv\\d[\\d.]*|[${LETTER}]+[-.]?\\d[${LETTER}\\d.-]*|\\d+[${LETTER}]+\\d[${LETTER}\\d]*`,
  'giu',
);

/** A time of day, which is counted in hours of 24: 11:00 am and 11 AM are one, 2 PM is later. */
const CLOCK = /\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b/gi;

/** The last word of a text, perhaps with signs behind it, and how far back it is looked for. */
const WORD_BEFORE = /(\p{L}+)[^\p{L}\p{N}_]*$/u;
const WORD_LENGTH = 60;

/** A sentence's numbers, and the sentence with each of them replaced by `#`. */
export interface Counted {
  quantities: Quantity[];
  masked: string;
  /** The versions, codes and models among its words, in lower case. */
  names: string[];
}

/** Finds the numbers of a sentence, in digits or written out, with their units. Versions, codes and names are left alone. */
export function countsIn(sentence: string): Counted {
  const names: string[] = [];
  const text = sentence
    .replace(CLOCK, (_, hour: string, minutes: string | undefined, half: string) => {
      const afternoon = half.toLowerCase() === 'p' ? 12 : 0;
      return `${(Number(hour) % 12) + afternoon + Number(minutes ?? 0) / 60} o’clock`;
    })
    .replace(NAMES, (name) => `\u0001${String.fromCharCode(0xe000 + names.push(name))}`);
  const quantities: Quantity[] = [];
  const masked = text.replace(NUMBER, (match, ...groups) => {
    const { money, number, rest } = groups.at(-1) as { money?: string; number: string; rest: string };
    const value =
      WORDS[number.toLowerCase()] ?? Number(number.replace(/[,  ](?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
    const offset = groups.at(-3) as number;
    const [head, tail] = [text.slice(0, offset), text.slice(offset + match.length - rest.length)];
    const word = (RANGE.exec(tail)?.[1] ?? rest).replace(/^[\s-]/, '');
    const before = WORD_BEFORE.exec(head.slice(-WORD_LENGTH))?.[1];
    const bound = boundOf(head, tail.slice(rest.length));
    quantities.push({ ...quantity(value, money ?? word, before), ...(bound && { bound }) });
    return `${match.startsWith(' ') ? ' ' : ''}#${money === undefined ? rest : ` ${money}${rest}`}`;
  });
  return {
    quantities,
    masked: masked.replace(/\u0001([\ue000-\uf8ff])/g, (_, mark: string) => names[mark.charCodeAt(0) - 0xe001] ?? ''),
    names: names.map((name) => name.toLowerCase()),
  };
}

function quantity(value: number, written: string, before = ''): Quantity {
  const word = UNSPACED.find((unit) => written.startsWith(unit)) ?? written;
  for (const [pattern, unit, size] of UNITS) if (pattern.test(word)) return { unit, value: value * size };
  // A number with nothing to count is told by the word before it: `status 74`, `under 14`.
  return { unit: word === '' ? `${before.toLowerCase()} #` : word.toLowerCase().replace(/s$/, ''), value };
}

function boundOf(head: string, tail: string): Quantity['bound'] {
  const [, or] = OR_MORE.exec(tail) ?? [];
  if (or) return /more|longer/i.test(or) ? 'least' : 'most';
  return MOST.test(head) ? 'most' : LEAST.test(head) ? 'least' : undefined;
}

/**
 * Whether two sentences count the same kind of thing differently: each has a value of some unit that
 * the other lacks, or both count the same things in the same order with another value somewhere.
 */
export function disagree(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  // `Below one light` and `two lights or more` are two sides of one rule.
  if (oppositeBounds(a, b) || oppositeBounds(b, a)) return false;
  if (a.length === b.length && a.every(({ unit }, index) => unit === b[index]!.unit))
    return a.some(({ value }, index) => !same(value, b[index]!.value));
  return a.some(({ unit }) => {
    const [left, right] = [a, b].map((list) => list.filter((each) => each.unit === unit).map(({ value }) => value)) as [
      number[],
      number[],
    ];
    const lacks = (list: number[], value: number): boolean =>
      list.length > 0 && !list.some((other) => same(other, value));
    return left.some((value) => lacks(right, value)) && right.some((value) => lacks(left, value));
  });
}

function oppositeBounds(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  return (
    a.length > 0 &&
    b.length > 0 &&
    a.every(({ bound }) => bound === 'most') &&
    b.every(({ bound }) => bound === 'least')
  );
}

/** A month of 30 days and four weeks are two things, 24 hours and a day are one. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.02 * Math.max(Math.abs(a), Math.abs(b));
}
