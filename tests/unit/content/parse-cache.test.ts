import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ParseCache, processParseCache, readCachedHelpCenter } from '../../../src/content/parse-cache.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';

let root: string;
let folder: string;
let parsed: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'parse-cache-'));
  folder = join(root, 'cache');
  parsed = [];
  await mkdir(join(root, 'content/articles/en/lamps'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const write = (name: string, text: string): Promise<void> =>
  writeFile(
    join(root, `content/articles/en/lamps/${name}.md`),
    `---\ntitle: ${name}\nid: ${name}\ndescription: About ${name}.\n---\n\n${text}\n\n## Heading {#own}\n\n<blink>[link](other.md)</blink>\n`,
  );

/** A cache as a process of its own has it, which notes what it had to parse. */
const newCache = (): ParseCache =>
  new ParseCache((markdown, path) => {
    parsed.push(path);
    return parseMarkdown(markdown, path);
  });

/** Reads as a process of its own would, and gives what it read and how many pages it parsed. */
async function readInNewProcess(cache = newCache()) {
  parsed = [];
  const center = await readCachedHelpCenter(join(root, 'content'), { cache, folder });
  return { center, parsed: parsed.length };
}

describe('Parsed pages', () => {
  test('are known to the next process, which reads the same from them', async () => {
    await write('bulbs', 'Bulbs glow.');
    await write('fuses', 'Fuses blow.');
    const first = await readInNewProcess();
    const second = await readInNewProcess();
    expect([first.parsed, second.parsed]).toEqual([2, 0]);
    expect(second.center).toEqual(first.center);
    expect(second.center.articles[0]!.diagnostics).toHaveLength(1);
  });

  test('are parsed anew where the text changed', async () => {
    await write('bulbs', 'Bulbs glow.');
    await write('fuses', 'Fuses blow.');
    await readInNewProcess();
    await write('bulbs', 'Bulbs shine.');
    await rm(join(root, 'content/articles/en/lamps/fuses.md'));
    const changed = await readInNewProcess();
    expect(changed.center.articles.map(({ sections }) => sections[0]!.text)).toEqual(['Bulbs shine.']);
    expect(changed.parsed).toBe(1);
  });

  test('are parsed again when the file is damaged, or nothing can be kept', async () => {
    await write('bulbs', 'Bulbs glow.');
    const whole = await readInNewProcess();
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const each of names.filter((one) => one.isFile()))
      await writeFile(join(each.parentPath, each.name), 'damaged');
    expect(await readInNewProcess()).toEqual(whole);
    expect((await readInNewProcess()).parsed).toBe(0);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'no folder');
    expect(await readInNewProcess()).toEqual(whole);
  });

  test('are there for a process that goes on, whoever removes the cache', async () => {
    await write('bulbs', 'Bulbs glow.');
    const cache = newCache();
    expect((await readInNewProcess(cache)).parsed).toBe(1);
    await rm(folder, { recursive: true });
    expect((await readInNewProcess(cache)).parsed).toBe(0);
  });

  test('differ with the locale, whose words stand in them', async () => {
    const cache = newCache();
    const note = '> [!NOTE]\n> Bulbs glow.';
    expect(cache.parse(note, 'articles/en/lamps/a.md')).toBe(cache.parse(note, 'articles/en/lamps/b.md'));
    expect(cache.parse(note, 'articles/ko/lamps/a.md')).not.toBe(cache.parse(note, 'articles/en/lamps/a.md'));
  });

  test('are one and the same cache for both copies of this module that a build loads', () => {
    expect(processParseCache()).toBe(processParseCache());
    expect((globalThis as Record<symbol, unknown>)[Symbol.for('signpost.parse-cache')]).toBe(processParseCache());
  });
});
