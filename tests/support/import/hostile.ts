import fc from 'fast-check';

const sign = fc.constantFrom('<', '>', '&', '"', "'", '`', '*', '_', '[', ']', '(', ')', '{', '}', '#', '|', '\\', '\n', '\r\n', '\t', ' ', ':::', '{{<', '>}}', '---', '+++', '\u0000', '\u202e', '💡', '한', '‮');
const markup = fc.constantFrom('<table>', '<td colspan=9999999 rowspan=9999999>', '<tr>', '</table>', '<ul>', '<li>', '</ul>', '<p>', '<pre>', '<code>', '<a href="', '<a id="x">', '<script>', '</script>', '<style>', '<svg>', '<math>', '<template>', '<select>', '<iframe src=//x>', '<img src="data:image/png;base64,', '<!--', '-->', '<![CDATA[', '<details>', '<summary>', '<blockquote>', '> [!NOTE]', '```', '~~~', '[^1]', '[^1]: ', '![', '](', '<h1 id="a">', '<h2>', '<form>', '<input type=checkbox>', '</p>', '</div>', '<div hidden>', '<frameset>', '<plaintext>', '<noscript>', '<body>', '</html>', '<b><i></b></i>', '<base href=//evil>');

/** Text made of what parsers stumble over. */
export const hostileText: fc.Arbitrary<string> = fc.array(fc.oneof({ weight: 3, arbitrary: markup }, { weight: 3, arbitrary: sign }, fc.string({ unit: 'binary', maxLength: 8 }), fc.lorem({ maxCount: 2 })), { maxLength: 60 }).map((parts) => parts.join(''));

/** One construct, very often: nesting, unclosed brackets, wide tables. */
export const bomb: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('<div>', '<b>', '<a>', '<table><tr><td>', '<ul><li>', '<blockquote>', '<font>', '> ', '- ', '[', '![', '*a ', '_', '`', '~', '|a', '<!--', '&amp', '{{< hint >}}', '((', '](', '<p', '\\', '1. ', '<select><option>', '<svg><g>', '<h2>a', '**a*'), fc.integer({ min: 10, max: 1500 }))
  .map(([piece, times]) => piece.repeat(times));

/** Names and ids that try to leave the folder or to be something else. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('../../../../outside', '..\\..\\outside', '/etc/outside', 'C:\\outside', 'con', 'a\u0000b', '.', '..', '', ' ', '__proto__', 'constructor', 'toString', '%2e%2e%2foutside', '~/outside', 'file:///outside', 'x'.repeat(4000), '‮gnp.exe', '-rf', '$(touch outside)', '한'.repeat(200)),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const oddValue: fc.Arbitrary<unknown> = fc.oneof(hostileName, hostileText, fc.jsonValue({ maxDepth: 2 }), fc.constant(null), fc.integer(), fc.double(), fc.boolean());

/** An export in the form of Zendesk in which any field may hold anything; sections may be their own parents. */
export const hostileZendesk: fc.Arbitrary<unknown> = fc.record({
  articles: fc.array(
    fc.record({ id: fc.oneof(fc.integer({ min: 0, max: 6 }), oddValue), title: oddValue, body: fc.oneof(hostileText, bomb, oddValue), locale: fc.oneof(fc.constant('en-us'), oddValue), section_id: fc.oneof(fc.integer({ min: 0, max: 3 }), oddValue), user_segment_id: fc.oneof(fc.constant(null), oddValue), html_url: fc.oneof(fc.webUrl(), oddValue), label_names: fc.oneof(fc.array(hostileName, { maxLength: 3 }), oddValue), position: oddValue, draft: oddValue, edited_at: oddValue, translations: oddValue }, { requiredKeys: ['id'] }),
    { maxLength: 5 },
  ),
  sections: fc.array(fc.record({ id: fc.integer({ min: 0, max: 3 }), category_id: fc.oneof(fc.integer({ min: 0, max: 2 }), oddValue), parent_section_id: fc.oneof(fc.integer({ min: 0, max: 3 }), oddValue), name: oddValue, locale: oddValue }), { maxLength: 4 }),
  categories: fc.array(fc.record({ id: fc.oneof(fc.integer({ min: 0, max: 2 }), oddValue), name: oddValue, description: oddValue, position: oddValue }), { maxLength: 3 }),
});
