import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { checkContent } from '../../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-names-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Imports the files and gives what was written, and the errors that the check finds in it. */
async function imported(files: Record<string, string>): Promise<{ paths: string[]; errors: string[] }> {
  for (const [path, text] of Object.entries({ 'other/other.md': '# Other\n\nText.\n', ...files })) {
    await mkdir(dirname(join(folder, 'in', path)), { recursive: true });
    await writeFile(join(folder, 'in', path), text);
  }
  const out = join(folder, 'out');
  const report = await runImport({ from: join(folder, 'in'), out, convert: convertHere });
  const problems = await checkContent(await readHelpCenter(out));
  return {
    paths: report.files.map(({ path }) => path).filter((path) => !path.includes('/other/')),
    errors: problems.filter(({ severity }) => severity === 'error').map(({ file, found }) => `${file}: ${found}`),
  };
}

test('titles and folders of which no letter is left still become articles and categories', async () => {
  const { paths, errors } = await imported({
    ' / .md': '# \n\nText.\n',
    '_/x.md': '# _\n\nText.\n',
    '!!!/!!!.md': '# !!!\n\nText.\n',
    '日本/漢字.md': '# 漢字\n\nText.\n',
    'a/x.md': '---\ntitle: "\\u200b"\n---\n\nText.\n',
  });
  expect(paths.filter((path) => path.endsWith('.md'))).toHaveLength(5);
  expect(errors).toEqual([]);
});

test('a category named like a page of the site, or as Windows names its devices, gets another folder', async () => {
  const { paths, errors } = await imported({
    'Search/a.md': '# A\n\nText.\n',
    'Agents/b.md': '# B\n\nText.\n',
    'Con/nul.md': '# Nul\n\nText.\n',
    'c/lpt1.md': '# COM1\n\nText.\n',
  });
  expect(errors).toEqual([]);
  expect(paths.filter((path) => path.endsWith('.md')).sort()).toEqual([
    'articles/en/agents-2/b.md',
    'articles/en/c/com1-2.md',
    'articles/en/con-2/nul-2.md',
    'articles/en/search-2/a.md',
  ]);
});
