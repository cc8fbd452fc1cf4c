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
