import { describe, expect, test } from 'vitest';
import { convert, markdownOf } from './convert.ts';

describe('HTML becomes Markdown', () => {
  test.each<[name: string, html: string, markdown: string]>([
    ['a list in a list', '<ul><li>One<ol><li>Two</li><li>Three</li></ol></li></ul>', '- One\n  1. Two\n  2. Three'],
    ['a numbered list that starts at three', '<ol start="3"><li>Three</li><li>Four</li></ol>', '3. Three\n4. Four'],
    ['words beside the items of a list', '<ul>One &lt;script&gt;<li>Two</li></ul>', '- One \\<script>\n\n  Two'],
    [
      'code with its language',
      '<pre><code class="language-js">let a = 1;\n\nlet b = 2;</code></pre>',
      '```js\nlet a = 1;\n\nlet b = 2;\n```',
    ],
    [
      'a table with a header',
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
      '| A | B |\n| - | - |\n| 1 | 2 |',
    ],
    [
      'a table whose first row is bold',
      '<table><tr><td><b>A</b></td><td><strong>B</strong></td></tr><tr><td>1</td><td>2</td></tr></table>',
      '| A | B |\n| - | - |\n| 1 | 2 |',
    ],
    [
      'paragraphs in a table cell',
      '<table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p><p>2</p></td><td>3</td></tr></table>',
      '| A | B |\n| - | - |\n| 1<br>2 | 3 |',
    ],
    [
      'a list in a table cell',
      '<table><tr><th>A</th><th>B</th></tr><tr><td><ol><li>x</li><li>y</li></ol></td><td>3</td></tr></table>',
      '| A | B |\n| - | - |\n| 1. x<br>2. y | 3 |',
    ],
    [
      'a table of one cell, which was layout',
      '<table><tr><td><p>Only <em>this</em></p></td></tr></table>',
      'Only _this_',
    ],
    ['ten thousand links that lead nowhere', `<p>One${'<a>'.repeat(10_000)}two</p>`, 'Onetwo'],
    [
      'keys',
      '<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, then x<sup>2</sup></p>',
      'Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, then x<sup>2</sup>',
    ],
    [
      'keys in a list item without a paragraph',
      '<ol><li>Press <kbd>F1</kbd> for x<sup>2</sup>.</li><li>See <a id="here"></a>this</li></ol>',
      '1. Press <kbd>F1</kbd> for x<sup>2</sup>.\n2. See this',
    ],
    ['code of white space alone', '<p>Press<code> </code><br><b>O</b>K<code></code></p>', 'Press\\\n**O**K'],
    ['code spans side by side', '<p>Run <code>make</code><code>all</code> now</p>', 'Run `makeall` now'],
    ['struck words side by side', '<p>In <s>t</s><s>w</s>o days</p>', 'In ~~tw~~o days'],
    ['bold in struck words side by side', '<p><s>In <b>t</b></s><s><b>w</b>o</s> days</p>', '~~In **tw**o~~ days'],
    ['an emptied link in running text', '<p>See<a href="https://x.example/"> </a>this page</p>', 'See this page'],
    ['keys in a block without a paragraph', '<div>Press <kbd>F1</kbd> twice</div>', 'Press <kbd>F1</kbd> twice'],
    ['a callout of Zendesk', '<div class="callout callout--warning"><p>Careful</p></div>', '> [!WARNING]\n> Careful'],
    ['a callout of Help Scout', '<section class="callout-blue">Know this</section>', '> [!NOTE]\n> Know this'],
    ['a callout of a theme', '<div class="alert alert-danger" role="alert">Stop</div>', '> [!CAUTION]\n> Stop'],
    [
      'a collapsible answer',
      '<details><summary>Why?</summary><p>Because.</p></details>',
      '<details>\n\n<summary>Why?</summary>\n\nBecause.\n\n</details>',
    ],
    ['bold text by style', '<p><span style="font-weight: 700">Bold </span>text</p>', '**Bold** text'],
    ['a placeholder in angle brackets', '<p>Type &lt;port&gt; here</p>', 'Type \\<port> here'],
    ['a line that looks like a directive', '<p>:::note</p>', '\\:::note'],
    [
      'text that looks like Markdown',
      '<p>* not a list, _not_ italic, # not a heading</p>',
      '\\* not a list, _not_ italic, # not a heading'.replace('_not_', '\\_not\\_'),
    ],
  ])('%s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  test('a heading keeps the anchor that old links use, unless it is the one it gets anyway', () => {
    expect(
      markdownOf(
        '<h2 id="h_01ABC">First steps</h2><h2 id="second-step">Second step</h2><h2><a name="third"></a>Three</h2>',
      ),
    ).toBe('## First steps {#h_01ABC}\n\n## Second step\n\n## Three {#third}');
  });

  test('a link to an anchor amid text leads to the heading above it', () => {
    expect(markdownOf('<h2>Top part</h2><p id="here">Text</p><p><a href="#here">go</a></p>')).toContain(
      '[go](#top-part)',
    );
  });

  test('headings move below the title, and the title is not said twice', () => {
    expect(markdownOf('<h1>Title</h1><p>x</p><h1>Part</h1><h2>Detail</h2>')).toBe('x\n\n## Part\n\n### Detail');
  });

  test('an empty link laid over a card goes around the text of the card', () => {
    expect(markdownOf('<div><a href="https://example.com/"></a><span>Read more</span></div>')).toBe(
      '[Read more](https://example.com/)',
    );
  });
});

