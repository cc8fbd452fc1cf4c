import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { looseLinks, mendLooseLinks } from '../../../src/markdown/loose-links.ts';
import { visitSource } from '../../../src/markdown/visit-source.ts';

describe('A loose link becomes one that Markdown reads:', () => {
  test.each([
    ['a picture', '![Photo two](images/my photo.png)', '![Photo two](<images/my photo.png>)'],
    ['an address of the web', '[k](https://example.com/a b)', '[k](<https://example.com/a b>)'],
    ['a mail with a subject', '[l](mailto:a@b.c?subject=Hi there)', '[l](<mailto:a@b.c?subject=Hi there>)'],
    ['a telephone number, whose spaces are for the eye', '[m](tel:+49 30 123)', '[m](tel:+4930123)'],
    ['a text message', '[m](sms:+49 30?body=Hi there)', '[m](<sms:+4930?body=Hi there>)'],
    ['one with parentheses, as copies of files have', '[a](My File (1).pdf)', '[a](<My File (1).pdf>)'],
    ['one with a title', '[a](my file.md "The file")', '[a](<my file.md> "The file")'],
    ['one with a title in the other quotes', "[a](my file.md  'The file')", "[a](<my file.md> 'The file')"],
    ['one with an apostrophe', "[a](Bob's file.md)", "[a](<Bob's file.md>)"],
    ['a picture with a size, which Markdown has not', '![a](b.png =300x200)', '![a](b.png)'],
    ['a picture with a size and spaces', '![a](my b.png =300x)', '![a](<my b.png>)'],
    ['one with an anchor', '[a](my file.md#some part)', '[a](<my file.md#some part>)'],
    ['one to a heading', '[a](#some part)', '[a](<#some part>)'],
    ['a path without an ending', '[a](user guide/first steps)', '[a](<user guide/first steps>)'],
    ['one with an angle bracket in it', '[a](x < y/z.md)', '[a](x%20%3C%20y/z.md)'],
    ['a scheme with a slip', '[a](ht tps://example.com/x)', '[a](https://example.com/x)'],
    ['a loose picture as its text', '[![P](a b.png)](c d.md)', '[![P](<a b.png>)](<c d.md>)'],
    ['a picture as its text', '[![P](b.png)](c d.md)', '[![P](b.png)](<c d.md>)'],
    ['code in its text', '[`a](b c.md)` x](d e.md)', '[`a](b c.md)` x](<d e.md>)'],
    ['emphasis in its text', '[*a* and **b**](c d.md)', '[*a* and **b**](<c d.md>)'],
    ['brackets in its text', '[a [b] c](d e.md)', '[a [b] c](<d e.md>)'],
    ['a text over two lines', '> See [the\n> page](c d.md).', '> See [the\n> page](<c d.md>).'],
    ['its address as its text', '[https://a.b/c d](https://a.b/c d)', '[https://a.b/c d](<https://a.b/c d>)'],
    ['a text that is a label, too', '[k](c d.md)\n\n[k]: /x', '[k](<c d.md>)\n\n[k]: /x'],
    ['in a table', '| a |\n| - |\n| [b](c d.md) |', '| a |\n| - |\n| [b](<c d.md>) |'],
    ['in a heading', '## See [b](c d.md)', '## See [b](<c d.md>)'],
    ['two in a line', '[a](b c.md), [d](e f.md)', '[a](<b c.md>), [d](<e f.md>)'],
    ['a definition', 'See [a][b].\n\n[b]: c d.md "T"\n[e]: f.md', 'See [a][b].\n\n[b]: <c d.md> "T"\n[e]: f.md'],
  ])('%s', (_, written, mended) => expect(mendLooseLinks(written)).toBe(mended));

  test.each([
    ['a proper link', '[a](b.md "c d") [e](<f g.md>) [h](i%20j.md) ![k]( l.png )'],
    ['code', '`[a](b c.md)`\n\n```\n[a](b c.md)\n```\n\n    [a](b c.md)'],
    ['HTML', '<p>\n[a](b c.md)\n</p>\n\n<!-- [a](b c.md) -->'],
    ['prose in brackets', 'Call `f` as f[0](a, b), or list[first](not yet). [1](see above)'],
    ['brackets with a space between', '[a] (b c.md)'],
    ['escaped brackets', '\\[a](b c.md) [a\\](b c.md)'],
    ['an address over two lines', '[a](b\nc.md)'],
    ['a link in a link', '[a [b](c.md) d](e f.md)'],
    ['a footnote', 'a[^1](b c.md)\n\n[^1]: see b c.md'],
    ['a line that defines what nothing uses', '[Note]: see docs/read me.md'],
    ['what a template fills in', '[a]({{< relref "b/c.md" >}}) [d]({% link e.md %}) [f]({{ site.url }}/g h.md)'],
    ['a title alone', '[a]("b c")'],
  ])('but not %s', (_, text) => expect([looseLinks(text), mendLooseLinks(text)]).toEqual([[], text]));
});

const addresses = (markdown: string): string[] => {
  const found: string[] = [];
  visitSource(markdown, ['link', 'image', 'definition'], (node: Extract<Nodes, { url: string }>) => {
    found.push(node.url);
  });
  return found;
};

test('A loose link is told with its place, its address and its mend', () => {
  const [link] = looseLinks('See\n![P](my photo.png "T").');
  expect(link).toEqual({
    at: 7,
    find: '](my photo.png "T")',
    replace: '](<my photo.png> "T")',
    address: 'my photo.png',
  });
});

test('Mending any text is done at once, changes nothing but addresses, and all of them are read then', () => {
  const part = fc.constantFrom(
    ...[
      '[',
      ']',
      '(',
      ')',
      '](',
      '![',
      ' ',
      '\n',
      '\\',
      '`',
      '<',
      '>',
      '"',
      'a b.md',
      'c/d',
      '#',
      '|',
      '*',
      '[k](x y.md)',
      ']: ',
    ],
    ...['https://a.b/', 'tel:1 2', 'é', '\n\n', '    ', '> ', '- '],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { at, find } of looseLinks(text)) expect(text.slice(at, at + find.length)).toBe(find);
      const mended = mendLooseLinks(text);
      expect(looseLinks(mended)).toEqual([]);
      const bare = (value: string): string => value.replace(/[<>\s]|%20|%3C|%3E/g, '');
      expect(bare(mended)).toBe(bare(text));
    }),
    { numRuns: 3000 },
  );
});

test('Each loose link that stands alone in a text is read to the end of its address', () => {
  const name = fc.stringMatching(/^[a-z0-9é'"(&+,;=@_~-][a-zA-Z0-9é &+,;=@_~-]{0,12} [a-z]{1,9}\.(md|png|pdf)$/u);
  fc.assert(
    fc.property(name, fc.boolean(), (address, picture) => {
      fc.pre(!address.includes('(') && !/["']/.test(address));
      const text = `${picture ? '!' : ''}[A text](${address})`;
      expect(addresses(text)).toEqual([]);
      expect(addresses(mendLooseLinks(text))).toEqual([address]);
    }),
  );
});

test('What hostile hands wrote takes no longer than it is long', { timeout: 5000 }, () => {
  for (const sign of ['[', '](', '[a](', '](a ', '\\', '([', '[a](b c.md', '[a]: ', ']: b c.md\n'])
    expect(looseLinks(sign.repeat(400_000 / sign.length))).toEqual([]);
});
