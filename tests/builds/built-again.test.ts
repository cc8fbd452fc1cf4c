import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEnvironment } from '../support/site-builder/environment.ts';

/** Searched by its words alone, so that no model is opened. */
const SITE = `
name: Lumen
description: Help with Lumen lamps
url: https://help.example.com
defaultLocale: en
locales: [{ code: en, label: English }]
contact: { channels: [{ type: link, label: Write to us, url: https://example.com }] }
search: { deepTier: off, models: [{ languages: ["*", en], source: none }] }
head:
  - src: https://stats.example.com/count.js?site=1
    data: { domain: help.example.com }
    integrity: sha384-${'A'.repeat(64)}
    connect: [https://stats.example.com]
  - { inline: "window.framed = true", widget: true }
`;
const article = (id: string, more = ''): string =>
  `---\ntitle: About ${id}\nid: ${id}\ndescription: What to know about ${id}.\n${more}---\n\nAll about ${id}.\n`;

let root: string;
/** The site as it was first built. */
let first: Map<string, string>;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-built-again-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const inContent = (file: string): string => join(root, 'content', file);
async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(inContent(file)), { recursive: true });
    await writeFile(inContent(file), text);
  }
}

/** Builds into the same folder as before, or into one of that name; gives its files and their texts. */
async function build(name = 'dist'): Promise<Map<string, string>> {
  const folder = join(root, name);
  const env = buildEnvironment(join(root, 'content'), folder);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/build.ts'], { env });
  // What nobody can do anything about is not said.
  expect(stdout + stderr).not.toContain('[WARN]');
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(
    await Promise.all(files.sort().map(async (file) => [file, await readFile(join(folder, file), 'latin1')] as const)),
  );
}

const price = (amount: string): string => `lamp: { price: ${amount}, currency: EUR }\n`;
/** What shows the price: two articles, and the lists that have the description of one, each also as text for machines. */
const WITH_PRICE = [
  'en/a-z/index.html',
  'en/lamps/index.html',
  'en/lamps/prices.md',
  'en/lamps/prices/index.html',
  'en/lamps/sockets.md',
  'en/lamps/sockets/index.html',
  'llms.txt',
];

/** Every page names the folder of the index, which is called by what is in it. */
function withoutAddress(files: Map<string, string>): Map<string, string> {
  const without = (text: string): string => text.replace(/\ben\.[0-9a-f]{12}\b/g, 'en');
  return new Map([...files].map(([file, text]) => [without(file), without(text)]));
}

