import { link, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkOutput, LIST, publishOutput } from '../../../src/integrations/output-folder.ts';

let root: string;
let out: string;
let staged: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'output-'));
  [out, staged] = [join(root, 'out'), join(root, 'staged')];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true });
});

async function write(folder: string, files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** Whatever lies below a folder but the list, with its text or where it leads. */
async function read(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found = entries
    .filter((entry) => !entry.isDirectory())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = entry.isSymbolicLink() ? `-> ${await readlink(path)}` : await readFile(path, 'utf8');
      return [relative(folder, path), text] as const;
    });
  return Object.fromEntries((await Promise.all(found)).filter(([file]) => file !== LIST));
}

/** A build of these files. */
async function build(files: Record<string, string>): Promise<void> {
  await rm(staged, { recursive: true, force: true });
  await write(staged, files);
  await publishOutput(staged, out);
}

describe('A build', () => {
  test('writes into a new folder, and the next removes what it does not make again, with the folders left empty', async () => {
    await build({
      'index.html': '1',
      'en/kept/index.html': '1',
      'en/gone/deep/index.html': '1',
      '.well-known/old': '1',
    });
    await build({ 'index.html': '2', 'en/kept/index.html': '1' });
    expect(await read(out)).toEqual({ 'index.html': '2', 'en/kept/index.html': '1' });
    expect((await readdir(out)).sort()).toEqual([LIST, 'en', 'index.html']);
  });

  test('makes a folder of what was a file, and a file of what was a folder', async () => {
    await build({ plan: '1', 'guide/index.html': '1' });
    await build({ 'plan/one.txt': '2', guide: '2' });
    expect(await read(out)).toEqual({ 'plan/one.txt': '2', guide: '2' });
  });

  test('leaves what others put beside its files, and the repository it is published from', async () => {
    await build({ 'index.html': '1', 'en/old.html': '1' });
    await write(out, { 'en/CNAME': 'mine', '.git/HEAD': 'ref', 'google123.html': 'mine' });
    await build({ 'index.html': '2' });
    expect(await read(out)).toEqual({
      'index.html': '2',
      'en/CNAME': 'mine',
      '.git/HEAD': 'ref',
      'google123.html': 'mine',
    });
  });

  test('does not write into a file or folder that lies elsewhere, too', async () => {
    await build({ 'index.html': '1', 'en/page.html': '1', 'page.md': '1' });
    await write(root, { 'release/index.html': 'mine', 'release/page.html': 'mine', 'release/page.md': 'mine' });
    await rm(out, { recursive: true });
    await mkdir(out);
    await link(join(root, 'release/index.html'), join(out, 'index.html'));
    await symlink(join(root, 'release/page.md'), join(out, 'page.md'));
    await writeFile(join(out, LIST), 'index.html\npage.md\n../release/page.html\n/etc/passwd\n');
    await build({ 'index.html': '2', 'page.md': '2' });
    expect(await read(join(root, 'release'))).toEqual({ 'index.html': 'mine', 'page.html': 'mine', 'page.md': 'mine' });
    expect(await read(out)).toEqual({ 'index.html': '2', 'page.md': '2' });
  });

  test('that was stopped half way is tidied up by the next one', async () => {
    await build({ 'index.html': '1' });
    await writeFile(join(out, LIST), 'index.html\nhalf.html\n');
    await writeFile(join(out, 'half.html'), 'hal');
    await build({ 'index.html': '1' });
    expect(await read(out)).toEqual({ 'index.html': '1' });
  });
});

