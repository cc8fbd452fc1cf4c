import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findExcess } from '../../../src/content/markdown-limits.ts';

describe('Markdown that would keep a parser busy for minutes', () => {
  it.each([
    ['quotes', '> '.repeat(60), 'a line that opens more than 50 quotes or lists inside each other'],
    ['quotes and lists in turn', '> - '.repeat(40), 'a line that opens more than 50 quotes or lists inside each other'],
    ['numbered lists', '1. '.repeat(60), 'a line that opens more than 50 quotes or lists inside each other'],
    ['blocks', ':::note\n'.repeat(21), 'more than 20 ::: blocks inside each other'],
    ['backticks', '`'.repeat(100), 'a run of more than 100 backticks'],
    ['columns', '|a'.repeat(3000), 'a table of more than 2000 columns'],
    ['emphasis', '_a*'.repeat(5000), 'a paragraph with more than 4000 marks of emphasis (* _ ~)'],
    ['HTML in one line', '<ul><li>'.repeat(201), 'more than 200 HTML elements opened inside each other'],
    ['HTML over many lines', '<div>\n\n'.repeat(201), 'more than 200 HTML elements opened inside each other'],
    [
      'list levels',
      Array.from({ length: 160 }, (_, level) => `${' '.repeat(level)}- x`).join('\n'),
      'list items indented by more than 120 spaces',
    ],
  ])('is told by its line: %s', (_, text, found) => {
    const excess = findExcess(`Fine.\n\n${text}`);
    expect(excess?.found).toBe(found);
    expect(excess?.line).toBeGreaterThanOrEqual(3);
  });

  it('is none of what a person writes', () => {
    const ordinary = [
      '> > quoted twice',
      '- - nested',
      `${'> a line\n'.repeat(500)}`,
      ':::note\ntext\n:::\n'.repeat(100),
      `${'*a* _b_ `c`\n\n'.repeat(3000)}`,
      '* * *',
      '-'.repeat(200),
      '<p>no end\n\n<br>\n\n'.repeat(300),
      '<b>bold</b> <img src="a.png"/>\n\n'.repeat(300),
      `\`\`\`\n${'vector<int> <b>\n'.repeat(300)}\`\`\``,
      'Type `<name>`.\n'.repeat(300),
    ];
    for (const text of ordinary) expect(findExcess(text)).toBeUndefined();
  });

  it('is looked for without throwing, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void findExcess(text)));
  });
});
