import { describe, expect, test } from 'vitest';
import { expandText } from '../../../../src/content/insert/expand.ts';
import { createSources, type Snippet } from '../../../../src/content/insert/sources.ts';
import { parseMarkdown } from '../../../../src/markdown/parse.ts';
import { variablesSchema } from '../../../../src/schemas/variables.ts';

const FILE = 'articles/en/billing/prices.md';

/** Snippets by `name`, or by `locale/name`; parameters are what a snippet may have set. */
function sourcesOf(
  snippets: Record<string, string> = {},
  variables: Record<string, unknown> = {},
  parameters: Record<string, string | undefined> = {},
) {
  const list = Object.entries(snippets).map(([key, markdown]): Snippet => {
    const [name = '', locale = 'en'] = key.split('/').reverse();
    const file = `snippets/${locale}/${name}.md`;
    return { name, locale, file, source: markdown, markdown, line: 1, parameters: new Map(Object.entries(parameters)) };
  });
  const values = new Map(Object.entries(variablesSchema.parse(variables)));
  return createSources(list, new Set(), { values, broken: new Set() }, 'en');
}

const expand = (markdown: string, sources = sourcesOf(), locale = 'en') =>
  expandText({ markdown, file: FILE, line: 1, locale }, sources);

describe('A variable', () => {
  const sources = sourcesOf(
    {},
    {
      price: { price: 12.9, currency: 'EUR' },
      round: { price: 15, currency: 'USD' },
      trial: { number: 14, unit: 'day' },
      upload: { number: 20, unit: 'megabyte' },
      seats: 2500,
      off: { percent: 12.5 },
      since: { date: '2026-05-01' },
      year: '2026',
      plan: { en: 'Pro', ko: '프로' },
    },
  );
  const all =
    ':var{price} :var{round} :var{trial} :var{upload} :var{seats} :var{off} :var{since} :var{year} :var{plan}';

  test.each([
    ['en', '€12.90 $15 14 days 20 MB 2,500 12.5% May 1, 2026 2026 Pro'],
    ['de', '12,90 € 15 $ 14 Tage 20 MB 2.500 12,5 % 1. Mai 2026 2026 Pro'],
    ['ko', '€12.90 US$15 14일 20MB 2,500 12.5% 2026년 5월 1일 2026 프로'],
    ['fr', '12,90 € 15 $US 14 jours 20 Mo 2 500 12,5 % 1 mai 2026 2026 Pro'],
  ])('is written as %s writes it', (locale, text) => {
    expect(expand(all, sources, locale).text.replace(/[\u00a0\u202f]/g, ' ')).toBe(text);
  });

  test('tells where a language has no value of its own', () => {
    const { uses } = expand(':var{plan}\n:var{price}', sources, 'de');
    expect(uses).toEqual([
      { kind: 'variable', name: 'plan', file: FILE, line: 1, lacking: 'de' },
      { kind: 'variable', name: 'price', file: FILE, line: 2 },
    ]);
  });

  test('stands in headings, lists, quotes, tables, links and labels, and nowhere in code, HTML and times', () => {
    const written = [
      '## From :var{seats}',
      '- **:var{seats}** [:var{seats}](x.md)',
      '> :var{seats}',
      ':::details[Is it :var{seats}?]\n:::',
      '| a |\n|---|\n| :var{seats} |',
      '`:var{seats}` <b title=":var{seats}"> \\:var{seats} at 10:30, std::var{seats}',
      '```\n:var{seats}\n```',
    ].join('\n\n');
    const { text } = expand(written, sources);
    expect(text.match(/2,500/g)).toHaveLength(6);
    expect(text.match(/:var\{seats\}/g)).toHaveLength(5);
  });

  test.each([
    ['*not* _this_ <b> [x](y) `z` & &amp; | ~~a~~ \\', ['*not* _this_ <b> [x](y) `z` & &amp; | ~~a~~ \\']],
    ['# 1', ['# 1']],
    ['- 1', ['- 1']],
    ['14', ['14']],
    ['snake_case', ['snake_case']],
  ])('shows %s as it is, also where a line begins', (value) => {
    const own = sourcesOf({}, { v: value });
    for (const around of ['Says :var{v}', ':var{v}', '- :var{v}', ':var{v}. And', '> 1. :var{v}']) {
      const { sections } = parseMarkdown(expand(around, own).text, FILE);
      expect(sections.map(({ text }) => text).join(), around).toContain(value);
    }
  });
});

