import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { applyFixes } from '../../../src/check/fix.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { Problem } from '../../../src/content/types.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
const SHARED =
  'Open **Account → Payments**, choose the payment and tap `Ask for it`. We answer by mail within two days.\n\n- With a card it takes five days.\n- With a voucher it takes [no time](pause.md).';
/** Sections with the word "payment" are alike, and like no other. */
const embedder = {
  understands: (locale: string) => locale === 'en',
  embed: (texts: string[]) =>
    Promise.resolve(
      texts.map((text, index) => {
        const vector = new Float32Array(texts.length + 70);
        vector[text.includes('choose the payment') ? 0 : index + 1] = 1;
        return vector;
      }),
    ),
};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-shared-'));
  await cp(base, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const write = (name: string, body: string, end = '\n'): Promise<void> =>
  writeFile(
    join(root, `articles/en/plans/${name}.md`),
    `---\ntitle: About ${name}\nid: ${name}\ndescription: What is said of ${name}.\n---\n\n${body}\n`.replaceAll(
      '\n',
      end,
    ),
  );
const problems = async (): Promise<Problem[]> =>
  checkContent(await readHelpCenter(root), { embedder, only: ['near-duplicate'] });
/** What readers are told, by article. */
const told = async (): Promise<unknown> =>
  (await readHelpCenter(root)).articles.map(({ id, body, sections }) => [id, body, sections.map(({ text }) => text)]);

describe('Text that articles share to the letter', () => {
  test('becomes a snippet in all of them by --fix, and readers are told the same', async () => {
    await write('one', `First.\n\n## How do I get it back?\n\n${SHARED}\n\nOnly here.\n\n## Next\n\nMore.`);
    await write('two', `## The money\n\nBefore.\n\n${SHARED}`);
    await write('three', `${SHARED}\n\nAfter.`);
    const before = await told();
    const found = await problems();
    expect(found[0]?.remedy).toContain(
      'or let npm run check -- --fix write what they share to snippets/en/how-do-i-get-it-back.md and put it into 3 articles.',
    );
    const mended = await applyFixes(root, found);
    expect(mended.map(({ rule }) => rule)).toEqual(['near-duplicate']);
    expect(await readFile(join(root, 'snippets/en/how-do-i-get-it-back.md'), 'utf8')).toBe(
      `${SHARED.replace('pause.md', '../../articles/en/plans/pause.md')}\n`,
    );
    expect(await readFile(join(root, 'articles/en/plans/two.md'), 'utf8')).toContain(
      '\n\nBefore.\n\n::snippet{how-do-i-get-it-back}\n',
    );
    expect(await told()).toEqual(before);
    expect(await problems()).toEqual([]);
  });

  test.each([
    ['one word differs', SHARED.replace('five', 'six'), '\n'],
    ['it stands in a list', `- First\n\n  ${SHARED.replaceAll('\n', '\n  ')}`, '\n'],
    ['it goes on in the next line', `${SHARED}\nAnd on.`, '\n'],
    ['it stands there twice', `${SHARED}\n\nAgain:\n\n${SHARED}`, '\n'],
    ['lines end otherwise', SHARED, '\r\n'],
  ])('stays where it is when %s', async (_, other, end) => {
    await write('one', SHARED);
    await write('two', other, end);
    const files = async (): Promise<string[]> =>
      Promise.all(['one', 'two'].map((name) => readFile(join(root, `articles/en/plans/${name}.md`), 'utf8')));
    const before = await files();
    const told1 = await told();
    await applyFixes(root, await problems());
    expect(await told()).toEqual(told1);
    const after = await files();
    // Blocks that are the same may be shared; the one that differs stays.
    if (end === '\r\n' || !(await readdir(root)).includes('snippets')) expect(after).toEqual(before);
  });

  test('is left alone when a file of the snippet’s name came meanwhile', async () => {
    await write('one', SHARED);
    await write('two', SHARED);
    const found = await problems();
    const { file } = found[0]!.snippet!;
    await cp(join(root, 'site.yaml'), join(root, file));
    expect(await applyFixes(root, found)).toEqual([]);
    expect(await readFile(join(root, 'articles/en/plans/one.md'), 'utf8')).toContain(SHARED);
  });
});
