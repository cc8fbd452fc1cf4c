import { describe, expect, test } from 'vitest';
import { block } from '../../../../scripts/lib/import/sources/dialect/blocks.ts';
import { convert } from './convert.ts';

const markdown = (body: string): string => convert(body, 'markdown').markdown.trim();
const notes = (body: string): string[] => convert(body, 'markdown').notes.map(({ detail }) => detail);

describe('Blocks between colons', () => {
  test.each([
    [':::note\n\nSave **first**.\n\n:::', '> [!NOTE]\n> Save **first**.'],
    [':::caution[Careful]\nNo way back.\n:::', '> [!CAUTION] Careful\n> No way back.'],
    ['::: tip My *title*\n\nA tip.\n:::', '> [!TIP] My _title_\n> A tip.'],
    ['::: info "Quoted"\nx\n:::', '> [!NOTE] Quoted\n> x'],
    [':::danger{title="By attribute"}\nx\n:::', '> [!CAUTION] By attribute\n> x'],
    ['1. One\n\n   :::note\n   Within.\n   :::', '1. One\n\n   > [!NOTE]\n   > Within.'],
  ])('a callout in any spelling of its title: %s', (body, expected) => {
    expect(markdown(body)).toBe(expected);
  });

  test('one within another needs no more colons than it had', () => {
    expect(markdown(':::note\nOuter.\n\n:::tip\nInner.\n:::\n\nAfter.\n:::\n\nOutside.')).toBe(
      '> [!NOTE]\n> Outer.\n>\n> > [!TIP]\n> > Inner.\n>\n> After.\n\nOutside.',
    );
  });

  test('in code they are code', () => {
    expect(markdown('```md\n:::note\nx\n:::\n```')).toBe('```md\n:::note\nx\n:::\n```');
  });

  test('one that nobody closes stays as written, takes nothing with it, and is named', () => {
    expect(markdown(':::warning\n\nOne.\n\n## Two\n\nThree.')).toBe('\\:::warning\n\nOne.\n\n## Two\n\nThree.');
    expect(notes(':::warning\n\nOne.')).toEqual([':::warning means nothing here and stands in the text as written']);
  });

  test('an unknown name keeps its title and text, and is named', () => {
    expect(markdown(':::sponsors Our friends\nThank you.\n:::')).toBe('**Our friends**\n\nThank you.');
    expect(notes(':::sponsors\nThank you.\n:::')).toEqual([
      ':::sponsors, which means nothing here, became the text in it',
    ]);
  });

  test('10:30 and std::vector keep their letters', () => {
    expect(markdown('At 10:30 in std::vector.')).toBe('At 10:30 in std::vector.');
  });
});

