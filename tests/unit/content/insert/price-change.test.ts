import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { llmsFull } from '../../../../scripts/lib/export/llms-full.ts';
import { sectionRecords } from '../../../../scripts/lib/export/section-records.ts';
import { RecordCache } from '../../../../src/cache/record-cache.ts';
import { checkContent } from '../../../../src/check/check-content.ts';
import { changesSince, fingerprint } from '../../../../src/content/fingerprint.ts';
import { ParseCache } from '../../../../src/content/parse-cache.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import { translationsOf } from '../../../../src/content/translations.ts';
import type { HelpCenter } from '../../../../src/content/types.ts';
import type { ConvertedTexts } from '../../../../src/integrations/loaders/converted-texts.ts';
import { syncArticles } from '../../../../src/integrations/loaders/sync-pages.ts';
import { parseMarkdown } from '../../../../src/markdown/parse.ts';
import { articleEntrySchema } from '../../../../src/schemas/entries.ts';

/** A help center in which the price stands in a text, a title and a snippet, and in a translation. */
const FILES: Record<string, string> = {
  'site.yaml':
    'name: Prices\ndescription: { en: Help., de: Hilfe. }\nurl: https://help.example.com\ndefaultLocale: en\nlocales: [{ code: en, label: English }, { code: de, label: Deutsch }]\ncontact: { channels: [{ type: email, label: Mail, address: help@example.com }] }\nform: 1\n',
  'snippets/en/price.md': 'A seat costs **:var{pro-price}**.\n',
  'snippets/de/price.md': 'Ein Platz kostet **:var{pro-price}**.\n',
  ...Object.fromEntries(
    ['en', 'de'].flatMap((locale) => [
      [`articles/${locale}/billing/_category.yaml`, 'title: Billing\ndescription: Money.\n'],
      [`articles/${locale}/billing/text.md`, article('text', 'It is :var{pro-price} a month.')],
      [`articles/${locale}/billing/snippet.md`, article('snippet', '## Price\n\n::snippet{price}')],
      [`articles/${locale}/billing/title.md`, article('title', 'Nothing else.', 'For :var{pro-price}')],
      [`articles/${locale}/billing/other.md`, article('other', 'This has no price.')],
    ]),
  ),
};

function article(id: string, body: string, title = id): string {
  return `---\ntitle: ${title}\nid: ${id}\ndescription: About ${id}.\n---\n\n${body}\n`;
}