describe('A snippet', () => {
  test('stands as a block of its own, in lists and quotes too', () => {
    const sources = sourcesOf({ steps: 'First *this*:\n\n1. One\n2. Two\n\n```\ncode\n```' });
    const { text } = expand('Before\n::snippet{steps}\nAfter\n\n> - ::snippet{steps}\n> - Next', sources);
    expect(text).toBe(
      [
        'Before\n\nFirst *this*:\n\n1. One\n2. Two\n\n```\ncode\n```\n\nAfter\n',
        '> - First *this*:\n>\n>   1. One\n>   2. Two\n>\n>   ```\n>   code\n>   ```\n> - Next',
      ].join('\n'),
    );
  });

  test('stands within a line when it is one paragraph', () => {
    const sources = sourcesOf({ hours: 'Monday\nto **Friday**', pipe: 'a | b' });
    expect(expand('Open :snippet{hours}.\n\n| a |\n|---|\n| :snippet{pipe} |', sources).text).toBe(
      'Open Monday to **Friday**.\n\n| a |\n|---|\n| a \\| b |',
    );
  });

  test('takes parameters, their defaults, and variables in them', () => {
    const sources = sourcesOf(
      { refund: ':var{days} days on :var{plan}' },
      { pro: 'Pro*' },
      { days: '14', plan: undefined },
    );
    expect(expand('::snippet{refund plan=":var{pro}"}\n\n::snippet{refund plan=x days="3 to 5"}', sources).text).toBe(
      '14 days on Pro\\*\n\n3 to 5 days on x',
    );
  });

  test('passes on what was set around it', () => {
    const sources = sourcesOf(
      { outer: '::snippet{inner days=":var{days}"}', inner: '(:var{days})' },
      {},
      { days: '1' },
    );
    expect(expand('::snippet{outer days=9}', sources).text).toBe('(9)');
  });

  test('has its links and pictures lead where they lead from its own file', () => {
    const sources = sourcesOf({
      see: '[a](../../articles/en/billing/refunds.md#x) ![p](pic.png) <img src="pic.png"> [b](https://example.com) [c](id:x) [d](#y)\n\n[r]: other.md',
    });
    expect(expand('::snippet{see}', sources).text).toBe(
      '[a](refunds.md#x) ![p](../../../snippets/en/pic.png) <img src="../../../snippets/en/pic.png"> [b](https://example.com) [c](id:x) [d](#y)\n\n[r]: ../../../snippets/en/other.md',
    );
  });

  test('is the default language’s where the language has none, and tells so', () => {
    const sources = sourcesOf({ a: 'English.', 'ko/b': '한국어.', b: 'English.' });
    const { text, uses } = expand('::snippet{a}\n\n::snippet{b}', sources, 'ko');
    expect(text).toBe('English.\n\n한국어.');
    expect(uses.map(({ name, lacking }) => [name, lacking])).toEqual([
      ['a', 'ko'],
      ['b', undefined],
    ]);
  });

  test('leaves a trace of where each line is written', () => {
    const sources = sourcesOf({ outer: 'Outer.\n\n::snippet{inner}\n\nEnd.', inner: 'Inner.' });
    const { text, origins } = expand('Start.\n\n::snippet{outer}\n\nEnd.', sources);
    const lines = text.split('\n').map((line, index) => `${line} ${origins[index]!.file}:${origins[index]!.line}`);
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
      `Start. ${FILE}:1`,
      'Outer. snippets/en/outer.md:1',
      'Inner. snippets/en/inner.md:1',
      'End. snippets/en/outer.md:5',
      `End. ${FILE}:5`,
    ]);
  });

  test('that holds itself, or others without end, is named and ends', () => {
    const many = Array.from({ length: 40 }, () => '::snippet{x}').join('\n\n');
    const sources = sourcesOf({
      self: '::snippet{self}',
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name, at) => [name, many.replaceAll('{x}', `{${'bcde'[at]}}`)])),
      e: 'x',
    });
    expect(expand('::snippet{self}', sources).problems.map(({ found }) => found)).toEqual([
      'a snippet that holds itself: self → self',
    ]);
    const { problems, text } = expand('::snippet{a}', sources);
    expect(problems.map(({ found }) => found)).toEqual([
      'more than a page can hold: over 1000 snippets and variables, or over 1024 kB of text',
    ]);
    expect(text.length).toBeLessThan(100_000);
  });
});

describe('A film with captions', () => {
  const file = 'articles/en/billing/films/My film.vtt';
  const captions = { file, source: '', passages: [{ start: 5, line: 3, text: 'Press it.' }] };
  const sources = createSources([], new Set(), { values: new Map(), broken: new Set() }, 'en', [captions]);

  test('is followed by what is said in it, under anchors that an address can name, whatever its file is called', () => {
    const { text, origins } = expand('- Look:\n\n  ![My "film"](films/My%20film.mp4)\n  More.', sources);
    expect(text).toBe(
      '- Look:\n\n  ![My "film"](films/My%20film.mp4)\n  More.\n\n  :::transcript[My "film"]{video="My-film"}\n  0:05 Press it.\n\n  :::',
    );
    expect(origins[6]).toEqual({ file, line: 3, changed: true });
  });

  test('has a place of its own for each film of a page, also where two have one name, and below tables and headings', () => {
    const other = { ...captions, file: 'articles/en/billing/films/old/My film.vtt' };
    const both = createSources([], new Set(), { values: new Map(), broken: new Set() }, 'en', [captions, other]);
    const { text } = expand(
      '## ![A](films/My%20film.mp4)\n\n| Film |\n|---|\n| ![B](films/old/My%20film.webm) |\n\n[![A again](films/My%20film.mp4)](x.md)',
      both,
    );
    const { sections } = parseMarkdown(text, 'articles/en/billing/films.md');
    const times = sections.filter(({ text: said }) => said === 'Press it.');
    expect(times.map(({ anchor, headings }) => [anchor, headings.at(-2)])).toEqual([
      ['My-film-5', 'A'],
      ['My-film-2-5', 'B'],
      ['My-film-3-5', 'A again'],
    ]);
  });

  test('may be one of another site, whose captions have its ID for a name', () => {
    const said = { ...captions, file: 'videos/dQw4w9WgXcQ.en.vtt' };
    const elsewhere = createSources([], new Set(), { values: new Map(), broken: new Set() }, 'en', [said]);
    const { text } = expand('![Fold it](https://youtu.be/dQw4w9WgXcQ?t=3)', elsewhere);
    expect(text).toContain(':::transcript[Fold it]{video="dQw4w9WgXcQ"}\n0:05 Press it.');
  });
});
