import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RecordCache } from '../../../src/cache/record-cache.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { ConvertedTexts } from '../../../src/integrations/loaders/converted-texts.ts';
import { syncArticles } from '../../../src/integrations/loaders/sync-pages.ts';
import { articleEntrySchema } from '../../../src/schemas/entries.ts';

const SITE =
  'name: Lamps\ndescription: Help.\nurl: https://help.example.com\ndefaultLocale: en\nlocales: [{ code: en, label: English }]\ncontact: { channels: [{ type: email, label: Mail, address: help@example.com }] }\nform: 1\n';

let root: string;
let entries: Map<string, { id: string; digest?: string }>;
/** Ids of the entries that were put into the store, and of those whose text was converted. */
let stored: string[];
let texts: ConvertedTexts;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-sync-'));
  entries = new Map();
  texts = new RecordCache(join(root, 'converted'));
  await write('site.yaml', SITE);
  await write('articles/en/lamps/_category.yaml', 'title: Lamps\ndescription: All lamps.\n');
  for (const id of ['bulbs', 'fuses']) await article(id, `All about ${id}.`);
  await article('linking', 'See [bulbs](bulbs.md).');
});
afterEach(async () => {
  texts.close();
  await rm(root, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, 'content', file)), { recursive: true });
  await writeFile(join(root, 'content', file), text);
}

const article = (id: string, text: string, category = 'lamps'): Promise<void> =>
  write(
    `articles/en/${category}/${id}.md`,
    `---\ntitle: ${id}\nid: ${id}\ndescription: About ${id}.\n---\n\n${text}\n`,
  );

/** Brings the store in line with the content; gives the ids of the entries that changed. */
async function sync(): Promise<string[]> {
  stored = [];
  await syncArticles(
    {
      store: {
        keys: () => [...entries.keys()],
        get: (id: string) => entries.get(id),
        set: (entry: { id: string }) => {
          stored.push(entry.id);
          entries.set(entry.id, entry);
        },
        delete: (id: string) => entries.delete(id),
      },
      config: { root: pathToFileURL(`${root}/`), image: { domains: [], remotePatterns: [] } },
      parseData: async ({ data }: { data: unknown }) => articleEntrySchema.parse(data),
    } as unknown as LoaderContext,
    await readHelpCenter(join(root, 'content')),
    texts,
  );
  return stored.toSorted();
}

const htmlOf = (id: string): string | undefined => texts.get(entries.get(id)?.digest ?? '')?.rendered.html;

describe('The store of articles', () => {
  test('is left as it is where nothing changed', async () => {
    expect(await sync()).toEqual(['en/lamps/bulbs', 'en/lamps/fuses', 'en/lamps/linking']);
    expect(await sync()).toEqual([]);
  });

  test('lets others have a turn between two articles where they take their time', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    const seen = new Set<number>();
    const other = (): void => void (seen.add(stored.length) && (turn = setImmediate(other)));
    let turn = setImmediate(() => {});
    const syncing = sync();
    other();
    await syncing.finally(() => clearImmediate(turn));
    vi.restoreAllMocks();
    expect([...seen]).toEqual(expect.arrayContaining([1, 2]));
  });

  test('converts of a changed article that one alone, and of a new one no other', async () => {
    await sync();
    await article('fuses', 'Fuses blow.');
    expect(await sync()).toEqual(['en/lamps/fuses']);
    expect(htmlOf('en/lamps/fuses')).toBe('<p>Fuses blow.</p>');
    await article('new', 'New.');
    expect(await sync()).toEqual(['en/lamps/new']);
  });

  test('converts an article anew whose link leads elsewhere, or nowhere any more', async () => {
    await sync();
    expect(htmlOf('en/lamps/linking')).toContain('href="/en/lamps/bulbs/"');
    await article('linking', 'See [bulbs](id:bulbs).');
    await sync();
    await rm(join(root, 'content/articles/en/lamps/bulbs.md'));
    await write('articles/en/lights/_category.yaml', 'title: Lights\ndescription: All lights.\n');
    await article('bulbs', 'All about bulbs.', 'lights');
    expect(await sync()).toEqual(['en/lamps/linking', 'en/lights/bulbs']);
    expect(htmlOf('en/lamps/linking')).toContain('href="/en/lights/bulbs/"');
    await rm(join(root, 'content/articles/en/lights/bulbs.md'));
    expect(await sync()).toEqual(['en/lamps/linking']);
    expect(htmlOf('en/lamps/linking')).toBe('<p>See <a>bulbs</a>.</p>');
  });

  test('converts no text again that is kept, whatever became of the store', async () => {
    await sync();
    const before = htmlOf('en/lamps/fuses');
    entries.clear();
    const kept = texts;
    const made: string[] = [];
    texts = new Proxy(kept, {
      get: (cache, name) =>
        name === 'set'
          ? (key: string) => made.push(key)
          : (cache[name as keyof ConvertedTexts] as () => unknown).bind(cache),
    });
    expect(await sync()).toHaveLength(3);
    expect([htmlOf('en/lamps/fuses'), made]).toEqual([before, []]);
  });

  test('converts texts again that are no longer kept', async () => {
    await sync();
    texts.close();
    texts = new RecordCache(join(root, 'another'));
    expect(await sync()).toHaveLength(3);
    expect(htmlOf('en/lamps/fuses')).toBe('<p>All about fuses.</p>');
  });
});
