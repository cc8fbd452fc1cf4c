import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { Problem } from '../../../src/content/types.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));

const VARIANTS = `
variants:
  device:
    label: Your device
    values: { ios: { label: iPhone }, ipados: { label: iPad }, android: { label: Android } }
  plan:
    label: Your plan
    values: { basic: { label: Basic }, pro: { label: Pro } }
`;

/** A text, the line on which something is wrong, and what the report finds there. */
type Case = [text: string, line: number, found: RegExp];

const NAMES = [
  'andriod',
  'ANDROID',
  'ios,andriod',
  'ios andriod',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<b>',
  '><script>alert(1)</script>',
  'ios\u200b',
  'ｉｏｓ',
  '아이폰',
  '😀',
  '../../etc',
  '%69os',
  'null',
  '0',
  '$&',
  '\u202eios',
  'javascript:alert(1)',
  'x'.repeat(5000),
  `${'ios '.repeat(2000)}ioz`,
];
const CHOICES = [
  'devise',
  'Device',
  'ios',
  '__proto__',
  'constructor',
  'toString',
  'data-x',
  'onclick',
  'style',
  'plattform',
  'device.x',
  'device:x',
  '_',
  'x'.repeat(300),
  'é',
  '"',
  '=',
];
const UNREAD = [
  ':::for device=ios',
  '::: for {device=ios}',
  ':::for {device=ios}',
  ':::for{device=ios} Text',
  ':::for{device="ios}',
  ':::for{device=ios',
  ':::for[iPhone',
  ':::for(device=ios)',
  '::for{device=ios}',
  'Text :for{device=ios} text',
  ':::tab Label',
  ':::tabs:',
  '::tabs[x]',
];
const inTabs = (first: string): string => `::::tabs\n${first}\nText.\n:::\n:::tab[Other]\nText.\n:::\n::::`;
const deep = (levels: number, open: (level: number) => string): string =>
  [
    ...Array.from({ length: levels }, (_, at) => `${':'.repeat(levels - at + 2)}${open(at)}`),
    'Text.',
    ...Array.from({ length: levels }, (_, at) => ':'.repeat(at + 3)),
  ].join('\n');

