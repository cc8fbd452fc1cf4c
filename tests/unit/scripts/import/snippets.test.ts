import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { checkContent } from '../../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../../src/content/types.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

const STEPS =
  'Before you begin, unplug the lamp and let it cool for ten minutes.\n\n1. Open the lid.\n2. Take the bulb out.\n\nSee [the warranty](../warranty.md) if it is broken.';
const WARRANTY = '# Warranty\n\nTwo years, on everything but the bulb.\n';

/** Two pages of each system that include the same file, and a third that has it in a list or with another value. */
const SYSTEMS: Record<string, Record<string, string>> = {
  docusaurus: {
    'docusaurus.config.js': "export default { title: 'Lumen', url: 'https://lumen.example.com', baseUrl: '/' };\n",
    'docs/warranty.md': WARRANTY,
    'docs/lamps/_cool-down.mdx': STEPS,
    'docs/lamps/_by-name.mdx': 'This page of the manual is about {props.name}, as sold since the spring of this year.',
    'docs/lamps/change.mdx':
      "# Change the bulb\n\nimport Cool from './_cool-down.mdx';\nimport ByName from './_by-name.mdx';\n\nIt takes a minute.\n\n<Cool />\n\nThen put the new one in.\n\n<ByName name='bulbs' />\n",
    'docs/shades/clean.mdx':
      "# Clean the shade\n\nimport Cool from '../lamps/_cool-down.mdx';\nimport ByName from '../lamps/_by-name.mdx';\n\n<Cool />\n\nWipe it.\n\n<ByName name='shades' />\n",
    'docs/shades/list.mdx': "# A list\n\nimport Cool from '../lamps/_cool-down.mdx';\n\n- First\n\n  <Cool />\n",
  },
  mkdocs: {
    'mkdocs.yml': 'site_name: Lumen\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: [docs/_parts]\n',
    'docs/index.md': '# Start\n\nEverything about lamps.\n',
    'docs/warranty.md': WARRANTY,
    'docs/_parts/cool-down.md': STEPS,
    'docs/lamps/change.md':
      '# Change the bulb\n\nIt takes a minute.\n\n--8<-- "cool-down.md"\n\nThen put the new one in.\n',
    'docs/shades/clean.md': '# Clean the shade\n\n--8<-- "cool-down.md"\n\nWipe it.\n',
  },
  gitbook: {
    '.gitbook.yaml': 'root: ./\n',
    'SUMMARY.md':
      '# Table of contents\n\n* [Warranty](warranty.md)\n\n## Lamps\n\n* [Change the bulb](lamps/change.md)\n* [Clean the shade](shades/clean.md)\n',
    'README.md': '# Lumen\n\nEverything about lamps.\n',
    'warranty.md': WARRANTY,
    '.gitbook/includes/cool-down.md': `---\ntitle: Cool down\n---\n\n${STEPS.replace('../warranty', '../../warranty')}\n`,
    'lamps/change.md':
      '# Change the bulb\n\nIt takes a minute.\n\n{% include "../.gitbook/includes/cool-down.md" %}\n\nThen put the new one in.\n',
    'shades/clean.md': '# Clean the shade\n\n{% include "../.gitbook/includes/cool-down.md" %}\n\nWipe it.\n',
  },
  hugo: {
    'hugo.toml': "title = 'Lumen'\nbaseURL = 'https://lumen.example.com/'\n",
    'content/docs/warranty.md': '---\ntitle: Warranty\n---\n\nTwo years, on everything but the bulb.\n',
    'content/docs/parts/cool-down.md': STEPS.replace('../warranty.md', '/docs/warranty'),
    'content/docs/lamps/change.md':
      '---\ntitle: Change the bulb\n---\n\nIt takes a minute.\n\n{{% include "docs/parts/cool-down.md" %}}\n\nThen put the new one in.\n',
    'content/docs/shades/clean.md':
      '---\ntitle: Clean the shade\n---\n\n{{% include "docs/parts/cool-down.md" %}}\n\nWipe it.\n',
  },
  mintlify: {
    'docs.json':
      '{ "name": "Lumen", "navigation": { "groups": [{ "group": "Lamps", "pages": ["warranty", "lamps/change", "shades/clean"] }] } }',
    'warranty.mdx': '---\ntitle: Warranty\n---\n\nTwo years, on everything but the bulb.\n',
    'snippets/cool-down.mdx': STEPS.replace('../warranty.md', '/warranty'),
    'lamps/change.mdx':
      "---\ntitle: Change the bulb\n---\n\nimport Cool from '/snippets/cool-down.mdx';\n\nIt takes a minute.\n\n<Cool />\n\nThen put the new one in.\n",
    'shades/clean.mdx':
      "---\ntitle: Clean the shade\n---\n\nimport Cool from '/snippets/cool-down.mdx';\n\n<Cool />\n\nWipe it.\n",
  },
  vitepress: {
    '.vitepress/config.js': "export default { title: 'Lumen' };\n",
    'index.md': '# Start\n\nEverything about lamps.\n',
    'warranty.md': WARRANTY,
    'parts/cool-down.md': STEPS,
    'lamps/change.md':
      '# Change the bulb\n\nIt takes a minute.\n\n<!--@include: ../parts/cool-down.md-->\n\nThen put the new one in.\n',
    'shades/clean.md': '# Clean the shade\n\n<!--@include: ../parts/cool-down.md-->\n\nWipe it.\n',
  },
};

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function importOf(
  files: Record<string, string>,
): Promise<{ report: ImportReport; center: HelpCenter; out: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'import-snippets-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'from', file)), { recursive: true });
    await writeFile(join(folder, 'from', file), text);
  }
  const out = join(folder, 'out');
  const report = await runImport({ from: join(folder, 'from'), out, verify: true, convert: convertHere });
  return { report, center: await readHelpCenter(out), out };
}

