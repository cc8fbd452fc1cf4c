import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchesGlob } from '../../../../scripts/lib/import/sources/dialect/globs.ts';
import { readFields } from '../../../../scripts/lib/import/sources/markdown/front-matter-fields.ts';
import { sourceTree } from '../../../../scripts/lib/import/sources/markdown/source-tree.ts';
import type { Note } from '../../../../scripts/lib/import/sources/source.ts';
import { readVitepressConfig } from '../../../../scripts/lib/import/sources/vitepress/config.ts';
import { expandPage } from '../../../../scripts/lib/import/sources/vitepress/expand.ts';
import { linesOf, partBelow, regionOf } from '../../../../scripts/lib/import/sources/vitepress/regions.ts';
import { importSite } from '../../../support/import/import-site.ts';
import { convert } from './convert.ts';

describe('A site of VitePress', () => {
  let site: Awaited<ReturnType<typeof importSite>>;
  beforeAll(async () => {
    site = await importSite('vitepress-site');
  });

  test('every page comes out as its readers saw it, with its place, its old address and its links', () => {
    expect(site.report.source).toEqual({ kind: 'vitepress', locales: ['en', 'de'], articles: 10, drafts: 0 });
    expect(site.articles).toEqual(site.expected);
  });

  test('what is no page is named', () => {
    expect(site.skipped).toEqual([
      'README.md: a file about the repository',
      'docs/.vitepress/config.mts: a .mts file, no page',
      'docs/.vitepress/reference.ts: a .ts file, no page',
      'docs/drafts/idea.md: the site’s settings leave it out',
      'docs/parts/deep.md: a part that pages include',
      'docs/parts/safety.md: a part that pages include',
      'docs/parts/ways.md: a part that pages include',
      'docs/reference/[error].md: a form that a program made pages with',
      'docs/reference/[error].paths.js: a .js file, no page',
      'docs/snippets/setup.js: a .js file, no page',
      'docs/guide/plan.json: no article shows it or links to it',
      'package.json: no article shows it or links to it',
    ]);
  });

  test('what cannot be carried over is named', () => {
    expect(['start-here', 'callouts', 'code', 'vue'].map((name) => site.notes(`docs/guide/${name}.md`))).toEqual([
      [
        '../parts/gone.md, which it includes, is not among the files',
        'a link to ./nowhere.md, which is not among the imported files, became plain text',
      ],
      [':::sponsors, which means nothing here, became the text in it'],
      [
        '@/snippets/gone.ts, whose code it shows, is not among the files',
        'lines of js that were marked as added or removed have + and - before them',
        '{{ cups }} was worked out by the running site; it stands in the text as written',
        '1 formula stands as it was written, in TeX',
      ],
      [
        'front matter that Signpost has no use for: cups',
        '{{ count }} was worked out by the running site; it stands in the text as written',
        '<Timer>, which means nothing here, became the text in it',
        'nothing is known about <Spinner>, and no text stands in it; it is missing',
      ],
    ]);
    expect(['index', 'reference/settings', 'reference/errors'].map((name) => site.notes(`docs/${name}.md`))).toEqual([
      [],
      [],
      [],
    ]);
  });
});

test('A language whose folder the addresses leave out pairs with the others, and its menu is found in functions', async () => {
  const site = await importSite('vitepress-locales');
  expect(site.report.source).toEqual({ kind: 'vitepress', locales: ['en', 'zh-hans'], articles: 4, drafts: 2 });
  expect(site.articles).toEqual(site.expected);
  expect(site.notes('docs/en/guide/types.md')).toEqual([
    'its layout Fancy is a program of the site; what that shows beside the text is missing',
  ]);
});

test('A site of VuePress is read in the same way, with its own tabs, menus, addresses and landing page', async () => {
  const site = await importSite('vuepress-site');
  expect(site.report.source).toEqual({ kind: 'vitepress', locales: ['en-gb', 'fr'], articles: 6, drafts: 0 });
  expect(site.articles).toEqual(site.expected);
  expect(site.skipped).toEqual([
    'docs/.vuepress/config.js: a .js file, no page',
    'docs/guide/_part.md: a part that pages include',
    'docs/toast.js: a .js file, no page',
  ]);
  expect(site.notes('docs/guide/bread.md')).toEqual([
    '{{ missing }} was worked out by the running site; it stands in the text as written',
    ':::theorem, which means nothing here, became the text in it',
  ]);
});