const CASES: Case[] = [
  ...NAMES.flatMap((name): Case[] => [
    [`Text.\n\n:::for{device="${name}"}\nText.\n:::`, 3, /^the value ".+" of device$/s],
    [inTabs(`:::tab{plan='${name}'}`), 2, /^the value ".+" of plan$/s],
  ]),
  ...CHOICES.flatMap((name): Case[] => [
    [`:::for{${name}=ios}\nText.\n:::`, 1, /^the choice ".+"$|shows as it is written$|^":::for" that says/s],
    [inTabs(`:::tab{${name}=ios}`), 2, /^the choice ".+"$|shows as it is written$|that says no name$/s],
  ]),
  ...UNREAD.map((text): Case => [`Text.\n\n${text}\n\nText.\n\n:::`, 3, /shows as it is written$/]),
  [':::for{device}\nText.\n:::', 1, /^"device" without a value$/],
  [':::for{device=""}\nText.\n:::', 1, /^"device" without a value$/],
  [':::for{device=" "}\nText.\n:::', 1, /^"device" without a value$/],
  [':::for{device=,}\nText.\n:::', 1, /^"device" without a value$/],
  [':::for{ios}\nText.\n:::', 1, /^the choice "ios"$/],
  [':::for{#ios .pro}\nText.\n:::', 1, /^":::for" that says for nobody whom it is$/],
  [':::for\nText.\n:::', 1, /^":::for" that says for nobody whom it is$/],
  [':::for[iPhone]\nText.\n:::', 1, /^":::for" that says for nobody whom it is$/],
  [':::for[<img src=x onerror=alert(1)>]{plan=ios}\nText.\n:::', 1, /^the value "ios" of plan$/],
  [':::for{device=ios}\n:::', 1, /^":::for" without text$/],
  [':::for{device=ios}\n<!-- Nothing. -->\n:::', 1, /^":::for" without text$/],
  [':::for{device=ios}[Label]\n:::', 1, /without text$|shows as it is written$/],
  ['- Item\n\n  :::for{device=ios}\n  :::', 3, /^":::for" without text$/],
  ['> :::for{device=nokia}\n> Text.\n> :::', 1, /^the value "nokia" of device$/],
  ['1. > - :::for{device=nokia}\n   >   Text.\n   >   :::', 1, /^the value "nokia" of device$/],
  [':::for{device=ios}\nText.', 1, /^":::for\{device=ios\}", which never ends$/],
  ['- Item\n\n  :::for{device=ios}\n  Text.\n\nText.', 3, /which never ends$/],
  [
    '::::for{device=ios}\n:::for{device=android}\nText.\n:::\n::::',
    2,
    /^":::for" for nobody: it is for android, and stands in a text for ios$/,
  ],
  ['::::for{device="ios ipados"}\n:::for{device=android plan=pro}\nText.\n:::\n::::', 2, /^":::for" for nobody/],
  [`:::::for{device=ios}\n${inTabs(':::tab{device=android}')}\n:::::`, 3, /^":::tab" for nobody/],
  [deep(15, (level) => `for{device=${level === 14 ? 'android' : 'ios'}}`), 15, /^":::for" for nobody/],
  [deep(15, (level) => (level === 14 ? 'for{device=none}' : 'tabs')), 15, /^the value "none" of device$/],
  [deep(15, () => 'tab[Deep]'), 15, /^":::tab" outside of a group$/],
  [deep(50, () => 'for{device=ios}'), 21, /^more than 20 ::: blocks/],
  [deep(50, () => 'tabs'), 21, /^more than 20 ::: blocks/],
  [':::tab[Alone]\nText.\n:::', 1, /^":::tab" outside of a group$/],
  [':::tab\nText.\n:::', 1, /^":::tab" that says no name$/],
  [inTabs(':::tab'), 2, /^":::tab" that says no name$/],
  [inTabs(':::tab[]'), 2, /^":::tab" that says no name$/],
  [inTabs(':::tab[ ]'), 2, /^":::tab" that says no name$/],
  [inTabs(':::tab[**Other**]'), 1, /^two tabs "Other"$/],
  ['::::tabs\n:::tab{device=ios}\nA.\n:::\n:::tab{device=ios}\nB.\n:::\n::::', 1, /^two tabs "ios"$/],
  ['::::tabs\n:::tab[One]\n:::\n:::tab[Two]\nText.\n:::\n::::', 2, /^":::tab" without text$/],
  [':::tabs\nText.\n:::', 1, /^":::tabs" without tabs$/],
  [':::tabs\n:::', 1, /^":::tabs" without tabs$/],
  ['::::tabs\n:::tab[One]\nText.\n:::\n::::', 1, /^":::tabs" with a single tab$/],
  ['::::tabs{device=ios}\n:::tab[One]\nText.\n:::\n:::tab[Two]\nText.\n:::\n::::', 1, /^":::tabs" with "device"$/],
  [
    '::::tabs\nText.\n\n:::tab[One]\nText.\n:::\n:::tab[Two]\nText.\n:::\n::::',
    1,
    /^text in ":::tabs" that is in no tab$/,
  ],
  [':::tabs\n:::tab[One]\nText.\n:::\n:::tab[Two]\nText.\n:::\n:::', 1, /^":::tabs" with a single tab$/],
  [':::tabs\n:::tab[One]\nText.\n:::\n:::tab[Two]\nText.\n:::\n:::', 5, /^":::tab" outside of a group$/],
  [':::tabs\n:::tab[One]\nText.\n:::\n:::tab[Two]\nText.\n:::\n:::', 8, /^":::", which ends no block$/],
  ['::::for{device=ios}\nText.\n:::\n\nText.\n\n::::', 3, /^":::", which ends no block$/],
  [
    `${':::for{device=ios}\nText.\n:::\n\n'.repeat(4999)}:::for{device=last}\nText.\n:::`,
    19_997,
    /^the value "last" of device$/,
  ],
  [`${'::::tabs\n'.repeat(400)}Text.`, 21, /^more than 20 ::: blocks/],
  [`:::for{${'device=ios '.repeat(5000)}plan=ios}\nText.\n:::`, 1, /^the value "ios" of plan$/],
  [`:::for[${'['.repeat(2000)}]{device=none}\nText.\n:::`, 1, /none|shows as it is written$/],
];

