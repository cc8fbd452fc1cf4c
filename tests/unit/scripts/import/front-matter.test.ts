import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFields } from '../../../../scripts/lib/import/sources/markdown/front-matter-fields.ts';
import { splitFrontMatter } from '../../../../scripts/lib/import/sources/markdown/split-front-matter.ts';
import { anyCharacter } from '../../../support/any-character.ts';

const times = Number(process.env.HOSTILE ?? 1);

describe('Front matter', () => {
  test.each([
    ['YAML', '---\ntitle: Lamps\norder: 2\n---\nText.\n'],
    ['YAML whose fences have spaces behind them', '---  \ntitle: Lamps\norder: 2\n--- \t\nText.\n'],
    ['YAML closed by dots', '---\ntitle: Lamps\norder: 2\n...\nText.\n'],
    ['YAML below empty lines', '\n \n---\ntitle: Lamps\norder: 2\n---\nText.\n'],
    ['YAML of Windows', '\ufeff---\r\ntitle: Lamps\r\norder: 2\r\n---\r\nText.\r\n'],
    ['indented YAML', '---\n  title: Lamps\n  order: 2\n---\nText.\n'],
    ['TOML', '+++\ntitle = "Lamps"\norder = 2\n+++\nText.\n'],
    ['JSON', '{\n  "title": "Lamps",\n  "order": 2\n}\nText.\n'],
    ['JSON in one line', '{ "title": "Lamps", "order": 2 }\nText.\n'],
    ['JSON with tabs and a comma too many', '{\n\t"title": "Lamps",\n\t"order": 2,\n}\nText.\n'],
    ['JSON between semicolons', ';;;\n{ "title": "Lamps", "order": 2 }\n;;;\nText.\n'],
    ['JSON without braces', '"title": "Lamps",\n"order": 2\n;;;\nText.\n'],
    ['fields that are only closed', 'title: Lamps\norder: 2\n---\nText.\n'],
    ['fields up to an empty line', 'title: Lamps\norder: 2\n\nText.\n'],
  ])('is read as its systems write it: %s', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ fields: { title: 'Lamps', order: 2 }, body: 'Text.\n', notes: [] });
  });

  test.each([
    'Text.\n',
    '---\n\nA rule first.\n\n---\n\nAnother.\n',
    '---\n# Heading below a rule\n\nText.\n\n---\n',
    '---\n{{< notice >}}\nText: more.\n---\n',
    '{% hint style="info" %}\nText.\n{% endhint %}\n',
    '{{< notice >}}\nText.\n',
    'Note: the title: of this page is no field.\n\nText.\n',
    'Heading\n---\n\nText.\n',
    '+++\n',
    '',
  ])('is none where a page merely begins with a rule, a colon or a brace: %j', (text) => {
    expect(splitFrontMatter(text)).toEqual({ fields: {}, body: text, notes: [] });
  });

  test.each([
    ['---\ntitle: Lamps\n\nText.\n', '\nText.\n', 2],
    ['---\ntitle: Lamps\ntags:\n  - a\n\nText.\n\n---\n\nMore.\n', '\nText.\n\n---\n\nMore.\n', 4],
    ['---\ntitle: Lamps\n\nA heading\n---\n\nText.\n', '\nA heading\n---\n\nText.\n', 2],
    ['---\ntitle: Lamps\n# A heading\n\nText.\n', '\nText.\n', 3],
    ['---\ntitle: Lamps', '', 2],
  ])('that nothing closes ends where the fields do, which is named: %j', (text, body, line) => {
    const read = splitFrontMatter(text);
    expect([read.fields.title, read.body]).toEqual(['Lamps', body]);
    expect(read.notes.map(({ detail }) => detail)).toEqual([
      `line 1: “---” was read as its author meant; by the letter: nothing closes it; the fields end in line ${line}`,
    ]);
  });

  test('says in the file’s lines what was mended', () => {
    const lines = (text: string): string[] => splitFrontMatter(text).notes.map(({ detail }) => detail.slice(0, 6));
    expect(lines('\n---\nid: a\ntitle: Error: no\n---\n')).toEqual(['line 4']);
    expect(lines('+++\nid = "a"\ntitle = no\n+++\n')).toEqual(['line 3']);
    expect(lines('id: a\ntitle: Error: no\n\nText')).toEqual(['line 2']);
    expect(lines('---\nid: a\n# c\n\ndescription: |\n  x\ntitle: #1\n---\n')).toEqual(['line 7']);
  });
});

