import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { reducedDatabase } from '../../../../src/integrations/vite/detected-languages.ts';

const database = fileURLToPath(
  new URL(
    'src/ngrams/small.js',
    import.meta.resolve('eld/small').replace('src/entries/', '').replace('static.small.js', ''),
  ),
);

interface Reduced {
  ngramsData: { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
}
const read = async (code: string): Promise<Reduced['ngramsData']> =>
  ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Reduced).ngramsData;

test('the detector’s database keeps the wanted languages with all that it knows of them', async () => {
  const code = await reducedDatabase(database, ['de', 'en']);
  const { languages, ngrams } = await read(code);
  expect(languages).toEqual({ 0: 'de', 1: 'en' });
  const { ngramsData: whole } = (await import(database)) as Reduced;
  const german = Object.keys(whole.languages).find((number) => whole.languages[number] === 'de')!;
  const pieces = Object.keys(whole.ngrams).filter((piece) => whole.ngrams[piece]![german] !== undefined);
  expect(pieces.length).toBeGreaterThan(1000);
  expect(pieces.filter((piece) => ngrams[piece]?.[0] !== whole.ngrams[piece]![german])).toEqual([]);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(36_000);
});

test('it is empty for a site that needs no detector', async () => {
  expect((await reducedDatabase(database, [])).length).toBeLessThan(100);
});

test('a database of another form is an error that says what to do', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'signpost-eld-')), 'small.mjs');
  await writeFile(file, 'export const pieces = {};');
  await expect(reducedDatabase(file, ['de'])).rejects.toThrow(
    `${file} exports no ngramsData with languages and ngrams, as eld 2.1.0 does. Adapt src/integrations/vite/detected-languages.ts to this version of eld, or install that one.`,
  );
});
