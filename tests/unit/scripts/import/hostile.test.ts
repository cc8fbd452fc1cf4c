import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { splitFrontMatter } from '../../../../scripts/lib/import/sources/markdown/split-front-matter.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import { articleSchema } from '../../../../src/schemas/article.ts';
import { convertHere } from '../../../support/import/convert-here.ts';
import { bomb, hostileName, hostileText, hostileZendesk } from '../../../support/import/hostile.ts';
import { convert } from './convert.ts';

/** How often each kind is tried; HOSTILE=10 tries ten times as many, as the figures in scripts/lib/import/README.md did. */
const times = Number(process.env.HOSTILE ?? 1);

let folder: string;
let sources: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  sources = await mkdtemp(join(tmpdir(), 'sources-'));
  await mkdir(join(folder, 'box'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(sources, { recursive: true, force: true });
});

/** Imports into a folder of its own; anything but a plain report or a plain refusal fails the test. */
async function importHostile(from: string): Promise<void> {
  const out = join(folder, 'box/out');
  await rm(out, { recursive: true, force: true });
  const before = await around();
  try {
    await runImport({ from, out, convert: convertHere });
  } catch (error) {
    expect(String(error)).toMatch(/holds no articles that can be imported/);
  }
  expect(await around()).toEqual(before);
}

const toHtml = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);

/** Elements in the Markdown's HTML that must not be there. */
function dangerousIn(markdown: string): string[] {
  const found: string[] = [];
  visit(toHtml.runSync(toHtml.parse(markdown)), 'element', (node) => {
    if (
      ['script', 'style', 'iframe', 'object', 'embed', 'form', 'base', 'svg', 'math', 'template'].includes(node.tagName)
    )
      found.push(node.tagName);
    if (/^\s*(javascript|data|vbscript):/i.test(String(node.properties.href ?? ''))) found.push('href');
    if (Object.keys(node.properties).some((name) => /^on/i.test(name))) found.push('handler');
  });
  return found;
}

/** Everything near the target but not in it. */
async function around(): Promise<string[]> {
  const inFolder = (await readdir(folder, { recursive: true })).filter((name) => !name.startsWith('box/out'));
  return [...inFolder, ...(await readdir(tmpdir())).filter((name) => name.includes('outside'))].sort();
}

describe('Hostile input', () => {
  test('text of any kind becomes Markdown without a script, whichever format it claims', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: hostileText }, { weight: 1, arbitrary: bomb }),
        fc.constantFrom('html' as const, 'markdown' as const),
        (body, format) => {
          let markdown: string;
          try {
            ({ markdown } = convert(body, format));
          } catch (error) {
            // Too deep for the stack: the caller keeps the plain text then.
            expect(error).toBeInstanceOf(RangeError);
            return;
          }
          expect(dangerousIn(markdown)).toEqual([]);
        },
      ),
      { numRuns: 400 * times },
    );
  }, 300_000);

  test('exports with anything in any field, or cut off anywhere, are imported or refused', async () => {
    const source = join(sources, 'json');
    await mkdir(source, { recursive: true });
    await fc.assert(
      fc.asyncProperty(
        hostileZendesk,
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
        async (value, cut) => {
          const text = JSON.stringify(value);
          await writeFile(
            join(source, 'export.json'),
            cut === null ? text : text.slice(0, Math.floor(text.length * cut)),
          );
          await importHostile(source);
        },
      ),
      { numRuns: 60 * times },
    );
  }, 300_000);

  test('trees with odd names, odd front matter and links out of the folder stay inside theirs', async () => {
    const source = join(sources, 'tree');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: hostileName, id: hostileName, slug: hostileName, body: hostileText }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (files) => {
          await rm(source, { recursive: true, force: true });
          await mkdir(join(source, 'a'), { recursive: true });
          await symlink('/etc', join(source, 'a/linked'));
          await symlink('.', join(source, 'a/circle'));
          for (const [index, file] of files.entries()) {
            await writeFile(
              join(source, `a/${index}.md`),
              `---\ntitle: ${JSON.stringify(file.title)}\nid: ${JSON.stringify(file.id)}\nslug: ${JSON.stringify(file.slug)}\nself: &x [*x]\n---\n![p](../../../../../../etc/passwd.png) ![q](linked/hosts.png)\n${file.body}`,
            );
          }
          await importHostile(source);
        },
      ),
      { numRuns: 40 * times },
    );
  }, 300_000);

  test('what comes out can always be read again by the content reader', async () => {
    const source = join(sources, 'read');
    await mkdir(source, { recursive: true });
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 5 }), async (bodies) => {
        await writeFile(
          join(source, 'export.json'),
          JSON.stringify({
            articles: bodies.map((body, index) => ({
              id: index,
              title: `Title ${body}`,
              body,
              html_url: 'https://x.example/hc/en-us/articles/1',
              user_segment_id: null,
            })),
          }),
        );
        const out = join(folder, 'box/out');
        await rm(out, { recursive: true, force: true });
        await runImport({ from: source, out, convert: convertHere });
        expect((await readHelpCenter(out)).problems).toEqual([]);
      }),
      { numRuns: 20 * times },
    );
  }, 300_000);

  test('front matter that grows without end is cut short', () => {
    const lines = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}]`),
    ];
    expect(splitFrontMatter(`---\n${lines.join('\n')}\n---\nText`)).toMatchObject({
      fields: {},
      body: 'Text',
      problem: 'Excessive alias count indicates a resource exhaustion attack',
    });
  });
});

describe('Articles that would hang a parser', () => {
  test('an article of 50 MB is named and left out, its neighbours come over', async () => {
    const source = join(sources, 'big');
    await mkdir(source, { recursive: true });
    await writeFile(
      join(source, 'export.json'),
      JSON.stringify({
        articles: [
          { id: 1, title: 'Big', body: '<p>x</p>'.repeat(6_300_000), user_segment_id: null, html_url: null },
          { id: 2, title: 'Small', body: '<p>Fine</p>', user_segment_id: null },
        ],
      }),
    );
    const report = await runImport({ from: source, out: join(folder, 'big'), check: true });
    expect(report.skipped).toEqual([
      {
        origin: 'article 1 (en-us)',
        title: 'Big',
        reason: 'too-large',
        detail: '50 MB; an article may have 2 MB',
        id: '1',
      },
    ]);
    expect(report.totals.create).toBe(3);
  }, 60_000);

  test('one nested a hundred thousand deep keeps its words, and says that its structure is lost', async () => {
    const source = join(sources, 'deep');
    await mkdir(source, { recursive: true });
    await writeFile(
      join(source, 'export.json'),
      JSON.stringify({
        articles: [{ id: 1, title: 'Deep', body: `${'<div>'.repeat(100_000)}the bottom`, user_segment_id: null }],
      }),
    );
    const report = await runImport({ from: source, out: join(folder, 'deep') });
    expect(report.changes[0]?.notes[0]).toMatchObject({ level: 'lost', kind: 'structure-lost' });
    const center = await readHelpCenter(join(folder, 'deep'));
    expect(center.articles[0]?.body.trim()).toBe('the bottom');
    expect(articleSchema.shape.title.safeParse(center.articles[0]?.title).success).toBe(true);
  }, 60_000);
});
