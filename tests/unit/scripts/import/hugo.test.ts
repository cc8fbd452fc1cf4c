import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { expandShortcodes } from '../../../../scripts/lib/import/sources/hugo/shortcodes.ts';
import { nothingAround } from '../../../support/import/nothing-around.ts';

let out: string;
let report: ImportReport;
const read = (path: string): Promise<string> => readFile(join(out, path), 'utf8');

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'hugo-'));
  report = await runImport({ from: 'tests/fixtures/import/hugo-site', out });
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('A Hugo site', () => {
  test('each page comes over in its language, and translations share id and file name', async () => {
    expect(report.source).toEqual({ kind: 'hugo', locales: ['en', 'da'], articles: 5, drafts: 1 });
    expect(await read('articles/en/using-the-lamp/pairing.md')).toContain('id: user-pairing');
    expect(await read('articles/da/using-the-lamp/pairing.md')).toContain('id: user-pairing');
  });

  test('weights become places', async () => {
    expect(await read('articles/en/using-the-lamp/pairing.md')).toContain('order: 10');
  });

  test('its name, its default language and the names of its menus are known from the configuration', async () => {
    expect(await read('site.yaml')).toContain('name: Lumen manual');
    expect(await read('articles/en/using-the-lamp/_category.yaml')).toContain(
      'title: Using the lamp\ndescription: Everything for each day.\norder: 7',
    );
    expect(await read('articles/da/using-the-lamp/_category.yaml')).toContain('title: Brug lampen');
  });

  test('shortcodes, definitions and references become Markdown', async () => {
    expect(
      (await read('articles/en/using-the-lamp/pairing.md')).split('---\n').slice(2).join('---\n').trim(),
    ).toBe(`> [!WARNING]
> Keep **children** away.
>
> - and pets

1. Open the app.

   > [!NOTE]
   > It is free.

_The \\[start] screen_

- **Button**: _required_ The round one.
  - It glows.

See [the colours](id:user-colours#night-light), [the same](id:user-colours#night-light) and [more](https://example.org).

\`\`\`go
{{< figure src="x" >}}
\`\`\``);
    expect(await read('articles/en/welcome/welcome.md')).toContain('[Pair the lamp](id:user-pairing)');
  });

  test('old addresses are kept for each language', async () => {
    expect(await read('articles/en/using-the-lamp/pairing.md')).toContain(
      'aliases:\n  - /pairing\n  - /start/pairing/\n  - /user/pairing/',
    );
    expect(await read('articles/da/using-the-lamp/pairing.md')).toContain('aliases:\n  - /da/user/pairing/');
  });

  test('TOML front matter is read', async () => {
    expect(await read('articles/en/using-the-lamp/colours.md')).toContain(
      'title: Choose colours\nid: user-colours\ndescription: It is red.\nupdated: 2026-03-04\nkeywords:\n  - light\n  - mood\ndraft: true',
    );
  });

  test('a shortcode that means nothing here is named, and so is the language without interface texts', () => {
    expect(report.changes.flatMap((one) => one.notes).map((note) => note.detail)).toContain(
      'line 33: nothing is known about the shortcode weather-widget',
    );
    expect(report.notes.map((note) => note.detail)).toContain(
      'The interface has no texts in da yet: npm run strings -- da writes them to be translated.',
    );
  });
});

describe('Shortcodes', () => {
  const expand = (body: string): string => expandShortcodes(body, nothingAround);

  test.each([
    ['one that is opened and never closed', 'a {{< hint >}} b', 'a _hint_ b'],
    ['one that is closed and never opened', 'a {{< /hint >}} b', 'a  b'],
    [
      'one within another',
      '{{< tabs >}}{{< tab "Phone" >}}x{{< /tab >}}{{< /tabs >}}',
      '\n\n::::tabs\n:::tab[Phone]\nx\n:::\n::::\n\n',
    ],
    ['a video', '{{< youtube lampvideo01 >}}', '![](https://www.youtube.com/watch?v=lampvideo01)'],
    ['one of Vimeo, with its title', '{{< vimeo id="123" title="Fold" >}}', '![Fold](https://vimeo.com/123)'],
    [
      'where it begins',
      '{{< youtube id="lampvideo01" start="9" >}}',
      '![](https://www.youtube.com/watch?v=lampvideo01&t=9)',
    ],
    ['an own film', '{{< video src="/a b.mp4" title="Fold" >}}', '![Fold](/a%20b.mp4)'],
    ['a film in another form', '{{< video "/a.mov" >}}', '[/a.mov](/a.mov)'],
    ['braces that are none', 'a {{ b }} c', 'a {{ b }} c'],
  ])('%s', (_name, body, expected) => {
    expect(expand(body)).toBe(expected);
  });
});