let root: string;
let before: HelpCenter;
let after: HelpCenter;
let parsed: string[] = [];
/** What Astro's store renders, by text. */
const rendered: string[] = [];
const entries = new Map<string, { id: string; digest?: string }>();
let texts: ConvertedTexts;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-price-'));
  texts = new RecordCache(join(root, '.converted'));
  for (const [file, text] of Object.entries(FILES)) await write(file, text);
  await setPrice('12.90');
  const first = await readHelpCenter(root);
  for (const each of first.articles.filter(({ locale }) => locale === 'de')) {
    const source = first.articles.find(({ id, locale }) => id === each.id && locale === 'en')!;
    const text = await readFile(join(root, each.file), 'utf8');
    await write(each.file, text.replace('\nid:', `\nsource_hash: ${fingerprint(source, each)}\nid:`));
  }
  const cache = new ParseCache((markdown, path) => {
    parsed.push(path);
    return parseMarkdown(markdown, path);
  });
  before = await readHelpCenter(root, { parse: cache.parse });
  await sync(before);
  parsed = [];
  rendered.length = 0;
  await setPrice('13.50');
  after = await readHelpCenter(root, { parse: cache.parse });
  await sync(after);
});
afterAll(() => rm(root, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

const setPrice = (price: string): Promise<void> =>
  write('variables.yaml', `pro-price: { price: ${price}, currency: EUR }\n`);

async function sync(center: HelpCenter): Promise<void> {
  await syncArticles(
    {
      store: {
        keys: () => [...entries.keys()],
        get: (id: string) => entries.get(id),
        set: (entry: { id: string }) => {
          rendered.push(entry.id);
          entries.set(entry.id, entry);
        },
        delete: (id: string) => entries.delete(id),
      },
      config: { root: pathToFileURL(`${root}/`), image: { domains: [], remotePatterns: [] } },
      parseData: async ({ data }: { data: unknown }) => articleEntrySchema.parse(data),
    } as unknown as LoaderContext,
    center,
    texts,
  );
}

/** Space as Intl writes it, or any. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const WITH_PRICE = [
  'de/billing/snippet',
  'de/billing/text',
  'de/billing/title',
  'en/billing/snippet',
  'en/billing/text',
  'en/billing/title',
];

describe('A change of one price in variables.yaml', () => {
  test('reaches every page, and renders no other again', () => {
    expect(rendered.toSorted()).toEqual(WITH_PRICE);
    const body = (id: string): string => plain(texts.get(entries.get(id)?.digest ?? '')?.body ?? '').trim();
    expect(body('en/billing/text')).toBe('It is €13.50 a month.');
    expect(body('de/billing/text')).toBe('It is 13,50 € a month.');
    expect(body('de/billing/snippet')).toBe('## Price\n\nEin Platz kostet **13,50 €**.');
    expect(entries.get('en/billing/title')).toMatchObject({ data: { title: 'For €13.50' } });
  });

  test('leaves each page the files in which its parts are written', () => {
    expect(entries.get('de/billing/snippet')).toMatchObject({ data: { otherFiles: ['snippets/de/price.md'] } });
    expect(entries.get('de/billing/text')).toMatchObject({ data: { otherFiles: [] } });
  });

  test('parses the texts that show it anew and no others', () => {
    expect(parsed.toSorted()).toEqual(
      ['de/billing/snippet', 'de/billing/text', 'en/billing/snippet', 'en/billing/text'].map(
        (id) => `articles/${id}.md`,
      ),
    );
  });

  test('reaches the sections that are indexed and exported, and leaves the hashes of the others', () => {
    const records = (center: HelpCenter) => new Map(sectionRecords(center).map((each) => [each.page, each]));
    const [old, now] = [records(before), records(after)];
    const changed = [...now].filter(([page, { hash }]) => old.get(page)?.hash !== hash);
    expect(
      changed.map(([page]) => page.replace('https://help.example.com/', '').replace(/\/(#.*)?$/, '')).toSorted(),
    ).toEqual(WITH_PRICE);
    expect(changed.every(([, { title, text }]) => plain(title + text).match(/13[.,]50/))).toBe(true);
    expect(changed.map(([, { file }]) => file).filter((file) => file.startsWith('snippets/'))).toEqual([
      'snippets/de/price.md',
      'snippets/en/price.md',
    ]);
  });

  test('reaches the text for language models, and leaves no former price anywhere', () => {
    expect(llmsFull(after)).toContain('A seat costs **€13.50**.');
    expect(JSON.stringify(after.articles)).not.toMatch(/12[.,]90/);
  });

  test('leaves translations that put in the same complete', () => {
    expect(translationsOf(after).map(({ source, state }) => [source.id, state])).toEqual([
      ['other', 'complete'],
      ['snippet', 'complete'],
      ['text', 'complete'],
      ['title', 'complete'],
    ]);
  });

  test('keeps the articles of the reading before, where nothing that they put in changed', async () => {
    const again = await readHelpCenter(root, { former: after });
    expect(again.articles.every((each, index) => each === after.articles[index])).toBe(true);
    const other = await readHelpCenter(root, { former: before });
    expect(other.articles.filter((each) => before.articles.includes(each)).map(({ id }) => id)).toEqual([
      'other',
      'other',
    ]);
    expect(JSON.stringify(other.articles)).toBe(JSON.stringify(after.articles));
  });
});

describe('A translation', () => {
  test('that writes the price by hand is outdated when it changes', () => {
    const source = before.articles.find(({ id, locale }) => id === 'text' && locale === 'en')!;
    const byHand = { insertions: undefined };
    const changed = after.articles.find(({ file }) => file === source.file)!;
    expect(changesSince(fingerprint(source, byHand), source, byHand).changed).toEqual([]);
    expect(changesSince(fingerprint(source, byHand), changed, byHand).changed).toEqual([
      { line: 7, text: 'It is €13.50 a month.' },
    ]);
  });

  test('is outdated when a snippet of its source says something else, also where it puts in its own', async () => {
    await write('snippets/en/price.md', 'A seat costs **:var{pro-price}** a month.\n');
    const edited = await readHelpCenter(root);
    const states = translationsOf(edited).map(({ source, state, changed }) => [source.id, state, changed.length]);
    expect(states.filter(([, state]) => state !== 'complete')).toEqual([['snippet', 'outdated', 1]]);
    const [problem] = (await checkContent(edited)).filter(({ rule }) => rule === 'translation');
    expect(problem).toMatchObject({ file: 'articles/de/billing/snippet.md', line: 3 });
    expect(problem?.found).toContain('snippets/en/price.md:1: A seat costs **');
  });

  test('stays complete when its source’s text becomes a snippet', () => {
    const source = before.articles.find(({ id, locale }) => id === 'snippet' && locale === 'en')!;
    const written = { ...source, insertions: undefined };
    expect(changesSince(fingerprint(written, {}), source, source)).toEqual({ changed: [], removed: 0 });
  });
});
