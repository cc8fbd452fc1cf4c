import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markupOf } from '../../../src/agents/citation.ts';
import { composeReply, replyContent } from '../../../src/agents/reply.ts';

const words = { greeting: 'Hi {customer},', closing: 'Ride well,\nYour Larkride crew' };
const refund = {
  title: 'Refunds',
  section: 'How long it takes',
  url: 'https://h.example/a/refunds/#how-long',
  passage: 'A refund takes five days. After that it is …',
};
const cancel = {
  title: 'Cancel <now> & [here]',
  section: '',
  url: 'https://h.example/a/cancel/',
  passage: 'In the app:\n1. Open Plan.\n2. Tap *Cancel*.',
};

describe('a reply', () => {
  it('says each answer with its permanent link, between greeting and closing', () => {
    expect(composeReply([refund, cancel], words, 'text')).toBe(
      [
        'Hi {customer},',
        'A refund takes five days.\nRefunds – How long it takes\nhttps://h.example/a/refunds/#how-long',
        'In the app:\n1. Open Plan.\n2. Tap *Cancel*.\nCancel <now> & [here]\nhttps://h.example/a/cancel/',
        'Ride well,\nYour Larkride crew',
      ].join('\n\n'),
    );
  });

  it('says an answer to two questions once', () => {
    expect(composeReply([refund, cancel, refund], words, 'text')).toBe(composeReply([refund, cancel], words, 'text'));
  });

  it('is Markdown with lists, links and signs that mean nothing', () => {
    expect(composeReply([cancel], words, 'markdown')).toBe(
      [
        'Hi {customer},',
        'In the app:\n\n1. Open Plan.\n2. Tap \\*Cancel\\*.',
        '[Cancel \\<now\\> \\& \\[here\\]](https://h.example/a/cancel/)',
        'Ride well,  \nYour Larkride crew',
      ].join('\n\n'),
    );
  });

  it('is rich text with lists, and each answer’s name as its link', () => {
    const text = composeReply([refund, cancel], words, 'rich');
    const content = replyContent(text.replace('{customer}', 'Ada'), [refund, cancel], 'rich', 'ltr');
    expect(content.text).toContain('Hi Ada,\n\nA refund');
    expect(content.html).toBe(
      [
        '<p>Hi Ada,</p>',
        '<p>A refund takes five days.<br><a href="https://h.example/a/refunds/#how-long">Refunds – How long it takes</a></p>',
        '<p>In the app:</p><ol><li>Open Plan.</li><li>Tap *Cancel*.</li></ol>',
        '<p><a href="https://h.example/a/cancel/">Cancel &lt;now&gt; &amp; [here]</a></p>',
        '<p>Ride well,<br>Your Larkride crew</p>',
      ].join(''),
    );
  });

  it('keeps the links of an edited rich text, and makes links of addresses that the agent wrote', () => {
    const edited =
      'Dear Ada,\nsee https://h.example/a/cancel/.\n\nMy own words\nhttps://h.example/a/refunds/#how-long\n\n3. Then wait.';
    expect(replyContent(edited, [refund, cancel], 'rich', 'ltr').html).toBe(
      '<p>Dear Ada,<br>see <a href="https://h.example/a/cancel/">https://h.example/a/cancel/</a>.</p>' +
        '<p>My own words<br><a href="https://h.example/a/refunds/#how-long">https://h.example/a/refunds/#how-long</a></p>' +
        '<ol start="3"><li>Then wait.</li></ol>',
    );
  });

  it('runs from right to left in languages that do', () => {
    expect(replyContent('مرحبًا', [], 'rich', 'rtl').html).toBe('<div dir="rtl"><p>مرحبًا</p></div>');
  });

  it.each([
    ['Hi {customer},\nwelcome', 'Hi,\nwelcome'],
    ['您好，{customer}：', '您好：'],
    ['{customer}，您好！', '您好！'],
    ['Hola, {customer}:', 'Hola:'],
    ['Hello Ada,', 'Hello Ada,'],
  ])('with no name for "%s" says "%s"', (written, said) => {
    expect(replyContent(written, [], 'text', 'ltr').text).toBe(said);
  });

  it('is written as the answers are copied', () => {
    expect((['link', 'rich', 'markdown', 'text', 'passage', 'quote'] as const).map(markupOf)).toEqual([
      'text',
      'rich',
      'markdown',
      'text',
      'text',
      'text',
    ]);
  });
});

/** What hostile titles and passages are made of, among words. */
const piece = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"',
  "'",
  '&lt;',
  '](javascript:alert(1))',
  '![a](b)',
  '**',
  '__',
  '`',
  '\\',
  '# ',
  '- ',
  '> ',
  '1. ',
  '1) ',
  '<b>',
  'javascript:alert(1)',
  'https://evil.example/"onclick="x',
  '|',
  '~~~',
  '===',
  '환불',
  '退款。',
  'استرداد',
  'refund',
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' '));
const hostileCitation = fc.record({
  title: hostile,
  section: hostile,
  url: fc.constantFrom('https://h.example/a/one/', 'https://h.example/a/two/#x'),
  passage: fc.array(hostile, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
});

describe('a reply of hostile titles and passages', () => {
  it('has no element in its rich text but its own, and no address but http ones', () => {
    fc.assert(
      fc.property(fc.array(hostileCitation, { maxLength: 3 }), (citations) => {
        const { html = '' } = replyContent(composeReply(citations, words, 'rich'), citations, 'rich', 'ltr');
        const bare = html
          .replace(/<a href="https?:\/\/[^"<>\s]*">/g, '')
          .replace(/<\/?(?:p|ol|ul|li|a)>|<br>|<ol start="\d{1,3}">/g, '');
        expect(bare).not.toMatch(/[<>]/);
      }),
    );
  });

  it('has no link in its Markdown but its own, no image, no code and no HTML', () => {
    const parser = unified().use(remarkParse);
    interface Node {
      type: string;
      url?: string;
      children?: Node[];
    }
    const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
    fc.assert(
      fc.property(fc.array(hostileCitation, { maxLength: 3 }), (citations) => {
        const nodes = all(parser.parse(composeReply(citations, words, 'markdown')) as Node);
        const types = new Set(nodes.map(({ type }) => type));
        for (const type of ['html', 'image', 'code', 'inlineCode', 'heading', 'blockquote', 'strong', 'thematicBreak'])
          expect(types).not.toContain(type);
        for (const { type, url } of nodes) if (type === 'link') expect(citations.map((one) => one.url)).toContain(url);
      }),
    );
  });
});
