/** Directives that cannot be put in, each within a line. */
const DIRECTIVES = [
  ':snippet{nowhere}',
  ':snippet{}',
  ':snippet{name=good}',
  ':snippet{good days=3}',
  ':snippet{needs}',
  ':snippet{needs what=":var{nowhere}"}',
  ':snippet{__proto__}',
  ':snippet{constructor}',
  ':snippet{good __proto__=1}',
  ':snippet{good .class}',
  ':snippet{Good}',
  ':snippet{blocks}',
  ':snippets{good}',
  ':Snippet{good}',
  ':var{nowhere}',
  ':var{}',
  ':var{__proto__}',
  ':var{toString}',
  ':var{hasOwnProperty}',
  ':var{Price}',
  ':var{가격}',
  ':var{price.eur}',
  ':var{price=1}',
  ':var{"price"}',
  ':Var{price}',
  ':variable{price}',
  ':var{price',
  ':var{<script>alert(1)</script>}',
  `:var{${'x'.repeat(5000)}}`,
];

/** Where they stand: the text around them, and the line of it on which they are. */
export const places: Record<string, [text: (directive: string) => string, line: number]> = {
  alone: [(one) => one, 0],
  sentence: [(one) => `It costs ${one} a month.`, 0],
  'second line': [(one) => `First.\n\nIt costs\n${one}.`, 3],
  list: [(one) => `- ${one}`, 0],
  'nested list': [(one) => `1. One\n\n   - ${one}`, 2],
  quote: [(one) => `> ${one}`, 0],
  heading: [(one) => `## From ${one}`, 0],
  bold: [(one) => `**${one}**`, 0],
  link: [(one) => `[${one}](pause.md)`, 0],
  table: [(one) => `| a |\n|---|\n| ${one} |`, 2],
  details: [(one) => `:::details[More]\n\n${one}\n\n:::`, 2],
  footnote: [(one) => `A.[^1]\n\n[^1]: ${one}`, 2],
};

/** Directives with good names where nothing is put in. */
const MISPLACED = [
  '`:var{price}`',
  '```\n:var{price}\n```',
  '    :var{price}',
  '<b title=":var{price}">x</b>',
  '<!-- :var{price} -->',
  '[x](:var{price})',
  '[x](pause.md ":var{price}")',
  '![:var{price}](../billing/images/button.svg)',
  'Price::var{price}',
  'Text ::snippet{good} text.',
  'a::snippet{good}',
  ':::snippet{good}\n:::',
];

/** Every directive in every place. */
export function directives(around: typeof places): { text: string; line: number; what: string }[] {
  const all = DIRECTIVES.flatMap((one) =>
    Object.entries(around).map(([place, [text, line]]) => ({
      text: text(one),
      line,
      what: `${one.slice(0, 40)}, ${place}`,
    })),
  );
  // In a cell of a table, a line that ends before the brace does ends the cell, too.
  const misplaced = MISPLACED.map((text) => ({ text, line: text.startsWith('```') ? 1 : 0, what: text }));
  return [...all, ...misplaced];
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** Files of snippets that cannot be used, and the line on which each is wrong. */
export const brokenFiles: { name: string; bytes: Uint8Array; line: number }[] = [
  ['en/utf-16', bytes([0xff, 0xfe, 65, 0]), 1],
  ['en/latin-1', bytes('Text.\n\nCaf', [0xe9], '.\n'), 3],
  ['en/half-a-letter', bytes('Text.\n', [0xed, 0xa0, 0x80]), 2],
  ['en/binary', bytes('Text.\n\n', [0]), 3],
  ['en/megabyte', bytes('x'.repeat(1024 * 1024 + 1)), 1],
  ['en/empty', bytes(''), 1],
  ['en/white', bytes('\n \n\t\n'), 1],
  ['en/bom-alone', bytes([0xef, 0xbb, 0xbf]), 1],
  ['en/unclosed', bytes('---\nparameters: { a: 1 }\n\nText.\n'), 1],
  ['en/windows-unclosed', bytes('---\r\nparameters: { a: 1 }\r\n\r\nText.\r\n'), 1],
  ['en/list', bytes('---\nparameters: [a, b]\n---\n\nText.\n'), 2],
  ['en/text', bytes('---\nparameters: days\n---\n\nText.\n'), 2],
  ['en/nested', bytes('---\nparameters:\n  days: { a: 1 }\n---\n\nText.\n'), 3],
  ['en/capital', bytes('---\nparameters:\n  Days: 1\n---\n\nText.\n'), 3],
  ['en/not-a-number', bytes('---\nparameters:\n  days: .nan\n---\n\nText.\n'), 3],
  ['en/prototype', bytes('---\nparameters:\n  __proto__: { polluted: true }\n---\n\nText.\n'), 3],
  ['en/unknown-field', bytes('---\nparameter: { a: 1 }\n---\n\nText.\n'), 2],
  ['en/itself', bytes('---\nparameters: &a { a: *a }\n---\n\nText.\n'), 2],
  ['en/bomb', bytes(bomb(), 'Text.\n'), 2],
  ['en/deep-yaml', bytes(`---\n${'- '.repeat(3000)}\n---\n\nText.\n`), 2],
  ['en/quotes', bytes(`Text.\n\n${'> '.repeat(2000)}\n`), 3],
  ['en/elements', bytes(`${'<b>'.repeat(500)}x\n`), 1],
  ['en/never-put-in', bytes('Text.\n'), 1],
  ['en/With Spaces', bytes('Text.\n'), 1],
  ['en/Capital', bytes('Text.\n'), 1],
  ['en/dots.in.it', bytes('Text.\n'), 1],
  ['en/한국어', bytes('Text.\n'), 1],
  ['en/__proto__', bytes('Text.\n'), 1],
  ['en/-hyphen', bytes('Text.\n'), 1],
  ['en/1', bytes('Text.\n'), 1],
  [`en/${'long'.repeat(20)}`, bytes('Text.\n'), 1],
  ['en/folder/name', bytes('Text.\n'), 1],
  ['no-folder', bytes('Text.\n'), 1],
  ['xx/unknown-locale', bytes('Text.\n'), 1],
].map(([name, content, line]) => ({
  name: `snippets/${name as string}.md`,
  bytes: content as Uint8Array,
  line: line as number,
}));

/** Lists of lists by aliases: nine to the power of nine entries, were they written out. */
function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `a${at + 1}: &b${at + 1} [${Array.from({ length: 9 }, () => `*b${at}`).join(', ')}]`,
  );
  return `---\na0: &b0 [x]\n${levels.join('\n')}\n---\n\n`;
}

/** Snippets that hold each other in a ring. */
export function rings(length: number): [name: string, text: string][] {
  const name = (at: number): string => `ring-${length}-${String.fromCharCode(97 + (at % length))}`;
  return Array.from({ length }, (_, at) => [name(at), `Text.\n\n::snippet{${name(at + 1)}}\n`]);
}
