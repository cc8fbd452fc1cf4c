/** Directives that cannot be put in, each within a line. */
const DIRECTIVES = [
  ':snippet{nowhere}',
  ':snippet{}',
  ':snippet{name=good}',
  ':snippet{good days=3}',
  ':snippet{needs}',
  ':snippet{needs what=":var{nowhere}"}',
  ':snippet{__proto__}',
  ':snippet{constructor}',
  ':snippet{good __proto__=1}',
  ':snippet{good .class}',
  ':snippet{Good}',
  ':snippet{blocks}',
  ':snippets{good}',
  ':Snippet{good}',
  ':var{nowhere}',
  ':var{}',
  ':var{__proto__}',
  ':var{toString}',
  ':var{hasOwnProperty}',
  ':var{Price}',
  ':var{가격}',
  ':var{price.eur}',
  ':var{price=1}',
  ':var{"price"}',
  ':Var{price}',
  ':variable{price}',
  ':var{price',
  ':var{<script>alert(1)</script>}',
  `:var{${'x'.repeat(5000)}}`,
];

/** Where they stand: the text around them, and the line of it on which they are. */
export const places: Record<string, [text: (directive: string) => string, line: number]> = {
  alone: [(one) => one, 0],
  sentence: [(one) => `It costs ${one} a month.`, 0],
  'second line': [(one) => `First.\n\nIt costs\n${one}.`, 3],
  list: [(one) => `- ${one}`, 0],
  'nested list': [(one) => `1. One\n\n   - ${one}`, 2],
  quote: [(one) => `> ${one}`, 0],
  heading: [(one) => `## From ${one}`, 0],
  bold: [(one) => `**${one}**`, 0],
  link: [(one) => `[${one}](pause.md)`, 0],
  table: [(one) => `| a |\n|---|\n| ${one} |`, 2],
  details: [(one) => `:::details[More]\n\n${one}\n\n:::`, 2],
  footnote: [(one) => `A.[^1]\n\n[^1]: ${one}`, 2],
};

/** Directives with good names where nothing is put in. */
const MISPLACED = [
  '`:var{price}`',
  '```\n:var{price}\n```',
  '    :var{price}',
  '<b title=":var{price}">x</b>',
  '<!-- :var{price} -->',
  '[x](:var{price})',
  '[x](pause.md ":var{price}")',
  '![:var{price}](../billing/images/button.svg)',
  'Price::var{price}',
  'Text ::snippet{good} text.',
  'a::snippet{good}',
  ':::snippet{good}\n:::',
];

/** Every directive in every place. */
export function directives(around: typeof places): { text: string; line: number; what: string }[] {
  const all = DIRECTIVES.flatMap((one) =>
    Object.entries(around).map(([place, [text, line]]) => ({
      text: text(one),
      line,
      what: `${one.slice(0, 40)}, ${place}`,
    })),
  );
  // In a cell of a table, a line that ends before the brace does ends the cell, too.
  const misplaced = MISPLACED.map((text) => ({ text, line: text.startsWith('```') ? 1 : 0, what: text }));
  return [...all, ...misplaced];
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** Files of snippets that cannot be used, and the line on which each is wrong. */
export const brokenFiles: { name: string; bytes: Uint8Array; line: number }[] = [
  ['en/utf-16', bytes([0xff, 0xfe, 65, 0]), 1],
  ['en/latin-1', bytes('Text.\n\nCaf', [0xe9], '.\n'), 3],
  ['en/half-a-letter', bytes('Text.\n', [0xed, 0xa0, 0x80]), 2],
  ['en/binary', bytes('Text.\n\n', [0]), 3],
  ['en/megabyte', bytes('x'.repeat(1024 * 1024 + 1)), 1],
  ['en/empty', bytes(''), 1],
  ['en/white', bytes('\n \n\t\n'), 1],
  ['en/bom-alone', bytes([0xef, 0xbb, 0xbf]), 1],
  ['en/unclosed', bytes('---\nparameters: { a: 1 }\n\nText.\n'), 1],
  ['en/windows-unclosed', bytes('---\r\nparameters: { a: 1 }\r\n\r\nText.\r\n'), 1],
  ['en/list', bytes('---\nparameters: [a, b]\n---\n\nText.\n'), 2],
  ['en/text', bytes('---\nparameters: days\n---\n\nText.\n'), 2],
  ['en/nested', bytes('---\nparameters:\n  days: { a: 1 }\n---\n\nText.\n'), 3],
  ['en/capital', bytes('---\nparameters:\n  Days: 1\n---\n\nText.\n'), 3],
  ['en/not-a-number', bytes('---\nparameters:\n  days: .nan\n---\n\nText.\n'), 3],
  ['en/prototype', bytes('---\nparameters:\n  __proto__: { polluted: true }\n---\n\nText.\n'), 3],
  ['en/unknown-field', bytes('---\nparameter: { a: 1 }\n---\n\nText.\n'), 2],
  ['en/itself', bytes('---\nparameters: &a { a: *a }\n---\n\nText.\n'), 2],
  ['en/bomb', bytes(bomb(), 'Text.\n'), 2],
  ['en/deep-yaml', bytes(`---\n${'- '.repeat(3000)}\n---\n\nText.\n`), 2],
  ['en/quotes', bytes(`Text.\n\n${'> '.repeat(2000)}\n`), 3],
  ['en/elements', bytes(`${'<b>'.repeat(500)}x\n`), 1],
  ['en/never-put-in', bytes('Text.\n'), 1],
  ['en/With Spaces', bytes('Text.\n'), 1],
  ['en/Capital', bytes('Text.\n'), 1],
  ['en/dots.in.it', bytes('Text.\n'), 1],
  ['en/한국어', bytes('Text.\n'), 1],
  ['en/__proto__', bytes('Text.\n'), 1],
  ['en/-hyphen', bytes('Text.\n'), 1],
  ['en/1', bytes('Text.\n'), 1],
  [`en/${'long'.repeat(20)}`, bytes('Text.\n'), 1],
  ['en/folder/name', bytes('Text.\n'), 1],
  ['no-folder', bytes('Text.\n'), 1],
  ['xx/unknown-locale', bytes('Text.\n'), 1],
].map(([name, content, line]) => ({
  name: `snippets/${name as string}.md`,
  bytes: content as Uint8Array,
  line: line as number,
}));

/** Lists of lists by aliases: nine to the power of nine entries, were they written out. */
function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `a${at + 1}: &b${at + 1} [${Array.from({ length: 9 }, () => `*b${at}`).join(', ')}]`,
  );
  return `---\na0: &b0 [x]\n${levels.join('\n')}\n---\n\n`;
}

