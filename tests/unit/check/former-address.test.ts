import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { applyFixes } from '../../../src/check/fix.ts';
import { gitHistory } from '../../../src/check/git-history.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-former-'));
  await cp(base, root, { recursive: true });
  git('init', '-q');
  commit();
});
afterEach(() => rm(root, { recursive: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: root, stdio: 'pipe' });
function commit(): void {
  git('add', '.');
  git('commit', '-qm', 'next');
}
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(join(root, to)), { recursive: true });
  await rename(join(root, from), join(root, to));
}
const read = (file: string) => readFile(join(root, file), 'utf8');
const edit = async (file: string, change: (text: string) => string) =>
  writeFile(join(root, file), change(await read(file)));
const found = async () =>
  (await checkContent(await readHelpCenter(root), { only: ['former-address', 'redirects'] })).map(
    ({ file, found: what }) => `${file}: ${what}`,
  );
const script = fileURLToPath(new URL('../../../scripts/check.ts', import.meta.url));
const command = (content: string, ...options: string[]) =>
  spawnSync(process.execPath, [script, '--only', ...options], {
    env: { ...process.env, SIGNPOST_CONTENT: content, NO_COLOR: '1' },
    encoding: 'utf8',
  });
const fix = async () => applyFixes(root, await checkContent(await readHelpCenter(root), { only: ['former-address'] }));

describe('an article that was renamed or moved', () => {
  it('is told to have lost its address, before and after the move is committed, and --fix gives it back', async () => {
    await move('articles/en/billing/refunds.md', 'articles/en/plans/money-back.md');
    const lost = ['articles/en/plans/money-back.md: nothing at /en/billing/refunds/ any more, where it was before'];
    expect(await found()).toEqual(lost);
    commit();
    expect(await found()).toEqual(lost);
    expect((await fix()).map(({ file }) => file)).toEqual(['articles/en/plans/money-back.md']);
    expect(await read('articles/en/plans/money-back.md')).toContain(
      'related: [invoices]\naliases:\n  - /en/billing/refunds\n---\n',
    );
    expect(await found()).toEqual([]);
  });

  it('gets each of its addresses once, however often it was moved, in the form that its aliases have', async () => {
    await edit('articles/en/plans/pause.md', (text) =>
      text.replace('\n---\n', '\naliases: [/hc/1]\n---\n').replaceAll('\n', '\r\n'),
    );
    await move('articles/en/plans/pause.md', 'articles/en/plans/break.md');
    commit();
    await move('articles/en/plans/break.md', 'articles/en/plans/rest (short).md');
    await edit('articles/ko/billing/refunds.md', (text) => text.replace('\n---\n', '\naliases:\n- /hc/2\n---\n'));
    await move('articles/ko/billing/refunds.md', 'articles/ko/billing/money.md');
    await fix();
    expect(await read('articles/en/plans/rest (short).md')).toContain(
      '\r\naliases: [/en/plans/break, /en/plans/pause, /hc/1]\r\n---\r\n',
    );
    expect(await read('articles/ko/billing/money.md')).toContain('aliases:\n- /ko/billing/refunds\n- /hc/2\n---\n');
    expect(await found()).toEqual([]);
  });

  it('goes by its id: a draft had no address, another article may stand at the old one, and one that is gone has no heir', async () => {
    await edit('articles/en/plans/pause.md', (text) => text.replace('\n---\n', '\ndraft: true\n---\n'));
    commit();
    await move('articles/en/plans/pause.md', 'articles/en/plans/break.md');
    await edit('articles/en/plans/break.md', (text) => text.replace('draft: true\n', ''));
    await rm(join(root, 'articles/en/billing/invoices.md'));
    await move('articles/en/billing/refunds.md', 'articles/en/billing/money-back.md');
    await writeFile(
      join(root, 'articles/en/billing/refunds.md'),
      '---\ntitle: Other\nid: other\ndescription: Another one.\n---\n\nText.\n',
    );
    expect(await found()).toEqual([]);
  });

  it('leaves a translation’s address to the article of the default language, where the translation is gone', async () => {
    await move('articles/en/billing/refunds.md', 'articles/en/billing/money-back.md');
    await rm(join(root, 'articles/ko/billing/refunds.md'));
    await fix();
    expect(await read('articles/en/billing/money-back.md')).toContain(
      '  - /en/billing/refunds\n  - /ko/billing/refunds\n',
    );
  });
});

it('a category that was renamed keeps its address, too', async () => {
  await move('articles/en/plans', 'articles/en/subscription');
  commit();
  expect((await found()).map((line) => line.split(' any more')[0])).toEqual([
    'articles/en/subscription/_category.yaml: nothing at /en/plans/',
    'articles/en/subscription/pause.md: nothing at /en/plans/pause/',
  ]);
  await fix();
  expect(await read('articles/en/subscription/_category.yaml')).toMatch(/\naliases:\n {2}- \/en\/plans\n$/);
  expect(await found()).toEqual([]);
});

it('without git nothing is known of earlier addresses', async () => {
  await rm(join(root, '.git'), { recursive: true });
  await move('articles/en/billing/refunds.md', 'articles/en/billing/money-back.md');
  expect(await found()).toEqual([]);
});

describe('where earlier addresses cannot be looked for', () => {
  it('the command says so in one line and does not fail', async () => {
    await rm(join(root, '.git'), { recursive: true });
    expect(command(root, 'former-address')).toMatchObject({
      status: 0,
      stderr: `i ${root}: addresses that were lost were not looked for (former-address): the folder is in no git repository. Run the check where it is.\n\n`,
    });
  });

  it('as in a shallow clone, it says what brings them back', async () => {
    const clone = join(root, 'clone');
    await move('articles/en/billing/refunds.md', 'articles/en/billing/money-back.md');
    commit();
    git('clone', '-q', '--depth', '1', `file://${root}`, clone);
    expect(gitHistory(clone).unknown()).toBe(
      'this clone holds the newest commits only. Fetch all of them: git fetch --unshallow, or fetch-depth: 0 for actions/checkout.',
    );
  });

  it('without git, it says what to install', () => {
    vi.stubEnv('PATH', root);
    expect(gitHistory(root).unknown()).toBe('there is no git to ask. Install it.');
    vi.unstubAllEnvs();
  });

  it('it is silent where git was asked, and where nothing was committed that could be lost', async () => {
    expect(gitHistory(root).unknown()).toBeUndefined();
    await rm(join(root, '.git'), { recursive: true });
    git('init', '-q');
    expect(gitHistory(root).unknown()).toBeUndefined();
  });

  it('it is silent where another rule was asked for', async () => {
    await rm(join(root, '.git'), { recursive: true });
    expect(command(root, 'orphan').stderr).toBe('');
  });
});
