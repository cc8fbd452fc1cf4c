import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withKnownPages } from '../../../src/content/parse-cache.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { parsedPages, type ParsedMarkdown } from '../../../src/markdown/parse.ts';

let root: string;
let cache: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'parse-cache-'));
  cache = join(root, 'cache');
  await mkdir(join(root, 'content/articles/en/lamps'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const write = (name: string, text: string): Promise<void> =>
  writeFile(join(root, `content/articles/en/lamps/${name}.md`), `---\ntitle: ${name}\nid: ${name}\ndescription: About ${name}.\n---\n\n${text}\n\n## Heading {#own}\n\n<blink>[link](other.md)</blink>\n`);

/** Reads as a process of its own would, and gives what it read and how many pages it knew. */
async function readInNewProcess() {
  parsedPages.asked.clear();
  let known = 0;
  const center = await withKnownPages(join(root, 'content'), () => ((known = parsedPages.kept.size), readHelpCenter(join(root, 'content'))), cache);
  return { center, known };
}

describe('Parsed pages', () => {
  test('are known to the next process, which reads the same from them', async () => {
    await write('bulbs', 'Bulbs glow.');
    await write('fuses', 'Fuses blow.');
    const first = await readInNewProcess();
    const second = await readInNewProcess();
    expect([first.known, second.known]).toEqual([0, 2]);
    expect(second.center).toEqual(first.center);
    expect(second.center.articles[0]!.oddities).toHaveLength(1);
  });

  test('are parsed anew where the text changed, and kept no longer than they are read', async () => {
    await write('bulbs', 'Bulbs glow.');
    await write('fuses', 'Fuses blow.');
    await readInNewProcess();
    await write('bulbs', 'Bulbs shine.');
    await rm(join(root, 'content/articles/en/lamps/fuses.md'));
    const changed = await readInNewProcess();
    expect(changed.center.articles.map(({ sections }) => sections[0]!.text)).toEqual(['Bulbs shine.']);
    expect((await readInNewProcess()).known).toBe(1);
  });

  test('are parsed again when the file is damaged, or nothing can be kept', async () => {
    await write('bulbs', 'Bulbs glow.');
    const whole = await readInNewProcess();
    const [name] = await readdir(cache);
    await writeFile(join(cache, name!), 'damaged');
    expect(await readInNewProcess()).toEqual(whole);
    expect((await readInNewProcess()).known).toBe(1);
    await rm(cache, { recursive: true });
    await writeFile(cache, 'no folder');
    expect(await readInNewProcess()).toEqual(whole);
  });

  test('are not read from the cache by a process that has them', async () => {
    await write('bulbs', 'Bulbs glow.');
    await readInNewProcess();
    await withKnownPages(join(root, 'content'), () => readHelpCenter(join(root, 'content')), join(root, 'no cache'));
    expect(await readdir(root)).not.toContain('no cache');
    expect([...parsedPages.asked.values()].map(({ sections }: ParsedMarkdown) => sections[0]!.text)).toEqual(['Bulbs glow.']);
  });
});
