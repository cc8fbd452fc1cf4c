import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createRepository, type Wishes } from '../../../../scripts/lib/create/create-repository.ts';
import { checkContent } from '../../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import { languages } from '../../../../src/i18n/languages.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'signpost-create-')), 'help');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const version = { repository: 'example/signpost', revision: 'v1.2.3', comment: '' };
const create = (wishes: Partial<Wishes> = {}, from = version as Parameters<typeof createRepository>[2]) =>
  createRepository(
    folder,
    { name: 'Made', url: 'https://help.example.com', email: 'help@example.com', locales: ['en'], ...wishes },
    from,
  );
const read = (file: string) => readFile(join(folder, file), 'utf8');

describe('npm run create', () => {
  it('makes a repository whose content has no fault, in each language there are starting texts in', async () => {
    const { files, untranslated } = await create({ locales: ['zh-cn', 'en', 'ko'] });
    const center = await readHelpCenter(folder);
    expect(await checkContent(center)).toEqual([]);
    expect(center.articles).toHaveLength(12);
    expect(center.site).toMatchObject({ form: 1, defaultLocale: 'zh-cn', name: 'Made', base: '/' });
    expect(untranslated).toEqual([]);
    expect(files.filter((file) => !file.startsWith('articles/'))).toEqual([
      '.editorconfig',
      '.github/workflows/comment.yml',
      '.github/workflows/help.yml',
      '.github/workflows/weekly.yml',
      '.gitignore',
      '.vscode/extensions.json',
      '.vscode/settings.json',
      'README.md',
      'site.yaml',
    ]);
    expect(
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
    ).toHaveLength(files.length);
  });

  it.each(Object.keys(languages))('begins in any language that Signpost speaks, such as %s', async (locale) => {
    const { untranslated } = await create({ locales: [locale] });
    // What a shipped language lacks is not the new folder's.
    const problems = (await checkContent(await readHelpCenter(folder))).filter(
      ({ rule }) => rule !== 'interface-strings',
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(untranslated).toEqual(['en', 'ko', 'zh-cn'].includes(locale) ? [] : [locale]);
  });

  it('writes no text of another language for a default one that has none of its own', async () => {
    await create({ locales: ['ar', 'ko'] });
    const { site } = await readHelpCenter(folder);
    expect(site?.description).toEqual({
      ar: 'Answers to what customers ask most.',
      ko: '고객이 자주 묻는 질문에 대한 답변입니다.',
    });
  });

  it('names the version that builds it once, in a workflow of few lines', async () => {
    await create();
    const text = await read('.github/workflows/help.yml');
    const { jobs } = parse(text) as { jobs: Record<string, { steps: { uses: string }[] }> };
    expect(
      Object.values(jobs).flatMap(({ steps }) => steps.map(({ uses }) => uses.replace(/@[0-9a-f]{40}$/, '@commit'))),
    ).toEqual(['example/signpost/.github/actions/help-center@v1.2.3', 'actions/deploy-pages@commit']);
    const written = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
    expect(written.length).toBeLessThan(20);
    // As those that keep versions new look for them: a line each.
    expect(written.filter((line) => /^ +- uses: \S+(?: # \S+)?$/.test(line))).toHaveLength(2);
    for (const file of [
      'README.md',
      'site.yaml',
      '.github/workflows/comment.yml',
      '.github/workflows/help.yml',
      '.github/workflows/weekly.yml',
      '.vscode/settings.json',
    ])
      expect(await read(file), file).not.toMatch(
        /(?<!\$\{)\{(name|clone|revision|manual|schemas|minute|checkout|deploy|action|comment|weekly|form)\}/,
      );
    // Whoever writes sees what the workflows will say, not what a newer version would.
    expect(await read('README.md')).toContain('git -C ../signpost checkout v1.2.3 ');
    expect(await read('.vscode/settings.json')).toContain(
      '"https://raw.githubusercontent.com/example/signpost/v1.2.3/src/schemas/json/site.schema.json": "site.yaml"',
    );
  });

  it('explains to editors the fields of every file that has a schema of its own', async () => {
    await create();
    const settings = JSON.parse(await read('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> };
    const named = Object.keys(settings['yaml.schemas']).map((address) => address.replace(/.*\//, ''));
    const shipped = (await readdir('src/schemas/json')).filter((file) => !/^(article|page|snippet)\./.test(file));
    expect(named.sort()).toEqual(shipped.sort());
  });

  it('has pull requests commented on by the same version, when the workflow that checks them has ended', async () => {
    await create();
    const help = parse(await read('.github/workflows/help.yml')) as { name: string };
    const text = await read('.github/workflows/comment.yml');
    expect(parse(text)).toMatchObject({
      on: { workflow_run: { workflows: [help.name], types: ['completed'] } },
      permissions: { actions: 'read', 'pull-requests': 'write' },
      jobs: {
        comment: {
          if: "github.event.workflow_run.event == 'pull_request'",
          steps: [{ uses: 'example/signpost/.github/actions/comment@v1.2.3' }],
        },
      },
    });
    expect(text.split('\n').length).toBeLessThan(15);
  });

  it('says where a copy that does not know its origin has to be named', async () => {
    await create({}, { repository: undefined, revision: 'v1.2.3', comment: '' });
    expect(await read('.github/workflows/help.yml')).toContain(
      'uses: OWNER/signpost/.github/actions/help-center@v1.2.3',
    );
    expect(JSON.parse(await read('.vscode/settings.json'))).toMatchObject({
      'yaml.schemas': { '../signpost/src/schemas/json/site.schema.json': 'site.yaml' },
    });
  });

  it('writes whatever a name holds as text', async () => {
    const name = '{email}: "&co" # 한</script>';
    await create({ name, url: 'https://example.com/a/help' });
    const { site } = await readHelpCenter(folder);
    expect(site).toMatchObject({ name, url: 'https://example.com', base: '/a/help/' });
  });

  it.each([
    [{ url: 'help.example.com' }, '--url help.example.com: expected an address such as https://help.example.com'],
    [{ url: 'javascript:alert(1)' }, '--url javascript:alert(1): expected an address such as'],
    [{ email: 'nobody' }, 'site.yaml cannot say contact.channels.0.address: '],
    [{ name: '' }, 'site.yaml cannot say name: '],
    [{ locales: ['kp'] }, '--locale kp: Signpost speaks '],
    [{ locales: ['../..'] }, '--locale ../..: Signpost speaks '],
  ])('refuses %j and writes nothing', async (wishes, message) => {
    await expect(create(wishes)).rejects.toThrow(message);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('refuses a folder with anything in it but a repository without files', async () => {
    await mkdir(join(folder, '.git'), { recursive: true });
    await writeFile(join(folder, 'thesis.tex'), 'mine');
    await expect(create()).rejects.toThrow(
      `${folder} holds thesis.tex, and nothing was written. Name a folder that is new or empty.`,
    );
    expect(await readdir(folder)).toEqual(['.git', 'thesis.tex']);
    await rm(join(folder, 'thesis.tex'));
    await expect(create()).resolves.toBeDefined();
  });

  it('refuses a file', async () => {
    await writeFile(folder, 'mine');
    await expect(create()).rejects.toThrow(`${folder} is a file. Name a folder that is new or empty.`);
  });
});
