import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { inRanges } from '../../../src/check/published/font-file.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';

const BITTER = 'node_modules/@fontsource/bitter/files/bitter-latin-400-normal';
const CYRILLIC = 'node_modules/@fontsource/bitter/files/bitter-cyrillic-400-normal.woff2';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-fonts-'));
  await cp('tests/fixtures/content/_base', root, { recursive: true });
  await cp(`${BITTER}.woff2`, join(root, 'latin.woff2'));
  await cp(`${BITTER}.woff`, join(root, 'latin.woff'));
  await cp(CYRILLIC, join(root, 'cyrillic.woff2'));
});
afterAll(() => rm(root, { recursive: true }));

/** What the rule says of fonts, each as it stands in site.yaml. */
async function said(...fonts: string[]): Promise<string[]> {
  const settings = await readFile('tests/fixtures/content/_base/site.yaml', 'utf8');
  await writeFile(
    join(root, 'site.yaml'),
    `${settings.trimEnd()}\nfonts:\n${fonts.map((font) => `  - ${font}\n`).join('')}`,
  );
  const problems = await checkContent(await readHelpCenter(root), { only: ['fonts', 'site'] });
  return problems.map(({ field, severity, found }) => `${field} ${severity}: ${found}`);
}

describe('the check of fonts', () => {
  it('says which letters of which language a font lacks', async () => {
    const [korean, ...others] = await said('{ family: Bitter, file: latin.woff2 }');
    expect(others).toEqual([]);
    expect(korean).toMatch(/^fonts\.0\.file warning: "Bitter" without \d+ of the \d+ letters of 한국어: [가-힣] /);
  });

  it('is content with a font that says which characters it is meant for', async () => {
    expect(await said('{ family: Bitter, file: latin.woff2, unicodeRange: "U+0-24F, U+2000-206F" }')).toEqual([]);
  });

  it('names the letters that are missing within what a font is meant for', async () => {
    const [english] = await said('{ family: Bitter, file: cyrillic.woff2, unicodeRange: "U+0-4FF" }');
    expect(english).toMatch(/"Bitter" without \d\d of the \d\d letters of English: [A-Z] /);
  });

  it('names a font of another form, with what converts it', async () => {
    expect(await said('{ family: Bitter, file: latin.woff, unicodeRange: U+0-24F }')).toEqual([
      expect.stringMatching(/^fonts\.0\.file warning: "latin\.woff", a font as woff, \d+ kB$/),
    ]);
  });

  it('names a font that is larger than readers wait for', async () => {
    await writeFile(join(root, 'large.woff2'), new Uint8Array(21 * 1024 * 1024));
    expect(await said('{ family: Large, file: large.woff2 }')).toEqual([
      'fonts.0.file error: "large.woff2", which is no font',
    ]);
  });

  it('knows the characters of a range as CSS writes it', () => {
    const has = inRanges('U+41-5A, U+4??,U+20AC');
    expect([0x40, 0x41, 0x5a, 0x5b, 0x400, 0x4ff, 0x500, 0x20ac].map(has)).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});