test('a build over a former one gives what a build into an empty folder gives, and nothing of deleted articles', async () => {
  await write({
    'site.yaml': SITE,
    'articles/en/lamps/_category.yaml': 'title: Lamps\ndescription: All lamps\n',
    'articles/en/lamps/bulbs.md': article(
      'bulbs',
      'aliases: [/hc/bulbs, /faq/, /faq/index.html, /old/reset.html, /old/reset.html/more, /caf%C3%A9]\n',
    ),
    'articles/en/lamps/cables.md': `${article('cables', 'aliases: [/hc/cables]\n')}[Plan](../../../files/plan)\n`,
    'articles/en/lamps/fuses.md': article('fuses'),
    'articles/en/lamps/prices.md': `${article('prices').replace('to know', 'costs :var{lamp}')}\nA lamp is :var{lamp}.\n`,
    'snippets/en/lamp.md': 'It costs **:var{lamp}**.\n',
    'articles/en/lamps/sockets.md': `${article('sockets')}\n## Price\n\n::snippet{lamp}\n`,
    'variables.yaml': price('12.90'),
    'files/plan': 'A plan.',
  });
  first = await build();
  expect([...first.keys()]).toEqual(
    expect.arrayContaining(['en/lamps/cables/index.html', 'hc/cables/index.html', 'files/plan']),
  );
  // Only a server whose address site.yaml tells is named.
  expect(first.get('llms.txt')).toMatch(/^# Lumen[^\n]*\n\n> Help with Lumen lamps\n\n## Lamps/);
  // Each place has one page, also below an address that reads like a file.
  const places = ['faq', 'old/reset.html', 'old/reset.html/more', 'café'];
  for (const place of places) expect(first.get(`${place}/index.html`), place).toContain('/en/lamps/bulbs/');
  expect(first.get('_redirects')?.match(/^\/(?:faq|old|caf).*/gm)).toEqual([
    '/faq/ /en/lamps/bulbs/ 301',
    '/old/reset.html /en/lamps/bulbs/ 301',
    '/old/reset.html/more /en/lamps/bulbs/ 301',
    '/caf%C3%A9 /en/lamps/bulbs/ 301',
  ]);

  await rm(inContent('articles/en/lamps/cables.md'));
  await rm(inContent('files/plan'));
  await write({
    // What was a file becomes a folder, and an old address leads elsewhere.
    'articles/en/lamps/fuses.md': `${article('fuses', 'aliases: [/hc/bulbs]\n')}[Plan](../../../files/plan/of-fuses.txt)\n`,
    'articles/en/lamps/bulbs.md': article('bulbs'),
    'files/plan/of-fuses.txt': 'Another plan.',
    'variables.yaml': price('13.50'),
  });
  await writeFile(join(root, 'dist/stray.html'), 'left by somebody');
  const again = await build();
  expect([...again.keys()].filter((file) => file.includes('cables'))).toEqual([]);
  expect([...again].filter(([, text]) => text.includes('About cables')).map(([file]) => file)).toEqual([]);
  expect(again.get('hc/bulbs/index.html')).toContain('/en/lamps/fuses/');
  // What somebody else put there stays.
  expect(again.get('stray.html')).toBe('left by somebody');
  again.delete('stray.html');
  expect([...again].filter(([, text]) => text.includes('12.90')).map(([file]) => file)).toEqual([]);

  // A build into an empty folder, of which nothing but one price is another.
  await write({ 'variables.yaml': price('14.20') });
  const [before, after] = [again, await build('fresh')].map(withoutAddress) as [typeof again, typeof again];
  expect([...after.keys()]).toEqual([...before.keys()]);
  const changed = [...after].filter(([file, text]) => text !== before.get(file)).map(([file]) => file);
  const read = changed.filter((file) => !file.startsWith('_search/'));
  expect(read).toEqual(WITH_PRICE);
  for (const file of read) expect(before.get(file)?.replaceAll('13.50', '14.20'), file).toBe(after.get(file));
  const searched = changed.filter((file) => file.startsWith('_search/'));
  expect(searched).toEqual(['_search/en/texts-0.bin', '_search/en/words-0.bin']);
}, 300_000);

test('a build puts what head says on every page, on one in a frame only what says so, and names no more in its policy', () => {
  const stats =
    '<script src="https://stats.example.com/count.js?site=1" defer integrity="sha384-A{64}" crossorigin="anonymous" data-domain="help.example.com"></script>';
  const [page, framed] = ['en/lamps/bulbs', 'en/widget'].map((path) => first.get(`${path}/index.html`) ?? '');
  expect(page).toMatch(new RegExp(stats.replaceAll('?', '\\?').replaceAll('.', '\\.')));
  for (const each of [page, framed]) expect(each).toContain('<script>window.framed = true</script>');
  expect(framed).not.toContain('stats.example.com');
  const everywhere = /^\/\*\n {2}Content-Security-Policy: (.*)$/m.exec(first.get('_headers') ?? '')?.[1];
  expect(everywhere).toMatch(/script-src [^;]* https:\/\/stats\.example\.com\/count\.js;/);
  expect(everywhere).toContain("connect-src 'self' https://stats.example.com;");
  const inFrames = /^\/en\/widget\/\*\n {2}Content-Security-Policy: (.*)$/m.exec(first.get('_headers') ?? '')?.[1];
  expect(inFrames).toContain("connect-src 'self';");
});

test('a component of the owner that throws, or cannot be read, ends the build with its file and without a stack', async () => {
  const component = (code: string) =>
    write({ 'theme/components/Footer.astro': `---\nexport const slotVersion = 1;\n${code}\n---\n<slot />\n` });
  const told = () =>
    build().then(
      () => '',
      ({ stderr }: { stderr: string }) => stderr,
    );
  await component('const { none } = Astro.props;\nnone.at(0);');
  const thrown = await told();
  expect(thrown).toContain(
    "theme/components/Footer.astro: Cannot read properties of undefined (reading 'at'). Correct the component, or remove the file.",
  );
  await component('const wrong = ;');
  const unread = await told();
  expect(unread).toContain('theme/components/Footer.astro');
  expect(thrown + unread).not.toMatch(/\n\s+at .+:\d+/);
}, 120_000);
