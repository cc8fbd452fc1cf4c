import { describe, expect, test } from 'vitest';
import { type ReadFields, readFields } from '../../../../scripts/lib/import/sources/markdown/front-matter-fields.ts';
import { splitFrontMatter } from '../../../../scripts/lib/import/sources/markdown/split-front-matter.ts';

/** The fields of front matter in YAML. */
function read(yaml: string): ReadFields {
  return readFields(splitFrontMatter(`---\n${yaml}\n---\nText.\n`).fields);
}

function kinds(yaml: string): string[] {
  return read(yaml).notes.map(({ kind }) => kind);
}

test('A page says everything by the names of one system or another', () => {
  const all: [string, Partial<ReadFields>][] = [
    ['title: Lamps\nsidebar_label: Lamps', { title: 'Lamps', shortTitle: 'Lamps' }],
    ['linkTitle: Lamps', { title: undefined, shortTitle: 'Lamps' }],
    ['title: Lamps\nsidebar:\n  label: Lamps\n  order: 3', { shortTitle: 'Lamps', order: 3 }],
    ['excerpt: All of them.', { description: 'All of them.' }],
    ['summary: >\n  All\n  of them.', { description: 'All of them.' }],
    ['keyword: a\ntags: [b, c]\ncategories:\n  - d\n  - b', { keywords: ['a', 'b', 'c', 'd'] }],
    ['tags: a, b', { keywords: ['a', 'b'] }],
    ['tags:\n  - label: Lamps\n    permalink: /lamps\n  - Error: none', { keywords: ['Lamps', 'Error: none'] }],
    ['keywords: [4.10, R&amp;D]', { keywords: ['4.10', 'R&D'] }],
    ['nav_order: 2', { order: 2 }],
    ['sidebar_position: "1.5"', { order: 1.5 }],
    ['weight: 10', { order: 10 }],
    ['menu_order: 0', { order: 0 }],
    ['menu:\n  docs:\n    weight: 20', { order: 20 }],
    ['pos: -1', { order: -1 }],
    ['slug: lamps', { slug: 'lamps', permalink: undefined, aliases: [] }],
    ['slug: /all/lamps', { slug: undefined, permalink: '/all/lamps', aliases: ['/all/lamps'] }],
    ['permalink: /lamps/\nredirect_from: /old', { permalink: '/lamps/', aliases: ['/old', '/lamps/'] }],
    ['permalink: /:categories/:title/', { permalink: '/:categories/:title/', aliases: [] }],
    ['redirects: [/a, b]', { aliases: ['/a', 'b'] }],
    ['redirects:\n  - from: /a\n    type: 301', { aliases: ['/a'] }],
    [
      'aliases: [/a, https://lumen.example/b, Night light]',
      { aliases: ['/a', 'https://lumen.example/b'], otherNames: ['Night light'] },
    ],
    ['parent: Lamps\ngrand_parent: All', { parent: 'Lamps', grandParent: 'All' }],
    ['publishDate: 2026-05-01\nexpiryDate: 2026-06-01', { publishAt: '2026-05-01', expiresAt: '2026-06-01' }],
    ['Title: Lamps\nLast Modified At: 2024-01-05', { title: 'Lamps', updated: '2024-01-05' }],
  ];
  for (const [yaml, fields] of all) expect([yaml, read(yaml)]).toEqual([yaml, expect.objectContaining(fields)]);
  for (const [yaml] of all) expect([yaml, kinds(yaml)]).toEqual([yaml, []]);
});

describe('The day of the last change', () => {
  test.each([
    ['last_modified_at: 2024-01-05', '2024-01-05'],
    ['date: 2024-01-05 23:30:00 -0500', '2024-01-05'],
    ['lastmod: 2024-01-05T23:30:00Z', '2024-01-05'],
    ['updated: 2024/1/5', '2024-01-05'],
    ['updated: 20240105', '2024-01-05'],
    ['updated: 5.1.2024', '2024-01-05'],
    ['updated: Jan 5, 2024', '2024-01-05'],
    ['updated: 5 January 2024', '2024-01-05'],
    ['updated: Fri, 05 Jan 2024 23:30:00 -0500', '2024-01-05'],
    ['updated: 1704412800', '2024-01-05'],
    ['last_update:\n  date: 2024-01-05\n  author: Kim', '2024-01-05'],
    ['lastUpdated: false\ndate: 2024-01-05', '2024-01-05'],
    ['date: 2023-02-01\nlastmod: 2024-01-05', '2024-01-05'],
  ])('is the one that stands there: %s', (yaml, day) => {
    expect(read(yaml).updated).toBe(day);
    expect(read(yaml).notes).toEqual([]);
  });

  test.each(['updated: 1/5/2024', 'updated: 2024-02-30', 'updated: 2024', 'updated: soon', 'updated: 4.10'])(
    'is none and named where it could be two days, or none: %s',
    (yaml) => {
      expect(read(yaml).updated).toBeUndefined();
      expect(read(yaml).notes.map(({ detail }) => detail)).toEqual([
        'front matter that Signpost has no use for: updated',
      ]);
    },
  );
});

