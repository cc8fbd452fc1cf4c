import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/parse.ts';

const proseOf = (markdown: string) =>
  parseMarkdown(markdown, 'articles/en/a/b.md').prose.map(({ kind, text, line }) => `${line} ${kind}: ${text}`);

describe('The prose of a page', () => {
  test.each([
    ['a paragraph over two lines', 'One *two*\n**three**.', ['1 paragraph: One two three.']],
    [
      'items, and what follows in them',
      '- One\n  two\n\n  three\n- [x] Four\n  1. five',
      ['1 item: One two', '4 paragraph: three', '5 item: Four', '6 item: five'],
    ],
    ['rows', '| A | B |\n|---|---|\n| `c` | d |\n| | |', ['1 row: A – B', '3 row: c – d']],
    ['a quotation', '> One\n> two.', ['1 paragraph: One two.']],
    ['a callout without its standard title', '> [!NOTE]\n> One.', ['2 paragraph: One.']],
    ['a callout with a title of its own', '> [!NOTE] Title\n> One.', ['1 paragraph: Title', '2 paragraph: One.']],
    [
      'a block and its label',
      ':::details[Question?]\n\nAnswer.\n\n:::',
      ['1 paragraph: Question?', '3 paragraph: Answer.'],
    ],
    ['a block that means nothing, without its fences', ':::nonsense\n\nText.\n\n:::', ['3 paragraph: Text.']],
    [
      'HTML, parted at lines of nothing but a tag',
      '<div>\nOne <b>two</b>\n<hr>\nthree\n</div>',
      ['2 paragraph: One two', '4 paragraph: three'],
    ],
    [
      'links and code by what they show',
      '[One](two.md) `three` ![four](five.png) \\*six\\*',
      ['1 paragraph: One three *six*'],
    ],
  ])('holds %s', (_, markdown, expected) => {
    expect(proseOf(markdown)).toEqual(expected);
  });

  test.each([
    ['code', '```\ncode\n```\n\n    code'],
    ['comments', '<!-- one\n\ntwo -->'],
    ['footnotes and definitions', 'x[^1]\n\n[^1]: Note.\n[a]: b.md'],
    ['headings, rules and pictures', '# One\n\n***\n\n![alt](a.png)'],
  ])('leaves out %s', (_, markdown) => {
    expect(proseOf(markdown).filter((each) => each !== '1 paragraph: x')).toEqual([]);
  });

  test('knows the headings above it, outermost first', () => {
    const { prose } = parseMarkdown('## One {#x}\n\na\n\n### *Two*\n\nb\n\n## Three\n\nc', 'articles/en/a/b.md');
    expect(prose.map(({ headings }) => headings)).toEqual([['One'], ['One', 'Two'], ['Three']]);
  });
});
