import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertArticle } from '../../../../scripts/lib/import/convert/convert-article.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { pageTitle } from '../../../../scripts/lib/import/sources/markdown/page-title.ts';
import { readMarkdownFolder } from '../../../../scripts/lib/import/sources/markdown/read-markdown-folder.ts';
import type { Note } from '../../../../scripts/lib/import/sources/source.ts';
import { convertHere } from '../../../support/import/convert-here.ts';
import { convert } from './convert.ts';

/** What an import of a fixture writes: each article by the name of its file, and the notes by the file they are about. */
async function imported(name: string): Promise<{ articles: Record<string, string>; notes: Record<string, Note[]> }> {
  const out = await mkdtemp(join(tmpdir(), 'titles-'));
  try {
    const report = await runImport({ from: `tests/fixtures/import/${name}`, out, convert: convertHere });
    const folder = join(out, 'articles/en/general');
    const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
    const articles: Record<string, string> = {};
    for (const file of files) articles[file] = await readFile(join(folder, file), 'utf8');
    const notes = Object.fromEntries(report.changes.map((one) => [one.origin.split('/').at(-1), one.notes]));
    return { articles, notes };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** An article as it is written: the lines of its front matter, and its text. */
function file(fields: string[], text: string): string {
  return `---\n${fields.join('\n')}\n---\n\n${text}\n`;
}

test('Pages without front matter are called what their readers saw as the title', async () => {
  const { articles, notes } = await imported('titles');
  expect(articles).toEqual({
    'how-do-i-update-it.md': file(
      ['title: How do I update it?', 'id: underlined', 'description: Done.'],
      '```sh\n# fetch the file\nlumen update\n```\n\nDone.',
    ),
    'lumen-go.md': file(['title: Lumen Go', 'id: html', 'description: A lamp to carry.'], 'A lamp to carry.'),
    'read-the-list-of-lamps.md': file(
      ['title: Read the list of lamps', 'id: after-code', 'description: Each has a line.'],
      '```sh\n# not the title\nlumen list\n```\n\n## Read the **list** of [lamps](https://lumen.example/lamps) {#list}\n\nEach has a line.',
    ),
    'turn-it-off.md': file(['title: Turn it off', 'id: closed', 'description: Press twice.'], 'Press twice.'),
  });
  expect(Object.keys(notes)).toEqual(['after-code.md']);
});

test('Front matter is read as its authors meant it, and each line that says otherwise is named', async () => {
  const { articles, notes } = await imported('front-matter');
  expect(articles).toEqual({
    '1-reason-for-flicker.md': file(
      ['title: "#1 reason for flicker"', 'id: hash', 'description: Push it in.'],
      '## A loose plug\n\nPush it in.',
    ),
    '20-off-in-may.md': file(
      ['title: 20% off in May', 'id: percent', 'description: "%-codes for each lamp."'],
      'Type the code.',
    ),
    '4-10.md': file(['title: "4.10"', 'id: number', 'description: What is new.'], 'What is new.'),
    'away-does-not-switch-off.md': file(
      [`title: '"Away" does not switch off'`, 'id: quote-first', 'description: Set it again.'],
      'Set it again.',
    ),
    'charge-the-lamp.md': file(
      ['title: Charge the lamp', 'id: blank-line-first', 'description: Use the cable.'],
      'Use the cable.',
    ),
    'install-on-windows.md': file(
      ['title: Install on Windows', 'id: windows', 'description: Run the installer.'],
      'Run the installer.',
    ),
    'is-the-hash-key.md': file(
      ['title: "# is the hash key"', 'id: hash-quoted', 'description: It ends a number.'],
      'It ends a number.',
    ),
    'lamps-plugs-what-i-cant-return.md': file(
      [`title: "Lamps & plugs: what I can't return"`, 'id: entity', 'description: Opened boxes.'],
      'Opened boxes.',
    ),
    'pick-a-lamp.md': file(
      ['title: Pick a lamp', 'id: byte-order-mark-heading', 'description: Three are sold.'],
      'Three are sold.',
    ),
    'repair-a-lamp-at-home.md': file(
      [
        'title: Repair a lamp at home',
        'id: folded-and-internal',
        'description: For the team.',
        'updated: 2024-01-05',
        'draft: true',
      ],
      'For the team.',
    ),
    'true.md': file(['title: "true"', 'id: boolean', 'description: What the value means.'], 'What the value means.'),
  });
  expect(notes).toEqual({
    'entity.md': [
      {
        level: 'changed',
        kind: 'entities-decoded',
        detail:
          "its title was written as “Lamps &amp; plugs: what I can&#39;t return”; it is now “Lamps & plugs: what I can't return”",
      },
    ],
    'folded-and-internal.md': [
      {
        level: 'changed',
        kind: 'not-public',
        detail: 'it was not for everyone (visibility: internal); it is a draft here, which is not published',
      },
    ],
    'hash.md': [
      {
        level: 'changed',
        kind: 'front-matter-mended',
        detail:
          'line 2: “title: #1 reason for flicker” was read as its author meant (“#1 reason for flicker”); by the letter: a comment from # on',
      },
      { level: 'changed', kind: 'headings-lowered', detail: 'headings moved one level down, below the title' },
    ],
    'percent.md': [
      {
        level: 'changed',
        kind: 'front-matter-mended',
        detail:
          'line 3: “description: %-codes for each lamp.” was read as its author meant (“%-codes for each lamp.”); by the letter: Plain value cannot start with directive indicator character %',
      },
    ],
    'quote-first.md': [
      {
        level: 'changed',
        kind: 'front-matter-mended',
        detail:
          'line 2: “title: "Away" does not switch off” was read as its author meant (“"Away" does not switch off”); by the letter: Unexpected scalar at node end',
      },
    ],
  });
});

test('Folders are called what the headings of their own pages say, and a page of links lists pages by theirs', async () => {
  const root = await mkdtemp(join(tmpdir(), 'headings-'));
  try {
    for (const [file, text] of [
      ['kb/lamps/index.md', 'Lamps and bulbs\n===\n\nAll of them.'],
      ['kb/lamps/one.md', '# The first\n\nText.'],
      ['kb/lamps/odd/index.md', ''],
      ['kb/lamps/odd/two.md', '```\n# no\n```\n\n# The [second]\n\nText.'],
      ['kb/lamps/more/index.md', '<h1>Even more</h1>\n\nText.'],
      ['kb/lamps/more/three.md', 'Text.'],
      ['kb/plugs/four.md', 'Text.'],
    ] as const) {
      await mkdir(join(root, dirname(file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    const { categories, articles: found } = await readMarkdownFolder(root, {});
    expect(categories.map(({ title }) => title).sort()).toEqual(['Lamps and bulbs', 'Plugs']);
    expect(Object.fromEntries(found.map(({ origin, title, section }) => [origin, [title, section]]))).toEqual({
      'kb/lamps/index.md': ['Lamps and bulbs', undefined],
      'kb/lamps/one.md': ['The first', undefined],
      'kb/lamps/odd/index.md': ['Odd', undefined],
      'kb/lamps/odd/two.md': ['The [second]', 'Odd'],
      'kb/lamps/more/index.md': ['Even more', undefined],
      'kb/lamps/more/three.md': ['Three', 'Even more'],
      'kb/plugs/four.md': ['Four', undefined],
    });
    expect(found.find(({ origin }) => origin === 'kb/lamps/odd/index.md')?.body).toBe(
      '- [The \\[second\\]](/lamps/odd/two)',
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

describe('The title of a page', () => {
  test.each([
    ['# Turn it off', 'Turn it off'],
    ['# Turn it off ##', 'Turn it off'],
    ['# C#', 'C#'],
    ['Turn it\noff\n===', 'Turn it off'],
    ['<h1 align="center">Turn <b>it</b><br>off</h1>', 'Turn it off'],
    ['<H1 id="off">Turn it off</H1>', 'Turn it off'],
    ['<div align="center">\n\n# Turn it off\n\n</div>', 'Turn it off'],
    ['<div>\n<h1>\n\nTurn it off\n\n</h1>\n</div>', 'Turn it off'],
    ['<!-- # Draft -->\n# Turn it off', 'Turn it off'],
    ['Some words.\n\n# Turn it off', 'Turn it off'],
    ['# Turn **it** [off][1] `now` {#off}\n\n[1]: https://lumen.example', 'Turn it off now'],
    ['# Turn it off {: .large #off }', 'Turn it off'],
    ['# Turn it off[^1]\n\n[^1]: Or wait.', 'Turn it off'],
    ['# Q&amp;A', 'Q&A'],
    ['# ![Logo](logo.png) Turn it off', 'Turn it off'],
    ['# ![Turn it off](off.png)', 'Turn it off'],
    ['# Open <port> of the lamp', 'Open <port> of the lamp'],
    ['## Turn it off\n\n### At night', 'Turn it off'],
  ])('is its first heading, without markup: %j', (body, title) => {
    expect(pageTitle(body)).toBe(title);
  });

  test.each([
    '```sh\n# install\n```',
    '    # install',
    '<pre>\n# install\n</pre>',
    '> # Quoted',
    '> <h1>Quoted</h1>',
    '- # In a list',
    '<blockquote><h1>Quoted</h1></blockquote>',
    '<!-- # Draft -->\n\nText',
    '#hashtag',
    'Text\n\n---\n\nText',
    '# ',
    '## One\n\n## Two',
    'Words first.\n\n## One',
    '',
  ])('is none of what stands in code, quotes, lists and comments, or beside others: %j', (body) => {
    expect(pageTitle(body)).toBeUndefined();
  });

  test('is found in a long text, and read with the addresses at its end', () => {
    const long = 'Words of a paragraph.\n\n'.repeat(300);
    expect(pageTitle(`${long}# Turn it off\n\n${long}`)).toBe('Turn it off');
    expect(pageTitle(`# Turn [it][1] off\n\n${long}[1]: https://lumen.example`)).toBe('Turn it off');
    expect(pageTitle(`${'x'.repeat(1998)}\nTitle\n\n===\n\n# Turn it off`)).toBe('Turn it off');
    expect(pageTitle(`## One\n\n${long}## Two`)).toBeUndefined();
    expect(pageTitle(`## One\n\n${long}### Two`)).toBe('One');
    expect(pageTitle(`\`\`\`\n${'# no\n\n'.repeat(900)}\`\`\`\n\n# Turn it off`)).toBe('Turn it off');
    expect(pageTitle(`<!--\n${'# no\n\n'.repeat(900)}-->\n\n# Turn it off`)).toBe('Turn it off');
  });

  test.each([
    ['quotes in quotes', '>'.repeat(100_000)],
    ['lists in lists', '- '.repeat(50_000)],
    ['many lines of quotes', `${'> '.repeat(400)}\n`.repeat(60)],
    ['brackets', '['.repeat(50_000)],
    ['elements in elements', '<div>'.repeat(20_000)],
    ['stars', '*a '.repeat(20_000)],
  ])('is not looked for so long that others wait: %s', (_, text) => {
    const before = process.cpuUsage();
    pageTitle(`${text}\n\n# Title\n\n<h1>x</h1>`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});

describe('A heading that repeats the title', () => {
  const textAfter = (body: string): string => convert(body, 'markdown').markdown.trim();

  test.each([
    '# Title',
    '# Title #',
    'Title\n=====',
    '<h1 align="center">Title</h1>',
    '<div align="center"><h1>Title</h1></div>',
    '# **Title** {#top}',
    '# [Title](#title)',
    '<a id="top"></a>\n\n# Title',
    '<!-- note -->\n\n# Title',
    '#  TITLE ',
  ])('goes where nothing stands above it: %j', (heading) => {
    expect(textAfter(`${heading}\n\nText.\n\n## More\n\nWords.`)).toBe('Text.\n\n## More\n\nWords.');
  });

  test('stays in its place below something that readers saw before', () => {
    expect(textAfter('```sh\nls\n```\n\n# Title\n\nText.')).toBe('```sh\nls\n```\n\n## Title\n\nText.');
    expect(textAfter('![A lamp](https://lumen.example/a.png)\n\n# Title\n\nText.')).toContain('## Title');
  });

  test('goes, and those below move up, if all others are below it', () => {
    const { markdown, notes } = convert('## Title\n\nText.\n\n### More\n\n#### Still more', 'markdown');
    expect(markdown.trim()).toBe('Text.\n\n## More\n\n### Still more');
    expect(notes.map(({ kind }) => kind)).toEqual(['headings-raised']);
    expect(textAfter('## Title\n\nText.\n\n## More')).toBe('## Title\n\nText.\n\n## More');
  });

  test('leaves its anchors to the top of the article', () => {
    expect(convert('<a id="start"></a>\n\n# Title {#begin}\n\n## More', 'markdown').anchors).toEqual({
      more: 'more',
      begin: '',
      title: '',
      start: '',
    });
    expect(convert('# Title {#begin}\n\nSee [above](#begin).', 'markdown').markdown).not.toContain('#begin');
  });

  test('leaves its pictures, and a link in it is named', () => {
    const { markdown, notes } = convert(
      '# ![](https://lumen.example/a.png) [Title](https://lumen.example)\n\nText.',
      'markdown',
    );
    expect(markdown.trim()).toMatch(/^!?\[.*\]\(https:\/\/lumen\.example\/a\.png\)\n\nText\.$/);
    expect(notes).toContainEqual({
      level: 'lost',
      kind: 'link-in-title-dropped',
      detail: 'its title led to https://lumen.example; here a title is no link',
    });
  });

  test('is compared by its letters, whatever stands between them', () => {
    const links = {
      kind: 'markdown' as const,
      base: '/',
      targets: new Map(),
      restricted: new Set<string>(),
      files: new Map(),
      assetFolders: [],
      downloads: new Map(),
      tabNames: new Map(),
    };
    const input = { id: 'a', locale: 'en', format: 'markdown' as const, folder: '' };
    for (const body of ['# Turn\u00a0it  *off*', '<h1>Turn it<br>off</h1>', '# Turn it `off`'])
      expect(convertArticle({ ...input, title: 'Turn it off', body: `${body}\n\nText.` }, links).markdown).toBe(
        'Text.\n',
      );
  });
});
