import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatReport } from '../../../src/check/report.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';

/**
 * A folder dropped into tests/fixtures/content is a test: its content/ is laid over _base (a small
 * help center without a fault), what removed.txt lists is taken away, and report.txt is the whole
 * report. `npm run fixtures -- check/check` writes report.txt anew; read the difference before committing it.
 */
const folder = fileURLToPath(new URL('../../fixtures/content/', import.meta.url));
const fixtures = readdirSync(folder).filter((name) => name !== '_base');

/** Stands for a model that knows none of the languages, so the rules compare words alone. */
const wordsOnly = { understands: () => false, embed: () => Promise.reject(new Error('Nothing is to be embedded.')) };

async function reportOn(name: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'signpost-content-'));
  try {
    await cp(join(folder, '_base'), root, { recursive: true });
    const removed = join(folder, name, 'removed.txt');
    if (existsSync(removed)) {
      for (const path of (await readFile(removed, 'utf8')).split('\n').filter(Boolean))
        await rm(join(root, path), { recursive: true });
    }
    const own = join(folder, name, 'content');
    if (existsSync(own)) await cp(own, root, { recursive: true, verbatimSymlinks: true });
    const center = await readHelpCenter(root);
    return formatReport(await checkContent(center, { today: new Date('2026-06-01'), embedder: wordsOnly }), center, {
      colour: false,
    });
  } finally {
    await rm(root, { recursive: true });
  }
}

describe('the report on the content fixture', () => {
  it.each(fixtures)('%s is made of its content folder and nothing that lies beside it', async (name) => {
    const others = (await readdir(join(folder, name))).filter(
      (entry) => !['content', 'removed.txt', 'report.txt'].includes(entry),
    );
    expect(others).toEqual([]);
  });

  it.each(fixtures)('%s is exactly report.txt', async (name) => {
    await expect(await reportOn(name)).toMatchFileSnapshot(join(folder, name, 'report.txt'));
  });
});
