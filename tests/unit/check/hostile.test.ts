import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatReport } from '../../../src/check/report.ts';
import { createLinkResolver } from '../../../src/content/links.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { rehypePlugins } from '../../../src/markdown/page-plugins.ts';
import { remarkPlugins } from '../../../src/markdown/plugins.ts';
import { hostileTimes, writeHostileCenter } from '../../support/content/hostile-center.ts';
import type { HostileFile } from '../../support/content/hostile-files.ts';

const count = 200 * hostileTimes;

const wordsOnly = { understands: () => false, embed: () => Promise.reject(new Error('Nothing is to be embedded.')) };
let hostile: Map<string, HostileFile>;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-hostile-'));
  hostile = await writeHostileCenter(root, count);
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe(`${count} random and hostile files among ten good articles`, () => {
  test('are read and checked without an exception; each becomes an article or is named with what to do', async () => {
    const center = await readHelpCenter(root);
    const problems = await checkContent(center, { embedder: wordsOnly });
    const articles = new Set(center.articles.map(({ file }) => file));
    const inError = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    const unnamed = [...hostile]
      .filter(([file]) => !articles.has(file) && !inError.has(file))
      .map(([file, { kind }]) => `${file} (${kind})`);
    expect(unnamed).toEqual([]);
    for (const { file, line, found, expected, remedy } of problems) {
      expect(line, file).toBeGreaterThanOrEqual(1);
      expect(Math.min(found.length, expected.length, remedy.length), file).toBeGreaterThan(0);
      expect(`${found}${expected}${remedy}`, file).not.toMatch(
        /\n\s+at .+:\d+|node_modules|undefined is not|\[object Object\]/,
      );
    }
    expect([...articles].filter((file) => !hostile.has(file))).toHaveLength(10);
    // The report is text that a terminal shows: nothing in a file may move its cursor or colour it.
    expect(formatReport(problems, center, { colour: false })).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  }, 600_000);

  test('that are articles become pages without a script', async () => {
    const center = await readHelpCenter(root);
    const options = { resolveLink: createLinkResolver(center), siteUrl: 'https://help.example.com' };
    const processor = await createMarkdownProcessor({
      smartypants: false,
      syntaxHighlight: false,
      remarkPlugins: remarkPlugins(options),
      rehypePlugins: rehypePlugins(options),
    });
    for (const { file, body } of center.articles) {
      const { code } = await processor.render(body, {
        fileURL: pathToFileURL(join(root, file)),
        frontmatter: { locale: 'en' },
      });
      const elements = [...parseHTML(`<html><body>${code}</body></html>`).document.querySelectorAll('body *')];
      const dangerous = elements.filter(
        (element) =>
          /^(script|style|iframe|object|embed|form|base)$/i.test(element.tagName) ||
          [...element.attributes].some(
            ({ name, value }) => /^(on.*|style)$/i.test(name) || /^\s*(javascript|vbscript):/i.test(value),
          ),
      );
      expect(
        dangerous.map((element) => element.outerHTML),
        file,
      ).toEqual([]);
    }
  }, 600_000);
});