/** Titles as people write them, and what they meant; undefined where nothing has to be said about it. */
const TITLES: [string, string, RegExp | undefined][] = [
  ['4.10', '4.10', undefined],
  ['007', '007', undefined],
  ['1e3', '1e3', undefined],
  ['true', 'true', undefined],
  ['True', 'True', undefined],
  ['yes', 'yes', undefined],
  ['2024-01-05', '2024-01-05', undefined],
  ['5" screen', '5" screen', undefined],
  ['<port> is in use', '<port> is in use', undefined],
  ['"Quoted: all of it"', 'Quoted: all of it', undefined],
  ["'It''s quoted'", "It's quoted", undefined],
  ['Error: cannot connect', 'Error: cannot connect', /Nested mappings/],
  ['Note:', 'Note:', /Nested mappings/],
  ['#1 question', '#1 question', /a comment from # on/],
  ['Fix issue #5', 'Fix issue #5', /a comment from # on/],
  ['Learn C #', 'Learn C #', /a comment from # on/],
  ['"Reset" #5', '"Reset" #5', /a comment from # on/],
  ['Lamps # at most 60 letters', 'Lamps', /what follows # in title is a comment \(“at most 60 letters”\)/],
  ['"Lamps" # at most 60 letters', 'Lamps', /what follows # in title is a comment/],
  ['"Wi-Fi" does not work', '"Wi-Fi" does not work', /Unexpected scalar/],
  ['"Wi-Fi" or "LAN"', '"Wi-Fi" or "LAN"', /Unexpected scalar/],
  ["'Don't do it'", "Don't do it", /Unexpected scalar/],
  ['"Say "hello" now"', 'Say "hello" now', /Unexpected scalar/],
  ['"Never closed', 'Never closed', /Missing closing/],
  ['"C:\\Users"', 'C:\\Users', /escape/],
  ['%percent', '%percent', /directive indicator/],
  ['@home', '@home', /reserved character @/],
  ['`lumen` ends', '`lumen` ends', /reserved character `/],
  ['[Beta] New editor', '[Beta] New editor', /Unexpected scalar/],
  ['[Beta]', '[Beta]', /a list or fields/],
  ['[Beta', '[Beta', /end with a \]/],
  ['{name}', '{name}', /a list or fields/],
  ['{{ name }}', '{{ name }}', /keys must be strings/],
  ['*bold*', '*bold*', /a reference to nothing/],
  ['**bold** words', '**bold** words', /Unexpected scalar/],
  ['&you and me', '&you and me', /a mark for other fields/],
  ['!important words', '!important words', /Unresolved tag/],
  ['! Danger', '! Danger', /a kind of value/],
  ['!', '!', /a kind of value/],
  ['!!str words', '!!str words', /a kind of value/],
  ['- dash', '- dash', /block-seq-ind/],
  ['? What', '? What', /Nested mappings/],
  ['> Start > Settings', '> Start > Settings', /Not a YAML token/],
  ['| pipe', '| pipe', /Not a YAML token/],
  ['>', '>', /an empty text/],
  [', then', ', then', /flow indicator/],
];

describe('A title', () => {
  test.each(TITLES)('that is written as %s is read as it was meant', (written, title, said) => {
    for (const [before, after] of [
      ['id: lamps\n', 'order: 2\ntags: [a, b]\n'],
      ['', 'id: lamps\ntags:\n  - a\n  - b\norder: 2\n'],
      ['tags: [a, b]\norder: 2\nid: lamps\n', ''],
    ]) {
      const { fields, notes, body, problem } = splitFrontMatter(
        `---\n${before}title: ${written}\n${after}---\nText.\n`,
      );
      expect(readFields(fields)).toMatchObject({ title, id: 'lamps', order: 2, keywords: ['a', 'b'] });
      expect([body, problem]).toEqual(['Text.\n', undefined]);
      if (said) expect(notes.map(({ detail }) => detail)).toEqual([expect.stringMatching(said)]);
      else expect(notes).toEqual([]);
    }
  });

  test.each(['~', 'null', '', '""', '# a comment'])('that is empty is none: %j', (written) => {
    expect(readFields(splitFrontMatter(`---\ntitle: ${written}\nid: a\n---\n`).fields)).toMatchObject({
      title: undefined,
      id: 'a',
    });
  });

  test('in many lines is one', () => {
    for (const written of [
      '>\n  Turn it\n  off',
      '|\n  Turn it\n  off',
      'Turn it\n  off',
      '"Turn it\n  off"',
      'Turn it\noff',
    ])
      expect(readFields(splitFrontMatter(`---\ntitle: ${written}\nid: a\n---\n`).fields).title).toBe('Turn it off');
  });
});

describe('A mistake in one field', () => {
  const read = (lines: string): ReturnType<typeof splitFrontMatter> => splitFrontMatter(`---\n${lines}\n---\nText.\n`);

  test.each([
    ['tags:\n\t- a\n\t- b', { tags: ['a', 'b'] }],
    ['tags: [a, "b" c', { tags: ['a', 'b', 'c'] }],
    ['tags: [#a, #b]', { tags: ['#a', '#b'] }],
    ['tags:\n  - Error: no: way\n  - @home\n  - "quoted', { tags: ['Error: no: way', '@home', 'quoted'] }],
    ['aliases: [\n"/a",\n"/b"\n"/c"\n]', { aliases: ['/a', '/b', '/c'] }],
    ['sidebar:\n  label: Lamps: all\n  order: 3', { sidebar: { label: 'Lamps: all', order: 3 } }],
    ['description: Long: text\n  that goes on\n  below', { description: 'Long: text that goes on below' }],
    ['description: Long text\nthat goes (on) below', { description: 'Long text that goes (on) below' }],
    ['title:Lamps', { title: 'Lamps' }],
    ['description: Error: no\n slug: lamps', { description: 'Error: no', slug: 'lamps' }],
  ])('is read by itself, and loses no other: %j', (lines, fields) => {
    for (const text of [`${lines}\nid: x\norder: 2`, `id: x\norder: 2\n${lines}`]) {
      const { notes, problem, ...rest } = read(text);
      expect(rest).toEqual({ fields: { id: 'x', order: 2, ...fields }, body: 'Text.\n' });
      expect(problem).toBeUndefined();
      expect(notes.length).toBeGreaterThan(0);
      expect(new Set(notes.map(({ kind }) => kind))).toEqual(new Set(['front-matter-mended']));
    }
  });

  test('that is no field at all is named as lost, in TOML too', () => {
    for (const text of [
      '---\ntitle: A\n% odd\nid: x\n---\n',
      '---\n{{ odd }}\ntitle: A\nid: x\n---\n',
      '+++\n= odd\ntitle = "A"\nid = "x"\n+++\n',
    ]) {
      const { fields, notes } = splitFrontMatter(text);
      expect(fields).toEqual({ title: 'A', id: 'x' });
      expect(notes.map(({ level, kind }) => [level, kind])).toEqual([['lost', 'front-matter-line-dropped']]);
      expect(notes[0]?.detail).toMatch(/^line \d of the front matter belongs to no field: “.*odd/);
    }
  });

  test('of TOML is read as text', () => {
    const { fields, notes } = splitFrontMatter(
      '+++\ntitle = How to start\nweight = 2\ntags = ["a" "b"]\n[menu.main]\nweight = 3\n+++\n',
    );
    expect(fields).toEqual({ title: 'How to start', weight: 2, tags: ['a', 'b'], menu: { main: { weight: 3 } } });
    expect(notes.map(({ kind }) => kind)).toEqual(['front-matter-mended', 'front-matter-mended']);
  });

  test('that is written twice has the last one, which is named unless both say the same', () => {
    expect(read('title: A\ntitle: B').notes.map(({ detail }) => detail)).toEqual([
      'line 3: title stands in the front matter twice; the last one counts',
    ]);
    expect(read('title: A\nid: @x\ntitle: B').notes.map(({ kind }) => kind)).toEqual([
      'front-matter-mended',
      'field-written-twice',
    ]);
    expect(read('title: A\ntitle: A')).toMatchObject({ fields: { title: 'A' }, notes: [] });
  });
});

describe('Any text at all', () => {
  const line = fc
    .oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: anyCharacter, maxLength: 20 }),
      fc.array(fc.constantFrom(...'#:-"\'[]{}&*!|>%@`,? ab\t\\~/=<'), { maxLength: 14 }).map((signs) => signs.join('')),
    )
    .filter((text) => !/[\r\n]/.test(text));
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

  test('as a title is read as it is, or what was read is named', () => {
    fc.assert(
      fc.property(line, fc.boolean(), (written, last) => {
        const fields = last
          ? `id: lamps\ntags: [a, b]\norder: 2\ntitle: ${written}\n`
          : `title: ${written}\nid: lamps\ntags: [a, b]\norder: 2\n`;
        const split = splitFrontMatter(`---\n${fields}---\nText.\n`);
        const { title, id, keywords, order, notes } = readFields(split.fields);
        expect([split.body, split.problem, id, keywords, order]).toEqual([
          'Text.\n',
          undefined,
          'lamps',
          ['a', 'b'],
          2,
        ]);
        if (split.notes.length + notes.length > 0) return;
        const meant = plain(written);
        const isQuoted = /^(["']).*\1$/.test(meant);
        if (!isQuoted && !/^(~|null|Null|NULL)$/.test(meant)) expect(title ?? '').toBe(meant);
      }),
      { numRuns: 1500 * times },
    );
  });

  test('as front matter or a page throws nothing, and keeps the page', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('---', '+++', ';;;', '{', ''), (lines, fence) => {
        const text = `${fence}\n${lines.join('\n')}\n${fence === '{' ? '}' : fence}\nLast words.`;
        const { fields, body } = splitFrontMatter(text);
        readFields(fields);
        expect(body.endsWith('Last words.')).toBe(true);
      }),
      { numRuns: 1000 * times },
    );
  });

  test.each([
    ['quotes', '"'.repeat(50_000)],
    ['broken lines', 'a: b: c\n'.repeat(12_000)],
    ['fields', Array.from({ length: 20_000 }, (_, index) => `k${index}: x`).join('\n')],
    ['one long line', `title: ${'a: '.repeat(30_000)}`],
    ['brackets of JSON', `{"a": ${'\n'.repeat(50_000)}`],
    ['spaces', `a${' '.repeat(500_000)}`],
    ['tabs', '\t- a\n'.repeat(20_000)],
  ])('is read in a moment, however long: %s', (_, text) => {
    for (const whole of [`---\ntitle: A\n${text}\n---\nText.`, text, `+++\n${text}\n+++\n`, `;;;\n{"a": ${text}`]) {
      const before = process.cpuUsage();
      readFields(splitFrontMatter(whole).fields);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(5);
    }
  });
});
