import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMap, isScalar } from 'yaml';
import { checkContent } from '../../../src/check/check-content.ts';
import { sitePaths } from '../../../src/check/page-paths.ts';
import { currentForm, type FormChange, type FormStep } from '../../../src/content/forms/form-steps.ts';
import { formOf, upgradeForm } from '../../../src/content/forms/upgrade.ts';
import { listFiles } from '../../../src/content/list-files.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import { isBuilt } from '../../../src/schemas/publishing.ts';
import { siteUrls } from '../../../src/site/urls.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-forms-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}
const read = (file: string) => readFile(join(root, file), 'utf8');
const files = async () => (await listFiles(root)).files;
const problemsOf = async (steps?: readonly FormStep[]) => (await formOf(root, await files(), steps)).problems;

/** A field at the top that has another name from a form on. */
function renamed(concerns: (file: string) => boolean, from: string, to: string, form: number): FormChange {
  return {
    concerns,
    apply(yaml) {
      if (!isMap(yaml.contents)) return [];
      return yaml.contents.items.flatMap(({ key }) => {
        if (!isScalar(key) || key.value !== from) return [];
        key.value = to;
        const [found, expected] = [`the field "${from}"`, `"${to}", as it is called since form ${form}`];
        return [{ at: key, field: from, found, expected }];
      });
    },
  };
}
const site = (file: string) => file === 'site.yaml';
const article = (file: string) => file.endsWith('.md');
const steps: FormStep[] = [
  [renamed(site, 'colour', 'color', 2), renamed(article, 'summary', 'description', 2)],
  [renamed(site, 'color', 'accent', 3)],
];

describe('content of an older form', () => {
  const made = {
    'site.yaml':
      '# Ours.\nform: 1 # of the first day\nname: Ours\n\n# Like the door.\ncolour: "#14344f"   # dark\nlist: [a, b]\n',
    'articles/en/a/old.md':
      '---\r\ntitle: Old\r\n# What it says.\r\nsummary: A sentence.\r\n---\r\n\r\nsummary: stays\r\n',
    'articles/en/a/new.md': '---\ntitle: New\ndescription:   A sentence.\n---\n\nText.\n',
    'articles/en/a/broken.md': '---\nsummary: [\n---\n\nText.\n',
  };

  it('is named by place, with what is wanted now, and not read as what it is not', async () => {
    await write(made);
    const { site, articles, problems } = await readHelpCenter(root, { steps });
    expect(problems).toEqual([
      {
        file: 'articles/en/a/old.md',
        line: 4,
        rule: 'form',
        field: 'summary',
        found: 'the field "summary"',
        expected: '"description", as it is called since form 2',
        remedy: 'Run npm run check -- --fix; it brings all of the content up to form 3.',
        severity: 'error',
      },
      expect.objectContaining({ file: 'site.yaml', line: 6, field: 'colour', severity: 'error' }),
      expect.objectContaining({ file: 'site.yaml', line: 6, found: 'the field "color"' }),
    ]);
    expect([site, articles]).toEqual([undefined, []]);
  });

  it('is brought up through all forms, with its comments, line ends and whatever needs no change', async () => {
    await write(made);
    expect(await upgradeForm(root, await files(), steps)).toEqual(['articles/en/a/old.md', 'site.yaml']);
    expect(await read('site.yaml')).toBe(
      '# Ours.\nform: 3 # of the first day\nname: Ours\n\n# Like the door.\naccent: "#14344f" # dark\nlist: [a, b]\n',
    );
    expect(await read('articles/en/a/old.md')).toBe(
      '---\r\ntitle: Old\r\n# What it says.\r\ndescription: A sentence.\r\n---\r\n\r\nsummary: stays\r\n',
    );
    for (const file of ['articles/en/a/new.md', 'articles/en/a/broken.md'] as const)
      expect(await read(file)).toBe(made[file]);
    expect(await formOf(root, await files(), steps)).toEqual({ form: 3, problems: [], texts: new Map() });
  });

  it('that was brought up half way is brought up by the next run', async () => {
    await write({ ...made, 'articles/en/a/old.md': made['articles/en/a/old.md'].replace('summary:', 'description:') });
    expect(await upgradeForm(root, await files(), steps)).toEqual(['site.yaml']);
    expect(await problemsOf(steps)).toEqual([]);
  });

  it('takes the steps after its own form only', async () => {
    await write({ 'site.yaml': 'form: 2\ncolour: kept\ncolor: "#14344f"\n' });
    await upgradeForm(root, await files(), steps);
    expect(await read('site.yaml')).toBe('form: 3\ncolour: kept\naccent: "#14344f"\n');
  });
});