describe('Tabs', () => {
  const both = block('tabs', `${block('tab', '### Deep\n\nRun it.', 'Linux')}${block('tab', 'Start it.', 'Windows')}`);

  test('stay tabs, with the headings in them', () => {
    expect(markdown(`## Install\n\n${both}\n## Next\n\nx`)).toBe(
      '## Install\n\n::::tabs\n:::tab[Linux]\n### Deep\n\nRun it.\n:::\n\n:::tab[Windows]\nStart it.\n:::\n::::\n\n## Next\n\nx',
    );
    expect(convert(both, 'markdown')).toMatchObject({ notes: [], tabs: [{ labels: ['Linux', 'Windows'] }] });
  });

  test('within one another, in lists and in quotes have the colons that they need', () => {
    const outer = block('tabs', `${block('tab', both, 'Own')}${block('tab', 'Rent it.', 'Rented')}`);
    const expected =
      '::::::tabs\n:::::tab[Own]\n::::tabs\n:::tab[Linux]\n### Deep\n\nRun it.\n:::\n\n:::tab[Windows]\nStart it.\n:::\n::::\n:::::\n\n:::tab[Rented]\nRent it.\n:::\n::::::';
    expect(markdown(outer)).toBe(expected);
    const inList = `1. One\n\n${both.trim().replace(/^(?=.)/gm, '   ')}\n2. Two`;
    expect(markdown(inList)).toBe(
      '1. One\n\n   ::::tabs\n   :::tab[Linux]\n   ### Deep\n\n   Run it.\n   :::\n\n   :::tab[Windows]\n   Start it.\n   :::\n   ::::\n\n2. Two',
    );
    expect(markdown(both.trim().replace(/^/gm, '> '))).toMatch(/^> ::::tabs\n> :::tab\[Linux\]\n/);
    for (const body of [outer, inList]) expect(markdown(markdown(body))).toBe(markdown(body));
  });

  test('what stands before the first goes before them, and what stands between belongs to the one above', () => {
    expect(markdown('::::tabs\nChoose.\n\n:::tab[A]\na\n:::\n\nMore of it.\n\n:::tab\nb\n:::\n::::')).toBe(
      'Choose.\n\n::::tabs\n:::tab[A]\na\n\nMore of it.\n:::\n\n:::tab[2]\nb\n:::\n::::',
    );
  });

  test('a single one is its text below its name', () => {
    expect(markdown(block('tabs', block('tab', 'x', 'Phone')))).toBe('**Phone**\n\nx');
  });

  test('the marks in a label stay, and its brackets are none', () => {
    expect(markdown(block('tabs', `${block('tab', 'x', '**iOS** `17` [new]')}${block('tab', 'y', 'A \\] b')}`))).toBe(
      '::::tabs\n:::tab[**iOS** `17` \\[new\\]]\nx\n:::\n\n:::tab[A \\] b]\ny\n:::\n::::',
    );
  });

  test('fifty in one another lose nothing, and one that nobody closes is named', () => {
    let deep = 'Deepest.';
    for (let level = 1; level <= 50; level++)
      deep = block('tabs', `${block('tab', deep, `Level ${level}`)}${block('tab', `Beside ${level}.`, 'Other')}`);
    const written = markdown(deep);
    expect(written).toContain('Deepest.');
    for (let level = 1; level <= 50; level++) expect(written).toContain(`Beside ${level}.`);
    expect(markdown(written)).toBe(written);
    expect(notes('::::tabs\n:::tab[A]\n\nx')).toEqual([
      '::::tabs means nothing here and stands in the text as written',
      ':::tab[A] means nothing here and stands in the text as written',
    ]);
  });

  test('that are values of the new site’s choices, each another, are for those; others keep their names', () => {
    const tabNames = new Map([
      ['linux', { choice: 'system', value: 'linux' }],
      ['windows', { choice: 'system', value: 'windows' }],
      ['pro', { choice: 'plan', value: 'pro' }],
    ]);
    const shown = (...labels: string[]): string =>
      convert(block('tabs', labels.map((label) => block('tab', 'x', label)).join('')), 'markdown', {
        tabNames,
      }).markdown.trim();
    expect(shown('Linux', 'Windows')).toBe(
      '::::tabs\n:::tab{system="linux"}\nx\n:::\n\n:::tab{system="windows"}\nx\n:::\n::::',
    );
    for (const labels of [
      ['Linux', 'Pro'],
      ['Linux', 'linux'],
      ['Linux', 'macOS'],
    ])
      expect(shown(...labels)).toBe(`::::tabs\n:::tab[${labels[0]}]\nx\n:::\n\n:::tab[${labels[1]}]\nx\n:::\n::::`);
  });

  test('whom Signpost’s own tabs and texts are for stays', () => {
    const own =
      '::::tabs\n:::tab{device="ios"}\nz\n:::\n\n:::tab{device="android"}\ny\n:::\n::::\n\n:::for{device="ios ipados" plan="pro"}\nx\n:::';
    expect(markdown(own)).toBe(own);
  });

  test('a group of code takes the name behind the language', () => {
    expect(markdown('::: code-group\n\n```sh [npm]\nnpm i\n```\n\n```sh title="Yarn"\nyarn\n```\n\n:::')).toBe(
      '::::tabs\n:::tab[npm]\n```sh\nnpm i\n```\n:::\n\n:::tab[Yarn]\n```sh\nyarn\n```\n:::\n::::',
    );
  });
});

describe('Steps', () => {
  test('become the numbered list that steps are made of, each with its title', () => {
    expect(
      markdown(block('steps', `${block('step', 'Do *this*.', 'First')}${block('step', '### Second\n\nDo that.')}`)),
    ).toBe(':::steps\n1. **First**\n\n   Do _this_.\n\n2. **Second**\n\n   Do that.\n:::');
  });
});

describe('Quotes with a marker', () => {
  test.each([
    ['> [!WARNING] Mind the step\n> It is high.', '> [!WARNING] Mind the step\n> It is high.'],
    ['> [!Heating]\n> It is hot.', '> [!NOTE] Heating\n> It is hot.'],
    ['> [!NB] Hot\n> It burns.', '> [!NOTE] Hot\n> It burns.'],
    ['> [!success]+\n> Done.', '> [!TIP]\n> Done.'],
    ['> [!faq]- Can it fold?\n> Yes.', '<details>\n\n<summary>Can it fold?</summary>\n\nYes.\n\n</details>'],
  ])('%s', (body, expected) => {
    expect(markdown(body)).toBe(expected);
  });
});

describe('What stands in the text as another system wrote it', () => {
  test.each([
    '{% foo bar %}',
    '{{ page.title }}',
    '[[Another note]]',
    '![[picture]]',
    '<Tabs>',
    '++ctrl+x++',
    '!!! note',
    '--8<-- "a.md"',
    ':material-check:',
  ])('%s is named', (sign) => {
    expect(notes(`Text.\n\n${sign}`)).toContain(`${sign} means nothing here and stands in the text as written`);
  });

  test('in code it is code', () => {
    expect(notes('`{{ page.title }}`\n\n```md\n[[Another note]]\n```')).toEqual([]);
  });
});
