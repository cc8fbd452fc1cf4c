import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const CONTENT = 'tests/fixtures/content/_base';

// A process starts and reads a help center; a loaded machine is slow, not wrong.
it('npm run links names what leads nowhere, by file and line, and asks this machine only when told to', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-links-command-'));
  const server = createServer((_, response) => void response.writeHead(404).end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gone`;
  try {
    await cp(CONTENT, folder, { recursive: true });
    const file = relative('.', join(folder, 'site.yaml')).replaceAll('\\', '/');
    const site = await readFile(join(folder, 'site.yaml'), 'utf8');
    await writeFile(join(folder, 'site.yaml'), `${site.trimEnd()}\nfooter: [{ label: Gone, url: '${address}' }]\n`);
    const [shy, allowed] = await Promise.all([
      run(folder, ['--strict']),
      run(folder, ['--strict', '--markdown', '--allow-private']),
    ]);
    const line = site.trimEnd().split('\n').length + 1;
    expect(shy).toMatchObject({ status: 0 });
    expect(shy.stdout).toContain(`  ${address} is not on the public Internet\n      ${file}:${line}\n`);
    expect(allowed).toMatchObject({ status: 1 });
    expect(allowed.stdout).toContain(`- [ ] \`${address}\` \`has no such page (404)\`: \`${file}\`, line ${line}\n`);
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
});

function run(content: string, options: string[]): Promise<{ status: number; stdout: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/links.ts', ...options],
      { encoding: 'utf8', env: { ...process.env, SIGNPOST_CONTENT: content, NO_COLOR: '1' } },
      (_, stdout) => resolve({ status: child.exitCode ?? -1, stdout }),
    );
  });
}