describe('A page that was not for everyone', () => {
  test.each([
    'visibility: internal',
    'visibility: Private',
    'visibility: staff only',
    'visibility: [managers]',
    'visibility: managers',
    'visibility:\n  groups: [managers]',
    'audience: [all, internal]',
    'access: restricted',
    'audience: employees',
    'status: internal',
    'private: true',
    'internal: yes',
    'public: false',
  ])('is a draft, and named: %s', (yaml) => {
    expect(read(yaml)).toMatchObject({ draft: true, unlisted: false });
    expect(kinds(yaml)).toEqual(['not-public']);
  });

  test.each(['status: draft', 'status: In review', 'state: archived', 'visibility: draft'])(
    'as it was not ready is a draft, and named: %s',
    (yaml) => {
      expect(read(yaml).draft).toBe(true);
      expect(kinds(yaml)).toEqual(['not-public']);
    },
  );

  test.each(['draft: true', 'draft: True', 'published: false', 'published: no'])('as a draft stays one: %s', (yaml) => {
    expect(read(yaml)).toMatchObject({ draft: true, notes: [] });
  });

  test.each([
    'visibility: public',
    'status: published',
    'state: live',
    'public: true',
    'published: 2024-01-05',
    'draft: false',
    'private: false',
    'unlisted: false',
    'title: Private',
  ])('is told from one that was: %s', (yaml) => {
    expect(read(yaml)).toMatchObject({ draft: false, unlisted: false, notes: [] });
  });

  test.each([
    'unlisted: true',
    'hidden: true',
    'visibility: hidden',
    'status: unlisted',
    'nav_exclude: true\nsearch_exclude: true',
    'toc_hide: true\nsearch: false',
  ])('unless they had its address stays so: %s', (yaml) => {
    expect(read(yaml)).toMatchObject({ draft: false, unlisted: true, notes: [] });
  });

  test.each([
    ['search: exclude', 'search'],
    ['search:\n  exclude: true', 'search'],
    ['pagefind: false', 'search'],
    ['nav_exclude: true', 'navigation'],
  ])('in one way only is listed, and named: %s', (yaml, where) => {
    expect(read(yaml)).toMatchObject({ draft: false, unlisted: false });
    expect(read(yaml).notes).toEqual([
      {
        level: 'changed',
        kind: 'listed-and-searched',
        detail: `it was left out of the old site’s ${where}; here it is listed and searched (unlisted: true takes it out of both)`,
      },
    ]);
  });
});

describe('What readers saw and will miss is named', () => {
  test.each([
    ['layout: page\nicon: lamp', 'layout, icon'],
    ['description: One.\nsubtitle: Two.', 'subtitle'],
    ['nav_order: Z', 'nav_order'],
    ['status: deprecated', 'status'],
  ])('%j', (yaml, names) => {
    expect(read(yaml).notes).toEqual([
      { level: 'lost', kind: 'field-dropped', detail: `front matter that Signpost has no use for: ${names}` },
    ]);
  });

  test('a title that only menus had', () => {
    expect(read('title: All lamps\nnav_title: Lamps').notes).toEqual([
      {
        level: 'info',
        kind: 'short-title',
        detail: 'menus showed it as “Lamps”; here its title stands everywhere',
      },
    ]);
  });

  test('entities that a help desk wrote, decoded once', () => {
    expect(read('title: "Caf&eacute; &amp;lt; &#x27;x&#39; &nosuch; AT&T"')).toMatchObject({
      title: "Café &lt; 'x' &nosuch; AT&T",
      notes: [{ level: 'changed', kind: 'entities-decoded' }],
    });
  });
});