describe('Before a build touches anything, it refuses', () => {
  test('a folder with files and no list of an earlier build', async () => {
    await write(out, { 'thesis.tex': 'mine', 'a/b': 'mine' });
    await expect(build({ 'index.html': '1' })).rejects.toThrow(
      `${out} is no folder to build into, and nothing in it was touched. It holds a/b, thesis.tex, and no list of an ` +
        `earlier build (${LIST}). Remove them yourself if nobody needs them. Name another folder (that of a build by SIGNPOST_OUT), which`,
    );
    expect(await read(out)).toEqual({ 'thesis.tex': 'mine', 'a/b': 'mine' });
  });

  test.each([
    ['en/index.html', 'a file of the same name'],
    ['en', 'a file where a folder belongs'],
    ['en/index.html/note', 'a folder where a file belongs'],
  ])('somebody’s %s: %s', async (file) => {
    await build({ 'index.html': '1', 'old.html': '1' });
    await write(out, { [file]: 'mine' });
    await expect(build({ 'index.html': '2', 'en/index.html': '2' })).rejects.toThrow(
      `No build wrote ${file}, and this one has files of the same names. Move them away.`,
    );
    expect(await read(out)).toEqual({ 'index.html': '1', 'old.html': '1', [file]: 'mine' });
  });

  test('a link to a folder where one of its folders belongs', async () => {
    await build({ 'index.html': '1' });
    await write(root, { 'elsewhere/page.html': 'mine' });
    await symlink(join(root, 'elsewhere'), join(out, 'en'));
    await expect(build({ 'en/page.html': '2' })).rejects.toThrow('No build wrote en,');
    expect(await read(join(root, 'elsewhere'))).toEqual({ 'page.html': 'mine' });
  });

  test('folders that the project or its owner lives in, by whatever path', async () => {
    const content = join(root, 'content');
    await write(content, { 'site.yaml': '', 'articles/en/one.md': '' });
    await symlink(content, join(root, 'link'));
    vi.stubEnv('SIGNPOST_CONTENT', content);
    const inside = [
      content,
      root,
      join(content, 'articles'),
      join(content, 'new/dist'),
      join(root, 'link'),
      join(root, 'link/new'),
    ];
    const projects = ['.', 'src', 'src/new', 'scripts', 'node_modules/out', '.git', '..', '/', homedir()];
    for (const folder of [...inside, ...projects])
      await expect(checkOutput(resolve(folder)), folder).rejects.toThrow('nothing in it was touched. It is');
    await expect(checkOutput(join(content, 'site.yaml'))).rejects.toThrow('nothing in it was touched. It is');
  });

  test('a file in place of the folder', async () => {
    await write(root, { out: 'mine' });
    await expect(build({ 'index.html': '1' })).rejects.toThrow('It is a file.');
  });
});

test('whatever lies in a folder, no build removes or changes a file that no build wrote', async () => {
  const names = fc.constantFrom('a', 'b', 'c/a', 'c/b', 'c', 'a/b', '.git/a', 'd/e/f');
  const files = fc.uniqueArray(names, { maxLength: 5 }).map((list) =>
    // A path is a file or a folder, not both.
    list.filter((file) => !list.some((other) => other.startsWith(`${file}/`))),
  );
  const step = fc.record({ foreign: files, built: fc.array(files, { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
      await rm(out, { recursive: true, force: true });
      const mine: Record<string, string> = {};
      for (const [turn, { foreign, built }] of steps.entries()) {
        for (const file of foreign) {
          const text = `mine ${turn}`;
          const there = { ...(await read(out).catch(() => ({}))) };
          if (
            Object.keys(there).some(
              (other) => other === file || other.startsWith(`${file}/`) || file.startsWith(`${other}/`),
            )
          )
            continue;
          await write(out, { [file]: text });
          mine[file] = text;
        }
        for (const list of built) {
          const made = Object.fromEntries(
            list.filter((file) => !file.startsWith('.git')).map((file) => [file, 'built']),
          );
          const refused = await build(made).then(
            () => false,
            () => true,
          );
          const after = await read(out).catch((): Record<string, string> => ({}));
          expect(after).toMatchObject(mine);
          if (!refused) expect(after).toEqual({ ...made, ...mine });
        }
      }
    }),
    { numRuns: 100 },
  );
}, 300_000);
