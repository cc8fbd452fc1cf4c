import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { contentRoot } from '../../../src/content/content-root.ts';
import { listFiles } from '../../../src/content/list-files.ts';
import { checkOutput, outputFolder } from '../../../src/integrations/output-folder.ts';
import { typedPath } from '../../../src/terminal/typed-path.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** As npm starts a command of this project that was typed in a folder. */
function typedIn(folder: string, project = process.cwd()): void {
  vi.stubEnv('INIT_CWD', folder);
  vi.stubEnv('npm_package_json', join(project, 'package.json'));
}

describe('a path that was typed', () => {
  it('begins where npm was called, not in the project that npm runs commands in', () => {
    typedIn('/owner/help');
    expect(typedPath('events/a.ndjson')).toBe('/owner/help/events/a.ndjson');
    expect(typedPath('/elsewhere')).toBe('/elsewhere');
  });

  it('begins in the working folder without npm, and where the scripts of another project call a command', () => {
    vi.stubEnv('npm_package_json', undefined);
    expect(typedPath('a')).toBe(resolve('a'));
    typedIn('/owner/help', '/another/project');
    expect(typedPath('a')).toBe(resolve('a'));
  });
});

describe('the folders of a help center', () => {
  it('are those of the project for the content that comes with it, wherever the command is typed', () => {
    for (const name of ['SIGNPOST_CONTENT', 'SIGNPOST_OUT', 'SIGNPOST_CACHE']) vi.stubEnv(name, undefined);
    typedIn(resolve('scripts'));
    expect([contentRoot(), outputFolder(), cacheFolder()]).toEqual(
      ['content', 'dist', '.cache'].map((at) => resolve(at)),
    );
    vi.stubEnv('SIGNPOST_CONTENT', resolve('content'));
    expect(outputFolder()).toBe(resolve('dist'));
  });

  it('are in the folder of its owner, but for what is kept for all of them', () => {
    vi.stubEnv('SIGNPOST_OUT', undefined);
    vi.stubEnv('SIGNPOST_CACHE', undefined);
    vi.stubEnv('SIGNPOST_CONTENT', 'help');
    typedIn('/owner');
    expect([contentRoot(), outputFolder(), cacheFolder()]).toEqual([
      '/owner/help',
      '/owner/help/dist',
      resolve('.cache'),
    ]);
    vi.stubEnv('SIGNPOST_OUT', 'public');
    vi.stubEnv('SIGNPOST_CACHE', '../kept');
    expect([outputFolder(), cacheFolder()]).toEqual(['/owner/public', '/kept']);
  });
});

describe('a content folder that is the root of a repository', () => {
  it('is content without what tools and builds have there', async () => {
    const root = await mkdtemp(join(tmpdir(), 'signpost-owner-'));
    try {
      const content = ['articles/en/a/dist/kept.svg', 'articles/en/a/one.md', 'files/a.pdf', 'site.yaml'];
      const beside = ['LICENSE', 'README.md', 'package.json'];
      const ignored = [
        ...['.editorconfig', '.github/workflows/help.yml', '.vscode/settings.json', '.git/HEAD'],
        ...['node_modules/x/site.yaml', 'dist/index.html', 'dist/articles/en/a/one.md'],
      ];
      for (const file of [...content, ...beside, ...ignored]) {
        await mkdir(dirname(join(root, file)), { recursive: true });
        await writeFile(join(root, file), '');
      }
      expect(await listFiles(root)).toEqual({ files: [...content, ...beside].sort(), problems: [] });
    } finally {
      await rm(root, { recursive: true });
    }
  });

  it('is built into its folder dist and into no other folder of it, by whatever path', async () => {
    const root = await mkdtemp(join(tmpdir(), 'signpost-owner-'));
    try {
      await mkdir(join(root, 'help'));
      await symlink(join(root, 'help'), join(root, 'link'));
      for (const content of ['help', 'link']) {
        vi.stubEnv('SIGNPOST_CONTENT', join(root, content));
        for (const out of ['help/dist', 'link/dist'])
          await expect(checkOutput(join(root, out)), `${content} into ${out}`).resolves.toBeUndefined();
        for (const out of ['help', 'help/public', 'help/dist/deeper', '.'])
          await expect(checkOutput(join(root, out)), `${content} into ${out}`).rejects.toThrow('It is');
      }
      await mkdir(join(root, 'help/dist'));
      await writeFile(join(root, 'help/dist/thesis.tex'), 'mine');
      await expect(checkOutput(join(root, 'help/dist'))).rejects.toThrow('It holds thesis.tex, and no list');
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