/** Snippets that hold each other in a ring. */
export function rings(length: number): [name: string, text: string][] {
  const name = (at: number): string => `ring-${length}-${String.fromCharCode(97 + (at % length))}`;
  return Array.from({ length }, (_, at) => [name(at), `Text.\n\n::snippet{${name(at + 1)}}\n`]);
}

const wrongOf = (prefix: string, values: readonly string[], shape: (value: string) => string): [string, string][] =>
  values.map((value, at) => [`${prefix}-${at}`, `${prefix}-${at}: ${shape(value)}`]);

/** Lines of variables.yaml. */
export const VALUES: { wrong: Record<string, string>; right: string[] } = {
  wrong: Object.fromEntries([
    ...wrongOf(
      'price',
      ['.nan', '.inf', '-.inf', '1e400', '"12"', 'true', '[]', '{}', '', '2026-01-01'],
      (value) => `{ price: ${value}, currency: EUR }`,
    ),
    ...wrongOf(
      'currency',
      ['Euro', 'eur', '€', 'EU', '""', 'EURO', '1', '', '[EUR]', '__proto__'],
      (value) => `{ price: 1, currency: ${value} }`,
    ),
    ...wrongOf(
      'unit',
      ['parsec', 'Day', '""', '', 'constructor', '1', 'kilometer-per-hour'],
      (value) => `{ number: 1, unit: ${value} }`,
    ),
    ...wrongOf('number', ['.nan', '1e400', 'many', 'true', '[1]'], (value) => `{ number: ${value}, unit: day }`),
    ...wrongOf('percent', ['.inf', 'half', '"20 %"', '[]', ''], (value) => `{ percent: ${value} }`),
    ...wrongOf(
      'date',
      ['2026-02-30', '2026-13-01', '01.05.2026', '""', '5', 'soon', '2026-5-1', '-2026-05-01'],
      (value) => `{ date: ${value} }`,
    ),
    ...wrongOf(
      'locale',
      [
        '{ English: 1 }',
        '{ en: { en: 1 } }',
        '{ en: [1] }',
        '{ en: }',
        '{ kk: 1 }',
        '{ EN: 1 }',
        '{ constructor: 1 }',
        '{ en: 1, __proto__: 2 }',
      ],
      (value) => value,
    ),
    ...wrongOf(
      'shape',
      [
        '',
        '[1]',
        '{ price: 1 }',
        '{ currency: EUR }',
        '{ days: 14 }',
        '{ price: 1, currency: EUR, percent: 2 }',
        '.nan',
        '.inf',
        '1e400',
        'true',
        '!!binary aGk=',
      ],
      (value) => value,
    ),
    ...wrongOf(
      'text',
      [
        '""',
        '" "',
        `"${'x'.repeat(301)}"`,
        '"\\u0007"',
        '"\\ud800"',
        '"\\u0000"',
        '":var{plain}"',
        '"::snippet{good}"',
      ],
      (value) => value,
    ),
    ...['Big', '1', 'a b', 'a.b', 'a_b', '가격', '"-a"', '"*"', '""', 'a'.repeat(61), '__proto__'].map(
      (name): [string, string] => [name, `${name}: 1`],
    ),
  ]),
  right: [
    'plain: 1',
    'negative: { price: -12.5, currency: EUR }',
    'nothing: { price: -0, currency: EUR }',
    'huge: 1e308',
    'large: { price: 1e21, currency: KRW }',
    'tiny: 5e-324',
    'below: { percent: -0.001 }',
    'no-such-money: { price: 1, currency: XQQ }',
    'far: { date: 9999-12-31 }',
    'old: { date: 0001-01-01 }',
    'html: "<script>alert(1)</script>"',
    'marks: "**a** `b` [c](d) | # $& {{x}} \\\\"',
    'right-to-left: "مرحبا"',
  ],
};

