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

  test('at the end of a section become sections, and headings in them go below', () => {
    expect(markdown(`## Install\n\n${both}\n## Next\n\nx`)).toBe(
      '## Install\n\n### Linux\n\n#### Deep\n\nRun it.\n\n### Windows\n\nStart it.\n\n## Next\n\nx',
    );
    expect(notes(`## Install\n\n${both}`)).toEqual(['tabs became sections below headings: Linux, Windows']);
  });

  test('before more text open like answers, so that what follows is not the last one’s', () => {
    expect(markdown(`${both}\nThen restart.`)).toBe(
      '<details>\n\n<summary>Linux</summary>\n\n### Deep\n\nRun it.\n\n</details>\n\n<details>\n\n<summary>Windows</summary>\n\nStart it.\n\n</details>\n\nThen restart.',
    );
  });

  test('a group of code takes the name behind the language', () => {
    expect(markdown('::: code-group\n\n```sh [npm]\nnpm i\n```\n\n```sh title="Yarn"\nyarn\n```\n\n:::')).toBe(
      '## npm\n\n```sh [npm]\nnpm i\n```\n\n## Yarn\n\n```sh title="Yarn"\nyarn\n```',
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
