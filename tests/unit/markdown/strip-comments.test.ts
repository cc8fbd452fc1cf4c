import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripComments } from '../../../src/markdown/strip-comments.ts';

test.each([
  ['a block', 'One.\n\n<!-- note -->\n\nTwo.', 'One.\n\n\n\nTwo.'],
  ['within a line', 'Press it <!-- note --> twice.', 'Press it  twice.'],
  ['over several lines', 'One.\n\n<!--\nnote\n\nmore\n-->\n\nTwo.', 'One.\n\n\n\nTwo.'],
  ['one that never ends', 'One.\n\n<!-- note\n\nmore', 'One.\n\n'],
  ['within HTML', '<div><!-- note --><b>Two</b></div>', '<div><b>Two</b></div>'],
])('a comment is taken out: %s', (_, markdown, expected) => {
  expect(stripComments(markdown)).toBe(expected);
});

test.each(['`<!-- code -->`', '```html\n<!-- code -->\n```', '    <!-- code -->', 'No comment.', '\\<!-- text -->'])(
  'what only looks like one stays: %s',
  (markdown) => {
    expect(stripComments(markdown)).toBe(markdown);
  },
);

test('text of any kind is read without throwing, and never grows', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom('<!--', '-->', '<b>', '`', '\n', 'a', '> ', '- ', '```', '\\'))
        .map((parts) => parts.join('')),
      (text) => stripComments(text).length <= text.length,
    ),
  );
});