describe('Parts of files', () => {
  const code = '// #region a\none();\n// #region b\n  two();\n// #endregion b\n// #endregion a\nthree();';

  test.each([
    ['a', 'one();\n  two();'],
    ['b', 'two();'],
    ['c', undefined],
  ])('region %s, without the marks of others', (name, expected) => {
    expect(regionOf(code, name)).toBe(expected);
  });

  test('a region is marked in any language, and one that is not closed goes to the end', () => {
    const marks = [
      '<!-- #region x -->',
      '/* #region x */',
      '# region x',
      '#pragma region x',
      '::#region x',
      '#Region x',
    ];
    expect(marks.map((mark) => regionOf(`no\n${mark}\nyes`, 'x'))).toEqual(marks.map(() => 'yes'));
  });

  test.each([
    ['2,3', 'b\nc'],
    [',2', 'a\nb'],
    ['3,', 'c\nd'],
    ['2-3', 'b\nc'],
    ['', 'a\nb\nc\nd'],
  ])('lines {%s}', (range, expected) => {
    expect(linesOf('a\nb\nc\nd', range)).toBe(expected);
  });

  test('what stands below a heading goes to the next one as high', () => {
    const text = '# Top\n\n## One Two\n\nx\n\n### Deep\n\ny\n\n## Next {#n}\n\nz';
    expect(partBelow(text, 'one-two')).toBe('\nx\n\n### Deep\n\ny\n');
    expect(partBelow(text, 'n')).toBe('\nz');
    expect(partBelow(text, 'none')).toBeUndefined();
  });
});

test.each([
  ['drafts/**', 'drafts/deep/a.md', true],
  ['**/TODO.md', 'TODO.md', true],
  ['**/TODO.md', 'a/b/TODO.md', true],
  ['*.md', 'a/b.md', false],
  ['./{a,b}/*.md', 'b/x.md', true],
  ['(a|b).md', 'c.md', false],
  ['a?c*e.md', 'abcdde.md', true],
  ['**/**/**/x', 'a/b/c/y', false],
])('the pattern %s on the path %s', (pattern, path, expected) => {
  expect(matchesGlob(path, pattern)).toBe(expected);
});

/** Pieces of the dialect, and the words of each that readers saw. */
const pieces: [string, string][] = [
  ['Plain **words** here.', 'words here'],
  ['::: tip Titled `code`\nBodyone.\n:::', 'Titled code Bodyone'],
  [':::: warning\n::: details Inner {open}\nDeepword.\n:::\n::::', 'Inner Deepword'],
  ['- item\n\n  ::: danger\n  Listed.\n  :::', 'item Listed'],
  [':::tabs\n== Linux\nPenguin.\n== Mac\nApple.\n:::', 'Linux Penguin Mac Apple'],
  ['::: code-group\n\n```js [First]\none()\n```\n\n```js [Second]\ntwo()\n```\n\n:::', 'First one Second two'],
  ['```ts{1,2}:line-numbers\nconst focus = 1 // [!code focus]\n```', 'const focus'],
  ['```js\nold() // [!code --]\nfresh() // [!code ++]\n```', 'old fresh'],
  ['<<< @/snippets/setup.js#setup', 'function setup kettle boil'],
  ['<!--@include: ../parts/safety.md-->', 'Hot Steam burns Keep children away'],
  ['<Badge type="tip" text="Badged" /> after', 'Badged after'],
  ['<Unknown title="Given">\n\nSlotted **text**.\n\n</Unknown>', 'Given Slotted text'],
  ['<div v-if="x" :class="y">\n\nBoxed.\n\n</div>', 'Boxed'],
  ['Sum {{ 1 + 1 }} and {{ count }} left.', 'Sum 2 count left'],
  ['<span v-pre>{{ raw }}</span> braces', 'raw braces'],
  ['## Heading {#own}', 'Heading'],
  ['[[toc]]', ''],
  ['> [!TIP] Alerted\n> Quoted.', 'Alerted Quoted'],
  ['`{{ inline }}` and `<Tag>`', 'inline Tag'],
  [
    '```vue\n<script setup>\nconst shown = 1\n</script>\n\n<template>\n<Kettle />\n</template>\n```',
    'setup shown template Kettle',
  ],
  ['<script setup>\nconst hidden = 1\n</script>', ''],
  ['| a | b |\n|---|---|\n| cell <Badge text="two" /> | other |', 'cell two other'],
];

