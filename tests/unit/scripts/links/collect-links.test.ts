import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectLinks } from '../../../../scripts/lib/links/collect-links.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-collect-links-'));
});
afterEach(() => rm(root, { recursive: true }));

const SITE = `name: Made
url: https://help.example.com
base: /help/
description: Made.
defaultLocale: en
locales: [{ code: en, label: English }]
home: https://example.com
header:
  - { label: Own, url: /help/en/ }
  - label: More
    links:
      - { label: 'https://label.example/', url: 'https://menu.example/#top' }
footer:
  - { label: Terms, url: HTTPS://Example.com:443/terms }
contact:
  channels:
    - type: link
      label: Chat
      responseTime: Soon
      url: https://chat.example/
    - { type: email, label: Mail, responseTime: Soon, address: a@example.com }
`;

/** Reads a made help center; gives each address with the places that lead there. */
async function collected(files: Record<string, string>, now = new Date('2026-06-01')) {
  for (const [file, text] of Object.entries({ 'site.yaml': SITE, ...files })) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const { links, ignored } = collectLinks(await readHelpCenter(root), now);
  const places = links.map(({ address, places }) => [address, ...places.map(({ file, line }) => `${file}:${line}`)]);
  return { places, ignored, addresses: links.map(({ address }) => address) };
}

const article = (body: string, more = ''): string => `---
title: An article
id: ${Math.random().toString(36).slice(2)}
description: What it says.
${more}---

${body}
`;
const inSite = ['https://example.com/', 'https://chat.example/', 'https://menu.example/', 'https://example.com/terms'];

describe('addresses of other sites', () => {
  it('come from articles, own pages, site.yaml and notices, each once, with every line', async () => {
    const { places } = await collected({
      'articles/en/billing/a.md': article(
        '[One](https://one.example/#a) and [again](https://one.example/#b).\n\n<https://one.example/>\n\n![Picture](https://pictures.example/a.png)\n\n<a href="//two.example">two</a> www.three.example',
      ),
      'pages/en/imprint.md': '---\ntitle: Imprint\ndescription: Who we are.\n---\n\n[One](https://one.example)\n',
      'notices.yaml':
        'notices:\n  - id: down\n    text: Down\n    link:\n      label: Status\n      url: https://status.example/now\n',
    });
    expect(places).toEqual([
      ['https://one.example/', 'articles/en/billing/a.md:7', 'articles/en/billing/a.md:9', 'pages/en/imprint.md:6'],
      ['https://pictures.example/a.png', 'articles/en/billing/a.md:11'],
      ['https://two.example/', 'articles/en/billing/a.md:13'],
      ['http://www.three.example/', 'articles/en/billing/a.md:13'],
      ['https://example.com/', 'site.yaml:7'],
      ['https://chat.example/', 'site.yaml:20'],
      ['https://menu.example/', 'site.yaml:12'],
      ['https://example.com/terms', 'site.yaml:14'],
      ['https://status.example/now', 'notices.yaml:6'],
    ]);
  });

  it('are none of the site itself, and none of mails, calls or code', async () => {
    const { addresses } = await collected({
      'articles/en/billing/a.md': article(
        '[a](https://help.example.com/help/en/billing/a/) [b](https://help.example.com/help) [c](https://help.example.com/other)\n[d](mailto:a@b.example) [e](tel:+49) [f](id:x) `https://code.example/`\n\n```\nhttps://fence.example/\n```',
      ),
    });
    expect(addresses).toEqual(['https://help.example.com/other', ...inSite]);
  });

  it('are left out where nobody reads them, and kept where an article is about to come', async () => {
    const { addresses } = await collected({
      'articles/en/billing/draft.md': article('<https://draft.example/>', 'draft: true\n'),
      'articles/en/billing/over.md': article('<https://over.example/>', 'expires_at: 2026-05-01\n'),
      'articles/en/billing/soon.md': article('<https://soon.example/>', 'publish_at: 2026-07-01\n'),
      'articles/en/billing/wrong.md': article('<https://wrong.example/>', 'no-such-field: 1\n'),
    });
    expect(addresses).toEqual(['https://soon.example/', 'https://wrong.example/', ...inSite]);
  });

  it('are left out by check.yaml, and counted', async () => {
    const { addresses, ignored } = await collected({
      'check.yaml': 'ignoredLinks: [https://chat.example, https://example.com/t]\n',
    });
    expect(addresses).toEqual(['https://example.com/', 'https://menu.example/']);
    expect(ignored).toBe(2);
  });

  it('are asked for as they were written, whatever they hold', async () => {
    const long = `https://long.example/${'a'.repeat(5000)}`;
    const { addresses } = await collected({
      'articles/en/billing/a.md': article(
        [
          '<https://a.example/100%25/%2F?q=%26&r=%20%0A%20>',
          '[b](<https://b.example/한 글>)',
          '[c](https://münchen.example/)',
          '[d](https://)',
          '[e](https://[::1)',
          '[f](https:e.example/x)',
          '[g](https://user:secret@g.example/)',
          '[h](http://h.example:99999/)',
          `[i](${long})`,
          '[j](javascript:alert(1)) [k](data:text/html,x) [l](file:///etc/passwd)',
          '[m](https://m.example/&quot;&gt;&lt;script&gt;)',
        ].join('\n\n'),
      ),
    });
    expect(addresses).toEqual([
      'https://a.example/100%25/%2F?q=%26&r=%20%0A%20',
      'https://b.example/%ED%95%9C%20%EA%B8%80',
      'https://xn--mnchen-3ya.example/',
      'https://',
      'https://[::1',
      'https://e.example/x',
      'https://user:secret@g.example/',
      'http://h.example:99999/',
      long,
      'https://m.example/%22%3E%3Cscript%3E',
      ...inSite,
    ]);
  });

  it('of films are asked where their sites tell about them, since a film that is gone has a page, too', async () => {
    const text = '![A](https://youtu.be/dQw4w9WgXcQ?t=90)\n\n[B](https://vimeo.com/76979871/abcdef0123#t=5s)';
    await collected({ 'articles/en/locks/films.md': article(text) });
    const { links } = collectLinks(await readHelpCenter(root));
    expect(links.flatMap(({ address, asked }) => (asked === undefined ? [] : [[address, asked]]))).toEqual([
      [
        'https://youtu.be/dQw4w9WgXcQ?t=90',
        'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ',
      ],
      [
        'https://vimeo.com/76979871/abcdef0123',
        'https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F76979871%2Fabcdef0123',
      ],
    ]);
  });
});