/** Pins that no pin may be, all of one language. */
export const WRONG_PINS: string[] = [
  ...['', '[]', '""', '../x', 'a b', '{}', 'null', `${'x'.repeat(200)}`].map(
    (id) => `{ article: ${id}, questions: [where] }`,
  ),
  ...['""', '[]', '1', '"\\u0007"', '{ a: b }'].map(
    (section) => `{ article: refunds, section: ${section}, questions: [where] }`,
  ),
  ...[
    '[]',
    '""',
    'where',
    '[""]',
    '[1]',
    '[[]]',
    '[{}]',
    '[" "]',
    '["\\u0000"]',
    `["${'x'.repeat(401)}"]`,
    `[${Array.from({ length: 51 }, (_, at) => `q${at}`).join(', ')}]`,
  ].map((questions) => `{ article: refunds, questions: ${questions} }`),
  ...['[]', '[""]', '[1]', `["${'x'.repeat(101)}"]`].map((words) => `{ article: refunds, words: ${words} }`),
  ...[
    'soon',
    '2026-02-30',
    '2026-13-01',
    '2026-05-01 25:00',
    '2026-05-01 9:00',
    '5',
    '""',
    '[]',
    '.nan',
    '2026-05-01T10:00:00Z',
  ].flatMap((time) => ['from', 'until'].map((field) => `{ article: refunds, questions: [where], ${field}: ${time} }`)),
  ...['locale: en', 'question: [a]', '__proto__: { polluted: true }', 'constructor: 1'].map(
    (field) => `{ article: refunds, questions: [where], ${field} }`,
  ),
  '{ article: refunds }',
  '{ questions: [where] }',
  '{}',
  '[]',
  'refunds',
  '1',
  '',
];

/** Lines of pins.yaml that are right by themselves, and what is wrong with what they say. */
export const PINS: { line: string; found?: string }[] = [
  { line: 'en:' },
  { line: '  - { article: refunds, questions: [where is it] }' },
  { line: '  - { article: refundz, questions: [a1] }', found: 'the id "refundz", which no article has' },
  { line: '  - { article: constructor, questions: [a2] }', found: 'the id "constructor", which no article has' },
  { line: '  - { article: hidden, questions: [a3] }', found: 'an article that is unlisted' },
  { line: '  - { article: draft, questions: [a4] }', found: 'an article that is not published' },
  {
    line: '  - { article: refunds, section: nowhere, questions: [a5] }',
    found: '"nowhere", which is no section of refunds',
  },
  { line: '  - { article: refunds, section: __proto__, questions: [a6] }', found: '"__proto__", which is no section' },
  {
    line: '  - { article: refunds, questions: [a7], from: 2099-02-01, until: 2099-01-01 }',
    found: 'before the pin begins',
  },
  {
    line: '  - { article: refunds, questions: [a8], from: 2099-02-01 10:00, until: 2099-02-01 10:00 }',
    found: 'before the pin begins',
  },
  { line: '  - { article: refunds, questions: [a9], until: 2020-01-01 }', found: 'which is past' },
  { line: '  - { article: refunds, questions: [same, Same?] }', found: 'pinned to refunds already' },
  { line: '  - { article: pause, questions: [Where is IT] }', found: 'pinned to refunds above' },
  { line: '  - { article: pause, questions: [ｗｈｅｒｅ　ｉｓ　ｉｔ] }', found: 'pinned to refunds above' },
  { line: '  - { article: refunds, words: [black friday] }' },
  { line: '  - { article: pause, words: [Black-Friday] }', found: 'pinned to refunds above' },
  { line: '  - { article: pause, questions: [?!] }', found: 'which says nothing' },
  { line: 'ko:' },
  { line: '  - { article: only-english, questions: [어디] }', found: 'which has no article in ko' },
  { line: 'kk: [{ article: refunds, questions: [a] }]', found: 'the locale "kk"' },
  { line: 'constructor: [{ article: refunds, questions: [a] }]', found: 'the locale "constructor"' },
];
