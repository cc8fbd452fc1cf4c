import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import { anyCharacter } from '../any-character.ts';
import { hostileName, hostileText } from '../import/hostile.ts';
import * as odd from './odd-values.ts';

/** Files of a content folder by their paths. */
type Content = Map<string, string | Uint8Array>;

const quoted = (value: unknown): string => JSON.stringify(value);
const fields = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([field, value]) => `${field}: ${quoted(value)}`)
    .join('\n');
const some = <Value>(from: readonly Value[], maxLength = 2): fc.Arbitrary<Value[]> =>
  fc.subarray([...from], { maxLength });
const often = <Value>(value: fc.Arbitrary<Value>, usual: Value): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: value });
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...odd.WORDS) },
  { weight: 1, arbitrary: hostileName },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 40 }) },
);

const text = fc
  .tuple(fc.oneof(hostileText, word), some(odd.PICTURES), some(odd.DOWNLOADS), some(odd.RUNNING, 1), fc.nat(9))
  .map(([body, pictures, downloads, running, chance]) =>
    [
      'Some text of this article, so that it says something.',
      `## ${body.slice(0, 30).replace(/[\r\n]/g, ' ')}`,
      body,
      ...pictures.map((file) => `![A picture](<images/${encodeURI(file).replace('#', '%23').replace('?', '%3F')}>)`),
      ...pictures.slice(1).map((file) => `<img src="images/${encodeURI(file)}" alt="Another">`),
      ...downloads.map((file) => `[A file](<../../../files/${encodeURI(file)}>)`),
      ...(chance === 0 ? running.map((file) => `[A page](../../../files/${file})`) : []),
    ].join('\n\n'),
  );

const article = fc
  .record({
    id: fc.constantFrom(...odd.IDS),
    title: word,
    description: word,
    aliases: some(odd.ALIASES),
    more: fc.record(
      { section: word, keywords: fc.array(word, { maxLength: 3 }), related: some(odd.IDS, 1) },
      { requiredKeys: [] },
    ),
    day: often(fc.constantFrom(...odd.DAYS), '2026-05-01'),
    text,
  })
  .map(
    ({ id, title, description, aliases, more, day, text: body }) =>
      `---\n${fields({ id, title, description, aliases, ...more })}\nupdated: ${day}\n---\n\n${body}\n`,
  );

const category = fc
  .record({
    title: word,
    description: word,
    // A name that is no icon ends most contents, which then have no category.
    icon: often(fc.constantFrom('book', 'constructor', '', '../x'), 'bike'),
    order: fc.constantFrom(1, -1e308, 0.5, 1e21),
    aliases: some(odd.ALIASES, 1),
  })
  .map(fields);

const siteOf = (name: string, locales: string[], more: Record<string, unknown>): string =>
  fields({
    name,
    description: name,
    url: 'https://help.example.com',
    defaultLocale: locales[0],
    locales: locales.map((code) => ({ code, label: code, dir: code === 'ar' ? 'rtl' : 'ltr' })),
    contact: { channels: [{ type: 'email', label: name, address: 'help@example.com' }] },
    search: { models: [{ languages: ['*', 'en'], source: 'none' }] },
    ...more,
  });
const settings = fc
  .record({
    name: often(word, 'Help'),
    locales: often(fc.subarray(odd.LOCALES, { minLength: 1, maxLength: 3 }), ['en', 'ko']),
    more: fc.dictionary(fc.constantFrom(...odd.SETTINGS), fc.constantFrom(...odd.VALUES), { maxKeys: 2 }),
  })
  .map(({ name, locales, more }) => siteOf(name, locales, more));

const pixels = { create: { width: 3, height: 2, channels: 4, background: 'teal' } } as const;
const drawn = await Promise.all(
  (['png', 'jpeg', 'gif', 'webp', 'avif'] as const).map((format) => sharp(pixels).toFormat(format).toBuffer()),
);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1"/></svg>';
const drawing = fc.constantFrom(
  svg,
  svg,
  svg.replace('<path', '<script/><path'),
  svg.replace('viewBox', 'viewbox'),
  svg.replace('0 0 2 2', '0,0,2,2'),
  svg.replace('viewBox="0 0 2 2"', 'width="100%" height="2"'),
  svg.replace('viewBox="0 0 2 2"', 'width="3" height="2"'),
  `<!--${'x'.repeat(1200)}-->${svg}`,
);
const picture = fc.oneof<fc.Arbitrary<string | Uint8Array>[]>(
  fc.constantFrom(...drawn),
  fc.constantFrom(...drawn),
  fc.tuple(fc.constantFrom(...drawn), fc.nat(200)).map(([bytes, end]) => bytes.subarray(0, end)),
  fc.constantFrom('', 'text', svg),
);

/** A content folder in which anything may be odd that writers, imports and malice make odd. */
const randomContent: fc.Arbitrary<Content> = fc
  .record({
    site: settings,
    folder: fc.constantFrom(...odd.NAMES),
    category,
    articles: fc.array(fc.tuple(often(fc.constant('ko'), 'en'), fc.constantFrom(...odd.NAMES), article), {
      minLength: 2,
      maxLength: 6,
    }),
    pictures: fc.tuple(...odd.PICTURES.map((file) => (file.endsWith('.svg') ? drawing : picture))),
    others: fc.record(
      Object.fromEntries(
        Object.entries(odd.OTHER_FILES).map(([file, texts]) => [file, often(fc.constantFrom(...texts), '')]),
      ),
    ),
  })
  .map(({ site, folder, category: categoryText, articles, pictures, others }) => {
    const content: Content = new Map([...Object.entries(others), ['site.yaml', site], ['logo.svg', svg]]);
    for (const [locale, name, body] of articles) {
      const place = `articles/${locale}/${folder}`;
      content.set(`${place}/_category.yaml`, categoryText).set(`${place}/${name}.md`, body);
      for (const [index, bytes] of pictures.entries()) content.set(`${place}/images/${odd.PICTURES[index]}`, bytes);
    }
    for (const file of odd.DOWNLOADS) content.set(`files/${file}`, file.endsWith('.svg') ? svg : 'PK');
    return content;
  });

/**
 * Writes a random content folder and takes away the files that the check finds an error in, until there is none: what is
 * left passes, and holds what the check lets through.
 * @returns What was read of it; undefined when nothing was left.
 */
export async function writePassingContent(root: string, seed: number): Promise<HelpCenter | undefined> {
  const [content] = fc.sample(randomContent, { numRuns: 1, seed });
  for (const [file, bytes] of content!) {
    if (bytes === '' && file.endsWith('.yaml')) continue;
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), bytes);
  }
  for (let round = 0; round < 10; round += 1) {
    const center = await readHelpCenter(root);
    const wrong = (await checkContent(center)).filter(({ severity }) => severity === 'error');
    if (wrong.length === 0) return center.articles.length > 0 ? center : undefined;
    for (const file of new Set(wrong.map(({ file }) => file)))
      if (file === 'site.yaml') await writeFile(join(root, file), siteOf('Help', ['en', 'ko'], {}));
      else await rm(join(root, file), { recursive: true, force: true });
  }
  return undefined;
}
