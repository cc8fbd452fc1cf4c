import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { differences, outlineOf } from '../../../support/import/outline.ts';
import { convert } from './convert.ts';

const writer = unified().use(rehypeStringify);
const element = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

/** A word with signs that Markdown gives a meaning to. Bare addresses are none of them: GitHub's Markdown links each. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('lamp', 'light', 'COM3', 'straße', '灯', '전구', 'naïve') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '*',
      '_',
      '#1',
      '1.',
      '-',
      '+',
      '>',
      '<port>',
      '[x]',
      '(y)',
      '`',
      '|',
      '~~',
      '![',
      '](',
      '\\',
      '&amp;',
      '&',
      'a_b_c',
      '2*3*4',
      ':::',
      'note:this',
      '$5',
      '{{x}}',
      '=',
      '---',
      '***',
    ),
  },
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const plain = words.map(text);
const inline = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 1, arbitrary: words.map((value) => element('strong', [text(value)])) },
  { weight: 1, arbitrary: words.map((value) => element('em', [text(value)])) },
  { weight: 1, arbitrary: words.map((value) => element('code', [text(value)])) },
  {
    weight: 1,
    arbitrary: words.map((value) => element('a', [text(value)], { href: 'https://example.com/a_(b)?c=d&e=*f*' })),
  },
);
/** Runs of text parted by spaces, as editors write them. */
const phrase = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((list) => list.flatMap((one, index) => (index === 0 ? [one] : [text(' '), one])));
const paragraph = phrase.map((children) => element('p', children));
const heading = fc
  .tuple(fc.integer({ min: 2, max: 6 }), words)
  .map(([depth, value]) => element(`h${depth}`, [text(value)]));
const pre = fc
  .array(fc.oneof(words, fc.constantFrom('', '```', '~~~~', '    indented', '# no heading')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((lines) => lines.join('\n').replace(/^\s+|\s+$/g, '') || 'x')
  .map((value) => element('pre', [element('code', [text(value)], { className: ['language-sh'] })]));
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
  fc
    .array(fc.array(phrase, { minLength: columns, maxLength: columns }), { minLength: rows + 1, maxLength: rows + 1 })
    .map(([head = [], ...body]) =>
      element('table', [
        element('thead', [
          element(
            'tr',
            head.map((cell) => element('th', cell)),
          ),
        ]),
        element(
          'tbody',
          body.map((row) =>
            element(
              'tr',
              row.map((cell) => element('td', cell)),
            ),
          ),
        ),
      ]),
    ),
);
const { list } = fc.letrec<{ list: Element; item: Element }>((tie) => ({
  list: fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([kind, items]) => element(kind, items)),
  item: fc
    .tuple(fc.boolean(), phrase, fc.option(tie('list'), { freq: 3, depthIdentifier: 'lists', maxDepth: 3 }))
    .map(([wrapped, start, inner]) =>
      element('li', [...(wrapped ? [element('p', start)] : start), ...(inner ? [inner] : [])]),
    ),
}));
const quote = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((children) => element('blockquote', children));
const body = fc
  .array(fc.oneof(paragraph, paragraph, heading, pre, table, list, quote), { minLength: 1, maxLength: 6 })
  .map((children): Root => ({ type: 'root', children }));

describe('HTML to Markdown and back', () => {
  test('keeps text, headings, links, lists, tables and code', () => {
    fc.assert(
      fc.property(body, (tree) => {
        const html = writer.stringify(tree);
        const { markdown } = convert(html);
        expect(differences(outlineOf(html, 'html'), outlineOf(markdown, 'markdown')), markdown).toEqual([]);
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  test('does not change what it has converted once', () => {
    fc.assert(
      fc.property(body, (tree) => {
        const once = convert(writer.stringify(tree)).markdown;
        expect(convert(once, 'markdown').markdown).toBe(once);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