describe('What an article may not carry', () => {
  test('scripts, styles and event handlers are gone, and the script is named', () => {
    const { markdown, notes } = convert('<p onclick="x()">Text</p><script>alert(1)</script><style>p{}</style>');
    expect(markdown.trim()).toBe('Text');
    expect(notes).toEqual([{ level: 'lost', kind: 'script-removed', detail: 'a script element was removed' }]);
  });

  test('a frame of another site becomes a link to what it shows', () => {
    const { markdown, notes } = convert(
      '<p>See <iframe title="Tour" src="//www.loom.com/embed/abc"></iframe> too.</p>',
    );
    expect(markdown.trim()).toBe('See [Tour](https://www.loom.com/embed/abc) too.');
    expect(notes).toEqual([
      { level: 'changed', kind: 'embed-to-link', detail: 'iframe became a link to https://www.loom.com/embed/abc' },
    ]);
  });

  test('hidden words become keywords', () => {
    const { markdown, keywords } = convert('<p>Shown</p><p style="display: none">Tags: port, COM3</p>');
    expect(markdown.trim()).toBe('Shown');
    expect(keywords).toEqual(['port', 'COM3']);
  });

  test('a note for staff is removed', () => {
    expect(
      markdownOf('<p>Public</p><section class="private-note"><p>Refund up to 500 without asking</p></section>'),
    ).toBe('Public');
  });

  test('a link that runs code becomes plain text, and says so', () => {
    const { markdown, notes } = convert('<p><a href="javascript:alert(1)">click</a></p>');
    expect(markdown.trim()).toBe('click');
    expect(notes[0]?.detail).toBe('a link to javascript:alert(1), a scheme that pages may not use, became plain text');
  });

  test('a cell that claims to span a billion columns does not make a table that wide', () => {
    expect(
      markdownOf('<table><tr><td colspan="1000000000" rowspan="1000000000">a</td><td>b</td></tr></table>').length,
    ).toBeLessThan(2000);
  });
});

describe('Images', () => {
  test('a missing image leaves its alternative text and is named', () => {
    const { markdown, notes } = convert('<p><img src="gone.png" alt="The red button"></p>');
    expect(markdown.trim()).toBe('_The red button_');
    expect(notes[0]).toEqual({
      level: 'lost',
      kind: 'image-missing',
      detail: 'gone.png is not among the files; its alternative text stands in its place',
    });
  });

  test('an image on another site becomes a link, because pages load nothing from elsewhere', () => {
    expect(markdownOf('<p><img src="https://cdn.example.com/a/b.png" alt="Menu"></p>')).toBe(
      '[Menu](https://cdn.example.com/a/b.png)',
    );
  });

  test('a downloaded image is shown from the folder of images', () => {
    const downloads = new Map([['https://cdn.example.com/b.png', 'images/b-1a2b.png']]);
    expect(markdownOf('<img src="https://cdn.example.com/b.png" alt="Menu">', 'html', { downloads })).toBe(
      '![Menu](../../../images/b-1a2b.png)',
    );
  });

  test('an image written into the text becomes a file', () => {
    const { markdown, inlineImages } = convert('<img alt="Dot" src="data:image/png;base64,iVBORw0KGgo=">');
    expect(markdown.trim()).toMatch(/^!\[Dot\]\(\.\.\/\.\.\/\.\.\/images\/inline-[0-9a-f]{10}\.png\)$/);
    expect(inlineImages).toMatchObject([{ base64: 'iVBORw0KGgo=' }]);
  });

  test('a path that climbs out of the source finds no file', () => {
    const files = new Map([['etc/passwd.png', { file: 'etc/passwd.png', name: 'passwd.png' }]]);
    expect(convert('<img src="../../../../../outside/secret.png" alt="x">', 'html', { files }).images).toEqual([]);
  });
});

describe('Links', () => {
  const targets = new Map([
    ['zendesk:article:360000000102', { kind: 'article' as const, id: '360000000102' }],
    ['zendesk:section:77', { kind: 'category' as const, slug: 'billing' }],
  ]);

  test.each([
    ['its whole old address', 'https://help.example.com/hc/en-us/articles/360000000102-Old-title', 'id:360000000102'],
    ['an address with an anchor', '/hc/de/articles/360000000102#step-2', 'id:360000000102#step-2'],
    ['an address without language', '/hc/articles/360000000102', 'id:360000000102'],
    ['a section', '/hc/en-us/sections/77-Billing', '/help/en/billing/'],
    ['an article that did not come along', '/hc/en-us/articles/999', 'https://help.example.com/hc/en-us/articles/999'],
    ['another site', 'https://example.org/hc/en-us/articles/5', 'https://example.org/hc/en-us/articles/5'],
    ['a mail address', 'mailto:help@example.com', 'mailto:help@example.com'],
  ])('a link to %s', (_name, href, expected) => {
    expect(markdownOf(`<p><a href="${href}">x</a></p>`, 'html', { targets, origin: 'https://help.example.com' })).toBe(
      `[x](${expected})`,
    );
  });

  test('a link to an anchor that the article does not have becomes text', () => {
    const { markdown, notes } = convert('<p><a href="#nowhere">x</a></p>');
    expect(markdown.trim()).toBe('x');
    expect(notes[0]?.detail).toBe('a link to #nowhere, which this article does not have, became plain text');
  });
});