describe('Hostile variants and tabs', () => {
  let folder: string;
  let problems: Problem[];
  let took: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signpost-variants-'));
    await cp(base, folder, { recursive: true });
    const site = join(folder, 'site.yaml');
    await writeFile(site, (await readFile(site, 'utf8')) + VARIANTS);
    for (const [at, [text]] of CASES.entries())
      await writeFile(
        join(folder, `articles/en/billing/hostile-${at}.md`),
        `---\ntitle: Hostile ${at}\nid: hostile-${at}\ndescription: What nobody should write, number ${at}.\n---\n${text}\n`,
      );
    const start = performance.now();
    problems = await checkContent(await readHelpCenter(folder), { today: new Date('2026-06-01') });
    took = performance.now() - start;
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  test('are at least a hundred, each named at its line, none passed over', () => {
    expect(CASES.length).toBeGreaterThan(100);
    const passedOver = CASES.flatMap(([text, line, found], at) => {
      const own = problems.filter(({ file }) => file === `articles/en/billing/hostile-${at}.md`);
      // Five lines of front matter stand above.
      return own.some((problem) => problem.line === line + 5 && found.test(problem.found))
        ? []
        : [
            {
              text: text.slice(0, 80),
              line,
              found: String(found),
              instead: own.slice(0, 3).map((one) => `${one.line - 5}: ${one.found.slice(0, 80)}`),
            },
          ];
    });
    expect(passedOver).toEqual([]);
  });

  test('hold nothing up', () => {
    expect(took).toBeLessThan(60_000);
  });
});

test('Settings that contradict themselves are named at their line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-variants-'));
  await cp(base, folder, { recursive: true });
  const site = join(folder, 'site.yaml');
  const lines = (await readFile(site, 'utf8')).trimEnd().split('\n').length;
  const report = async (yaml: string): Promise<string[]> => {
    await writeFile(site, `${(await readFile(join(base, 'site.yaml'), 'utf8')).trimEnd()}\nvariants:\n${yaml}\n`);
    const { problems } = await readHelpCenter(folder);
    return problems.map(({ line, found, expected }) => `${line - lines - 1} ${found} | ${expected}`);
  };
  const values = '{ a: { label: A }, b: { label: B } }';
  const choice = (rest: string): string => `  x: { label: X, ${rest} }`;
  await expect(report(choice(`values: ${values}`))).resolves.toEqual([]);
  const reports = [
    await report(`${choice(`values: ${values}`)}\n  y: { label: Y, values: ${values} }`),
    await report(choice('values: { a: { label: A } }')),
    await report(choice('values: { A: { label: A }, b: { label: B } }')),
    await report(choice('guess: weather, values: { a: { label: A }, b: { label: B } }')),
    await report(choice('guess: system, values: { a: { label: A, guess: [beos] }, b: { label: B } }')),
    await report(choice('guess: country, values: { a: { label: A, guess: [de] }, b: { label: B } }')),
    await report(choice('values: { a: { label: A, guess: [ios] }, b: { label: B } }')),
    await report(choice('guess: system, values: { a: { label: A, guess: [ios] }, b: { label: B, guess: [ios] } }')),
    await report(`  id: { label: X, values: ${values} }`),
    await report(`  __proto__: { label: X, values: ${values} }`),
    await report(choice('values: { a: { label: "" }, b: {} }')),
    await report('  - x'),
  ];
  await rm(folder, { recursive: true });
  expect(reports.map(([first]) => first)).toMatchInlineSnapshot(`
    [
      "2 fields (label) | another name than the values of x, since addresses name values alone",
      "1 fields (a) | at least two values",
      "1 fields (label) | a name of small letters, digits and hyphens that begins with a letter",
      "1 "weather" | one of system, country",
      "1 "beos" | one of android, chromeos, ios, linux, macos, windows",
      "1 "de" | two capital letters such as DE",
      "1 "ios" | guess: system or guess: country beside the label of the choice",
      "1 "ios" | each once",
      "1 fields (label, values) | another name than id and class",
      "1 a field named "__proto__" | a name that a computer does not use for something else",
      "1 an empty text | text that is not empty",
      "1 a list (["x"]) | fields with values",
    ]
  `);
  expect(reports.every((all) => all.length > 0)).toBe(true);
});
