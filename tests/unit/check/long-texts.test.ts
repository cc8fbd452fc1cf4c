import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainTextConversion } from '../../../scripts/lib/import/convert/convert-all.ts';
import { expandShortcodes } from '../../../scripts/lib/import/sources/hugo/shortcodes.ts';
import type { SourceSite } from '../../../scripts/lib/import/sources/source.ts';
import { wantedFiles } from '../../../scripts/lib/import/write/wanted-files.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { countsIn } from '../../../src/check/meaning/quantities.ts';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { writeFiles } from '../../../src/integrations/write-files.ts';
import { nothingAround } from '../../support/import/nothing-around.ts';
import { convert } from '../scripts/import/convert.ts';

/**
 * Texts that took minutes to hours, however fast the machine, because a pattern went through them again for each of their
 * signs, pairs or choices. Now each takes a moment, so a limit of seconds tells the one from the other; that no pattern
 * takes longer than its text is long is shown by analysis in tests/unit/patterns.test.ts.
 */
const limit = 20_000;

const wordsOnly = { understands: () => false, embed: () => Promise.reject(new Error('Nothing is to be embedded.')) };

describe('Texts made to be slow', () => {
  test(
    'a run of letters before a number: cubic',
    () => {
      expect(countsIn(`${'가'.repeat(500)}_ 5 days`).quantities).toEqual([{ unit: 'hours', value: 120 }]);
      expect(countsIn(`${'가'.repeat(20_000)}_ 5 days`).quantities).toHaveLength(1);
    },
    limit,
  );

  test(
    'articles of long sentences, terms and signs are checked',
    async () => {
      const root = await mkdtemp(join(tmpdir(), 'long-texts-'));
      const article = (id: string, text: string) =>
        `---\ntitle: ${id}\nid: ${id}\ndescription: Long.\n---\n\n${text}\n`;
      await writeFiles(
        root,
        new Map([
          [
            'site.yaml',
            'name: A\ndescription: B\nurl: https://a.example\ndefaultLocale: en\nlocales: [{ code: en, label: E }]\ncontact: { channels: [{ type: email, label: M, address: a@a.example }] }\n',
          ],
          ['terms.yaml', 'en: [{ say: sign in, not: [log in] }]\n'],
          ['articles/en/a/_category.yaml', 'title: A\ndescription: B\n'],
          ['articles/en/a/hangul.md', article('hangul', `${'가'.repeat(100_000)}_ 5 days`)],
          ['articles/en/a/terms.md', article('terms', 'Please log in.\n'.repeat(5000))],
          ['articles/en/a/sentences.md', article('sentences', 'You can return 3 bikes within 5 days. '.repeat(5000))],
          ['articles/en/a/signs.md', article('signs', `${'\\<'.repeat(50_000)}\n\n${'<<'.repeat(50_000)}`)],
          ['articles/en/a/spaces.md', article('spaces', `a${' '.repeat(100_000)}b`)],
        ]),
      );
      const center = await readHelpCenter(root);
      const problems = await checkContent(center, { embedder: wordsOnly });
      expect(problems.filter(({ rule }) => rule === 'terms')).toHaveLength(5000);
      expect(problems.filter(({ rule }) => rule === 'terms').at(-1)).toMatchObject({ line: 5006, column: 8 });
      await rm(root, { recursive: true });
    },
    limit * 3,
  );

  test(
    'front matter of one long line',
    () => {
      expect(splitFrontMatter(`---\na${' '.repeat(500_000)}\n---\n`).yaml).toBeUndefined();
    },
    limit,
  );

  test(
    'lists of attributes that never end, and anchors of headings: exponential and cubic',
    () => {
      const list = `{: ${'a="" '.repeat(40)}`;
      expect(convert(`[x](https://a.example)${list}\n`, 'markdown').markdown).toContain('a=""');
      expect(convert(`## A ${'\t'.repeat(20_000)}{#${'#'.repeat(20_000)} b\n`, 'markdown').markdown).toContain('## A');
      expect(convert('## A {#b .c}\n', 'markdown').anchors).toMatchObject({ b: 'b' });
    },
    limit,
  );

  test(
    'shortcodes, scripts and pictures that are opened again and again',
    () => {
      expect(expandShortcodes(`{{<${' '.repeat(200_000)}`, nothingAround)).toContain('{{<');
      expect(expandShortcodes('{{< '.repeat(50_000), nothingAround)).toContain('{{<');
      const input = {
        id: 'a',
        locale: 'en',
        title: 'A',
        format: 'html',
        body: '<style'.repeat(100_000),
        folder: '',
      } as const;
      expect(plainTextConversion(input, '').markdown).toBe('');
      const articles = [
        '<img '.repeat(200_000),
        '<a '.repeat(200_000),
        '<IMG<a'.repeat(200_000),
        '<video>'.repeat(100_000),
      ].map((body) => ({
        body,
      }));
      const site = { articles } as SourceSite;
      expect(wantedFiles(site)).toEqual([]);
    },
    limit,
  );
});