describe('content without a number', () => {
  it.each([
    ['# Ours.\nname: Ours\n', '# Ours.\nform: 1\nname: Ours\n'],
    ['\uFEFF# Ours.\r\n\r\nname: Ours\r\n', '\uFEFF# Ours.\r\n\r\nform: 1\r\nname: Ours\r\n'],
    ['---\nname: Ours', '---\nform: 1\nname: Ours'],
  ])('counts as form 1, and is given the number as its first field: %j', async (before, after) => {
    await write({ 'site.yaml': before });
    expect(await upgradeForm(root, await files())).toEqual(['site.yaml']);
    expect(await read('site.yaml')).toBe(after);
    expect(await upgradeForm(root, await files())).toEqual([]);
  });

  it('is asked to state one by the check', async () => {
    await cp('tests/fixtures/content/_base', root, { recursive: true });
    await writeFile(join(root, 'site.yaml'), (await read('site.yaml')).replace('form: 1\n', ''));
    expect(await checkContent(await readHelpCenter(root), { only: ['form'] })).toEqual([
      {
        file: 'site.yaml',
        line: 1,
        column: 1,
        rule: 'form',
        field: 'form',
        found: 'no number of the form',
        expected: 'form: 1',
        remedy: 'Add the line, as npm run check -- --fix does.',
        severity: 'warning',
      },
    ]);
  });

  it.each(['name: [', '{ name: Ours }', '- a\n', 'form: two\n', 'form: 0\n', 'form: 1.5\n', ''])(
    'or that cannot have one is left as it is: %j',
    async (text) => {
      await write({ 'site.yaml': text });
      expect(await upgradeForm(root, await files(), steps)).toEqual([]);
      expect(await problemsOf(steps)).toEqual([]);
    },
  );
});

it('content of a newer form than the code knows says which version it needs, and is not changed', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  await write({ 'site.yaml': 'name: Ours\nform: 7\nfieldOfTheFuture: 1\n' });
  const { problems } = await readHelpCenter(root);
  expect(problems).toEqual([
    {
      file: 'site.yaml',
      line: 2,
      column: 7,
      rule: 'form',
      field: 'form',
      found: 'form 7 of content',
      expected: `form ${currentForm()}, the newest that Signpost ${version} knows`,
      remedy: `Use a version of Signpost after ${version}: the one that its CHANGELOG.md names with form 7, or a newer one.`,
      severity: 'error',
    },
  ]);
  expect(await upgradeForm(root, await files())).toEqual([]);
});

/**
 * A folder of tests/fixtures/forms is content as it was when its form was published; nothing in it is ever changed.
 * pages.txt are the pages it had then: where one of them changes or goes, CHANGELOG.md has to name it.
 */
describe('content that was kept', async () => {
  const forms = (await readdir('tests/fixtures/forms')).sort((a, b) => Number(a) - Number(b));

  it('is there of every form', () => {
    expect(forms).toEqual(Array.from({ length: currentForm() }, (_, index) => String(index + 1)));
  });

  it.each(forms)('of form %s has no errors once it was brought up, and the pages that it had', async (form) => {
    const folder = join('tests/fixtures/forms', form);
    await cp(join(folder, 'content'), root, { recursive: true });
    await upgradeForm(root, await files());
    const center = await readHelpCenter(root);
    // A newer check may advise more than it did then.
    expect((await checkContent(center)).filter(({ severity }) => severity === 'error')).toEqual([]);
    await expect(pagesOf(center)).toMatchFileSnapshot(join(process.cwd(), folder, 'pages.txt'));
  });
});

/** Every address of the built site, with the title of what is shown there. */
function pagesOf(center: HelpCenter): string {
  const urls = siteUrls();
  const built = center.articles.filter((article) => isBuilt(article));
  const titles = new Map([
    ...built.map((article) => [urls.article(article), article.title] as const),
    ...center.categories.map(({ locale, slug, title }) => [urls.category(locale, slug), title] as const),
  ]);
  const { articles, moved } = center.permalinks;
  const everPublished = [...Object.keys(articles), ...Object.keys(moved)].map((link) => link.replace(/#.*/, ''));
  const permalinks = everPublished.map((id) => urls.permalink(id));
  const paths = [...new Set([...sitePaths({ ...center, articles: built }), ...permalinks])].sort();
  return paths.map((path) => `${path}${titles.has(path) ? `  ${titles.get(path)}` : ''}\n`).join('');
}
