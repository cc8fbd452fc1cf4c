import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStaticConfig, type StaticConfig } from '../../../../scripts/lib/import/sources/dialect/static-config.ts';
import { sourceTree } from '../../../../scripts/lib/import/sources/markdown/source-tree.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'config-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function read(text: string, file = 'a.js', others: Record<string, string> = {}): Promise<StaticConfig> {
  for (const [name, content] of Object.entries({ ...others, [file]: text })) await writeFile(join(root, name), content);
  const config = await readStaticConfig(await sourceTree(root), file);
  if (!config) throw new Error(`${file} was not found`);
  return config;
}
/** Without the prototypes that JSON has none of. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('A configuration in code', () => {
  test.each([
    ['module.exports = { url: "https://x", n: -1, on: !0 }', { url: 'https://x', n: -1, on: true }],
    ['export default { a: `x`, ["b"]: [1, , 2] }', { a: 'x', b: [1, null, 2] }],
    ['const base = { a: 1 };\nconst c = { ...base, b: base.a };\nmodule.exports = c;', { a: 1, b: 1 }],
    ['export default defineConfig({ title: "T" })', { title: 'T' }],
    ['module.exports = { baseUrl: process.env.BASE || "/", other: process.env.X }', { baseUrl: '/' }],
    ['module.exports = { a: 1, b: compute(), c: [x, 2], d: cond ? 1 : 2 }', { a: 1, c: [null, 2] }],
    ['module.exports = async function () { const t = "T"; return { t }; }', { t: 'T' }],
    ['export default () => ({ t: 1 })', { t: 1 }],
    [
      'module.exports = { path: require.resolve("./s.js"), p: path.join(__dirname, "a", "b") }',
      { path: './s.js', p: 'a/b' },
    ],
    ['module.exports = { list: [a && 1, false, { b: 2 }].filter(Boolean) }', { list: [{ b: 2 }] }],
    ['const a = b; const b = a; module.exports = { a, c: 1 }', { c: 1 }],
    ['module.exports = { a: 1, ...unknown, __proto__: { x: 1 } } // odd', { a: 1 }],
  ])('%s', async (text, expected) => {
    expect(plain((await read(text)).main)).toMatchObject(expected);
  });

  test('types are no hindrance', async () => {
    const text = `import type { Config } from 'x';
const config: Config = { title: 'T' as string, presets: [['classic', { docs: { path: 'd' } } satisfies Options]] };
export default config satisfies Config;`;
    expect(plain((await read(text, 'a.ts')).main)).toEqual({
      title: 'T',
      presets: [['classic', { docs: { path: 'd' } }]],
    });
  });

  test('files beside it are read along', async () => {
    const { main } = await read(
      "import sidebar, { name } from './side';\nexport default { sidebar, name, data: require('./d.json') }",
      'b.mjs',
      {
        'side.ts': "export const name = 'N';\nexport default ['a', 'b'];",
        'd.json': '{"x": 1}',
      },
    );
    expect(plain(main)).toEqual({ sidebar: ['a', 'b'], name: 'N', data: { x: 1 } });
  });

  test('the first call of a function is found anywhere', async () => {
    const config = await read(
      "const t = 'Docs';\nexport default defineConfig({ integrations: [starlight({ title: t })] });",
      'astro.config.mjs',
    );
    expect(plain(config.call('starlight'))).toEqual({ title: 'Docs' });
    expect(config.call('other')).toBeUndefined();
  });

  test('nothing is run, and lists that double with every line end', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `const a${index + 1} = [...a${index}, ...a${index}];`);
    const text = `const a0 = [1, 2];\n${lines.join('\n')}\nprocess.exit(7);\nmodule.exports = { a: a40, b: 1 };`;
    expect(((await read(text)).main as { b: number }).b).toBe(1);
  });

  test('a file without code says nothing, and one that is missing is none', async () => {
    expect((await read('}{ <not> code')).main).toBeUndefined();
    expect(await readStaticConfig(await sourceTree(root), 'missing.js')).toBeUndefined();
  });
});