describe('Pages of any pieces', () => {
  const read = async (body: string): Promise<string> => {
    const tree = await sourceTree('tests/fixtures/import/vitepress-site');
    const config = await readVitepressConfig(tree);
    if (!config) throw new Error('the made site was not recognised');
    const notes: Note[] = [];
    const text = await expandPage(
      { file: 'docs/guide/any.md', body, front: {}, fields: readFields({}), notes },
      tree,
      config,
    );
    const { markdown, notes: further } = convert(text, 'markdown');
    return `${markdown}\n${[...notes, ...further].map(({ detail }) => detail).join('\n')}`;
  };

  test('every word that readers saw arrives or is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }), async (some) => {
        const found = await read(some.map(([text]) => text).join('\n\n'));
        for (const word of some.flatMap(([, words]) => words.split(' '))) expect(found).toContain(word);
      }),
      { numRuns: 60 },
    );
  });

  test('elements that a block of code shows stand in it as they are written', async () => {
    const code =
      '```vue\n<script setup>\nconst hidden = 1\n</script>\n\n<template>\n  <Kettle hot />\n</template>\n```';
    expect(
      await read(`Before.\n\n${code}\n\n<Kettle title="Hot" />\n\n- item\n\n  ${code.replaceAll('\n', '\n  ')}`),
    ).toBe(
      `Before.\n\n${code}\n\nHot\n\n- item\n\n  ${code.replaceAll(/\n(?=.)/g, '\n  ')}\n\n<Kettle>, which means nothing here, became the text in it`,
    );
  });

  test('headings keep the address that they had without the words of a component in them', async () => {
    expect(
      await read(
        '## `boil` <Badge text="hot" />\n\nSee [it](#boil).\n\n## Own <Badge text="b" /> {#mine}\n\n## `<Tag/>` in code',
      ),
    ).toBe('## `boil` hot {#boil}\n\nSee [it](#boil).\n\n## Own b {#mine}\n\n## `<Tag/>` in code\n\n');
  });

  test('braces in HTML are shown as code, and a property may have the name of its value', async () => {
    expect(
      await read(
        '<script setup>\nconst members = [{ name: "Ada" }]\n</script>\n\n<div>\n  <p>So <span v-pre>{{ a_b *c* }}</span> and {{ d_e }}.</p>\n</div>\n\n<VPTeamMembers :members />',
      ),
    ).toBe(
      'So `{{ a_b *c* }}` and `{{ d_e }}`.\n\n- **Ada**\n\n{{ d_e }} was worked out by the running site; it stands in the text as written\nraw HTML in the text became Markdown',
    );
  });

  test('damaged ones are read without an error', async () => {
    const whole = pieces.map(([text]) => text).join('\n\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(300), fc.nat(whole.length), async (from, length, cut) => {
        const text = whole.slice(0, cut) + whole.slice(from, from + length) + whole.slice(cut + 7);
        expect(await read(`Firstword ${text}`)).toContain('Firstword');
      }),
      { numRuns: 60 },
    );
  });

  test('signs by the thousand take no time', async () => {
    const start = process.cpuUsage().user;
    for (const sign of [
      '<a ',
      '<A>',
      '</a>',
      '{{',
      '{{ a }}',
      '::: tip\n',
      '== a\n',
      '<!--',
      '<script>',
      '[!code ++]',
      '<<< @/',
      '`',
      '{.a',
      '<!--@include: x-->',
    ])
      await read(`:::tabs\n${sign.repeat(20_000 / sign.length)} word`);
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(20);
  }, 60_000);
});
