import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const own = Object.entries(scripts).flatMap(([name, command]) =>
  command.startsWith('node scripts/') ? [{ name, file: command.slice('node '.length) }] : [],
);

/** What a command cannot be called without. */
const NEEDED: Record<string, string[]> = { import: ['folder', '--out', 'out'], 'agents-app': ['chatwoot'] };

// Sixteen processes start; a loaded machine is slow, not wrong.
describe('every command', { timeout: 120_000 }, () => {
  it.concurrent.each(own)('$name refuses an option it does not know, in a sentence', async ({ name, file }) => {
    const needed = NEEDED[name] ?? [];
    const { status, stderr } = await run(file, [...needed, '--no-such-option']);
    expect(stderr).toBe("error: unknown option '--no-such-option'\n");
    expect(status).toBe(1);
  });

  it('is explained in scripts/README.md, and nothing else is', () => {
    const explained = [
      ...readFileSync(join(project, 'scripts/README.md'), 'utf8').matchAll(/^\| `([a-z-]+)[ `]/gm),
    ].map(([, name]) => name);
    expect(explained.sort()).toEqual(Object.keys(scripts).sort());
  });
});

it('a port that is none is refused by its option', async () => {
  const { status, stderr } = await run('scripts/preview.ts', ['--port', '70000']);
  expect(stderr).toBe(
    "error: option '--port <number>' argument '70000' is invalid. A port is a whole number from 0 to 65535.\n",
  );
  expect(status).toBe(1);
});

it('links of the documentation lead to files that exist', () => {
  const documents = ['README.md', ...['scripts', 'src', '.github'].flatMap((folder) => markdownBelow(folder))];
  const dead = documents.flatMap((document) => {
    const text = readFileSync(join(project, document), 'utf8')
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/`[^`\n]*`(?!\])/g, '');
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link!);
    return links
      .filter((link) => !existsSync(join(project, dirname(document), link)))
      .map((link) => `${document}: ${link}`);
  });
  expect(dead).toEqual([]);
});

function markdownBelow(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)));
}

function run(script: string, args: string[]): Promise<{ status: number; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(project, script), ...args],
      { cwd: project, encoding: 'utf8' },
      (_, __, stderr) => resolve({ status: child.exitCode ?? -1, stderr }),
    );
  });
}
