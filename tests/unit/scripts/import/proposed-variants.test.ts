import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { siteSchema } from '../../../../src/schemas/site.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variants-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const run = (): Promise<ImportReport> =>
  runImport({ from: join(folder, 'in'), out: join(folder, 'out'), convert: convertHere });
const proposal = ({ notes }: ImportReport): string =>
  notes.find(({ kind }) => kind === 'variants-proposed')?.detail ?? '';

async function pages(...groups: string[]): Promise<void> {
  await mkdir(join(folder, 'in/guide'), { recursive: true });
  for (const [index, group] of groups.entries())
    await writeFile(join(folder, `in/guide/page-${index}.mdx`), `# Page ${index}\n\n${group}\n`);
}

const tabs = (labels: string[], group = ''): string =>
  `<Tabs${group && ` groupId="${group}"`}>\n${labels.map((label) => `<TabItem value="${label}" label="${label}">For ${label}.</TabItem>`).join('\n')}\n</Tabs>`;

test('tabs of three articles are proposed as a choice, and become one when the owner has put it into site.yaml', async () => {
  const apps = ['npm', 'Yarn'];
  await pages(
    tabs(['iOS', 'Android']),
    tabs(['iOS', 'Android', 'Mac']),
    tabs(['Android', 'iOS']),
    tabs(apps, 'tool'),
    tabs(['npm', 'pnpm'], 'tool'),
    tabs(apps, 'tool'),
    tabs(['Before', 'After']),
  );
  const detail = proposal(await run());
  const block = detail.slice(detail.indexOf('variants:'));
  const variants = {
    system: {
      label: 'Your system',
      guess: 'system',
      values: {
        ios: { label: 'iOS' },
        android: { label: 'Android' },
        mac: { label: 'Mac', guess: ['macos'] },
      },
    },
    tool: { label: 'tool', values: { npm: { label: 'npm' }, yarn: { label: 'Yarn' }, pnpm: { label: 'pnpm' } } },
  };
  expect(parse(block)).toEqual({ variants });
  expect(detail).toMatch(/^Tabs with the same names return, in up to 3 articles\. /);

  const file = join(folder, 'out/site.yaml');
  const site = await readFile(file, 'utf8');
  expect(siteSchema.safeParse(parse(site + block)).success).toBe(true);
  await writeFile(file, site + block.replace('label: iOS', 'label: { en: iPhone and iPad }'));
  const again = await run();
  expect(proposal(again)).toBe('');
  expect(again.totals).toMatchObject({ update: 6, conflict: 0 });
  expect(await readFile(join(folder, 'out/articles/en/general/page-0.md'), 'utf8')).toContain(
    '::::tabs\n:::tab{system="ios"}\nFor iOS.\n:::\n\n:::tab{system="android"}\nFor Android.\n:::\n::::',
  );
  expect(await readFile(join(folder, 'out/articles/en/general/page-6.md'), 'utf8')).toContain(':::tab[Before]');
});

test('nothing is proposed for tabs of two articles, for sentences, and for names that are no names', async () => {
  const long = 'If you have bought the lamp before 2020';
  await pages(
    ...[1, 2].map(() => tabs(['iOS', 'Android'])),
    ...[1, 2, 3].flatMap(() => [tabs([long, 'Later']), tabs(['1', '2']), tabs(['灯', 'ランプ'])]),
  );
  expect(proposal(await run())).toBe('');
});