describe.each(Object.keys(SYSTEMS))('What pages of %s include', (system) => {
  let report: ImportReport;
  let center: HelpCenter;
  let out: string;
  beforeAll(async () => {
    ({ report, center, out } = await importOf(SYSTEMS[system]!));
  });

  test('is a snippet that they put in, and the report says so', async () => {
    const snippet = await readFile(join(out, 'snippets/en/cool-down.md'), 'utf8');
    expect(snippet).toMatch(
      /^Before you begin, unplug the lamp[\s\S]*2\. Take the bulb out\.\n\nSee \[the warranty\]\(id:/,
    );
    const using = center.articles.filter(({ source }) => source.includes('\n\n::snippet{cool-down}\n'));
    expect(using.map(({ title }) => title).toSorted()).toEqual(['Change the bulb', 'Clean the shade']);
    const [note, ...others] = report.notes.filter(({ kind }) => kind === 'snippet-made');
    expect(note?.detail).toMatch(/cool-down\.mdx?, which 2 places include, is snippets\/en\/cool-down\.md$/);
    expect(others).toEqual([]);
  });

  test('reads as it did', () => {
    const change = center.articles.find(({ title }) => title === 'Change the bulb')!;
    expect(change.sections[0]!.text).toMatch(
      /^It takes a minute\.\nBefore you begin, unplug the lamp and let it cool for ten minutes\.\n1\. Open the lid\.\n2\. Take the bulb out\.\nSee the warranty if it is broken\.\nThen put the new one in\./,
    );
    expect(report.words?.losses.flatMap(({ lost }) => lost)).toEqual([]);
  });

  test('has no mistake by it', async () => {
    const problems = await checkContent(center);
    expect(problems.filter(({ rule }) => ['snippet', 'reuse', 'internal-link', 'variable'].includes(rule))).toEqual([]);
  });
});

describe('A part', () => {
  test('that was given other values in each place, or stands in a list, stays written out', async () => {
    const { center } = await importOf(SYSTEMS.docusaurus!);
    expect(center.sources.snippets.map(({ name }) => name)).toEqual(['cool-down']);
    const change = center.articles.find(({ title }) => title === 'Change the bulb')!;
    expect(change.source).toContain('This page of the manual is about bulbs');
    const list = center.articles.find(({ title }) => title === 'A list')!;
    expect(list.source).toContain('unplug the lamp');
  });

  test('that is imported again changes nothing, and one that the owner wrote is left alone', async () => {
    const { out } = await importOf(SYSTEMS.mkdocs!);
    const from = join(out, '../from');
    const again = await runImport({ from, out, convert: convertHere });
    expect([again.totals.create, again.totals.update, again.totals.conflict]).toEqual([0, 0, 0]);
    const other = join(out, '../other');
    await mkdir(join(other, 'snippets/en'), { recursive: true });
    await writeFile(join(other, 'snippets/en/cool-down.md'), 'Mine.\n');
    await runImport({ from, out: other, convert: convertHere });
    expect(await readFile(join(other, 'snippets/en/cool-down.md'), 'utf8')).toBe('Mine.\n');
    expect(await readFile(join(other, 'snippets/en/cool-down-2.md'), 'utf8')).toContain('unplug the lamp');
  });

  test('what the old system showed as text is no directive here', async () => {
    const { center } = await importOf({
      'mkdocs.yml': 'site_name: Lumen\n',
      'docs/a.md': '# About directives\n\nThey are written :var{x} here, and\n\n::snippet{y}\n\non a line.\n',
    });
    expect(center.problems).toEqual([]);
    expect(center.articles[0]?.sections[0]?.text).toContain('They are written :var{x} here, and\n::snippet{y}');
    expect(center.articles[0]?.description).toContain(':var{x} here');
  });
});
