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
  jekyll: {
    '_config.yml': 'title: Lumen\npermalink: pretty\n',
    '_includes/cool-down.md': STEPS.replace('../warranty.md', '/warranty/'),
    'warranty.md': '---\ntitle: Warranty\n---\n\nTwo years, on everything but the bulb.\n',
    'lamps/change.md':
      '---\ntitle: Change the bulb\n---\n\nIt takes a minute.\n\n{% include cool-down.md %}\n\nThen put the new one in.\n',
    'shades/clean.md': '---\ntitle: Clean the shade\n---\n\n{% include cool-down.md %}\n\nWipe it.\n',
  },
  starlight: {
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Lumen' })] };\n",
    'src/content/docs/warranty.md': '---\ntitle: Warranty\n---\n\nTwo years, on everything but the bulb.\n',
    'src/content/docs/parts/_cool-down.mdoc': STEPS.replace('../warranty.md', '/warranty/'),
    'src/content/docs/lamps/change.mdoc':
      '---\ntitle: Change the bulb\n---\n\nIt takes a minute.\n\n{% partial file="../parts/_cool-down.mdoc" /%}\n\nThen put the new one in.\n',
    'src/content/docs/shades/clean.mdoc':
      '---\ntitle: Clean the shade\n---\n\n{% partial file="../parts/_cool-down.mdoc" /%}\n\nWipe it.\n',
  },
};

const SENTENCE = 'takes five to seven working days to arrive, because we send it from our store in Bergen.';

/** Two pages of each system that give the same part other values. */
const WITH_VALUES: Record<string, Record<string, string>> = {
  docusaurus: {
    'docusaurus.config.js': "export default { title: 'Lumen', url: 'https://lumen.example.com', baseUrl: '/' };\n",
    'docs/_arrives.mdx': `The {props.what} ${SENTENCE}`,
    'docs/lamp.mdx': "# Lamp\n\nimport Arrives from './_arrives.mdx';\n\n<Arrives what='lamp' />\n",
    'docs/shade.mdx': "# Shade\n\nimport Arrives from './_arrives.mdx';\n\nIt is green.\n\n<Arrives what='shade' />\n",
  },
  jekyll: {
    '_config.yml': 'title: Lumen\npermalink: pretty\n',
    '_includes/arrives.md': `The {{ include.what }} ${SENTENCE}\n`,
    'lamp.md': '---\ntitle: Lamp\n---\n\n{% include arrives.md what="lamp" %}\n',
    'shade.md': '---\ntitle: Shade\n---\n\nIt is green.\n\n{% include arrives.md what="shade" %}\n',
  },
  'jekyll, beside the page': {
    '_config.yml': 'title: Lumen\npermalink: pretty\nexclude: [docs/arrives.md]\n',
    'docs/arrives.md': `The {{ include.what }} ${SENTENCE}\n`,
    'docs/lamp.md': '---\ntitle: Lamp\n---\n\n{% include_relative arrives.md what="lamp" %}\n',
    'docs/shade.md': '---\ntitle: Shade\n---\n\nIt is green.\n\n{% include_relative arrives.md what="shade" %}\n',
  },
  hugo: {
    'hugo.toml': "title = 'Lumen'\nbaseURL = 'https://lumen.example.com/'\n",
    'layouts/shortcodes/arrives.html': `<p>The {{ .Get "what" }} ${SENTENCE}</p>\n`,
    'content/lamp.md': '---\ntitle: Lamp\n---\n\n{{< arrives what="lamp" >}}\n',
    'content/shade.md': '---\ntitle: Shade\n---\n\nIt is green.\n\n{{< arrives what="shade" >}}\n',
  },
  'hugo, with the text inside': {
    'hugo.toml': "title = 'Lumen'\nbaseURL = 'https://lumen.example.com/'\n",
    'layouts/shortcodes/arrives.html': `<div class="box">\n  The {{ .Inner }} ${SENTENCE}\n</div>\n`,
    'content/lamp.md': '---\ntitle: Lamp\n---\n\n{{< arrives >}}lamp{{< /arrives >}}\n',
    'content/shade.md': '---\ntitle: Shade\n---\n\nIt is green.\n\n{{< arrives >}}shade{{< /arrives >}}\n',
  },
  starlight: {
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Lumen' })] };\n",
    'src/content/docs/_arrives.mdoc': `The {% $what %} ${SENTENCE}\n`,
    'src/content/docs/lamp.mdoc':
      '---\ntitle: Lamp\n---\n\n{% partial\n  file="_arrives.mdoc"\n  variables={what: "lamp"} /%}\n',
    'src/content/docs/shade.mdoc':
      '---\ntitle: Shade\n---\n\nIt is green.\n\n{% partial file="_arrives.mdoc" variables={what: "shade"} /%}\n',
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
    const made = report.notes.filter(({ kind, detail }) => kind === 'snippet-made' && !detail.includes('_by-name.mdx'));
    expect(made.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/cool-down\.(?:mdx?|mdoc), which 2 places include, is snippets\/en\/cool-down\.md$/),
    ]);
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
  test.each(Object.keys(WITH_VALUES))(
    'of %s that is given other values is a snippet with parameters',
    async (system) => {
      const { center, report } = await importOf(WITH_VALUES[system]!);
      expect(center.sources.snippets.map(({ name, parameters }) => [name, [...parameters.keys()]])).toEqual([
        ['arrives', [system.includes('inside') ? 'text' : 'what']],
      ]);
      const [lamp, shade] = ['Lamp', 'Shade'].map((title) => center.articles.find((each) => each.title === title)!);
      expect(lamp!.source).toMatch(/\n\n::snippet\{arrives (?:what|text)="lamp"\}\n$/);
      expect(lamp!.body.trim()).toBe(`The lamp ${SENTENCE}`);
      expect(shade!.body.trim()).toBe(`It is green.\n\nThe shade ${SENTENCE}`);
      expect(report.words?.losses.flatMap(({ lost }) => lost)).toEqual([]);
      expect(center.problems).toEqual([]);
    },
  );

  test('that stands in a list stays written out', async () => {
    const { center } = await importOf(SYSTEMS.docusaurus!);
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

/** Pages of each system that show a price that the site keeps in one place: as words, in code, in an address, in a heading. */
const VALUES: Record<string, { files: Record<string, string>; name: string }> = {
  jekyll: {
    name: 'prices-pro-plan',
    files: {
      '_config.yml': 'title: Lumen\npermalink: pretty\n',
      '_data/prices.yml': 'pro_plan: 12 euros\n',
      'a.md': page('{{ site.data.prices.pro_plan }}'),
      'b.md': '---\ntitle: B\n---\n{% if site.data.prices.pro_plan == "12 euros" %}As before.{% endif %}\n',
    },
  },
  hugo: {
    name: 'prices-pro',
    files: {
      'hugo.toml': "title = 'Lumen'\n[params.prices]\npro = '12 euros'\n",
      'content/a.md': page('{{< param "prices.pro" >}}'),
    },
  },
  mkdocs: {
    name: 'prices-pro',
    files: {
      'mkdocs.yml': 'site_name: Lumen\nplugins: [macros]\nextra:\n  prices:\n    pro: 12 euros\n',
      'docs/a.md': page('{{ prices.pro }}'),
    },
  },
  mintlify: {
    name: 'pro-price',
    files: {
      'docs.json':
        '{ "name": "Lumen", "colors": {}, "variables": { "pro-price": "12 euros" }, "navigation": { "pages": ["a"] } }',
      'a.mdx': page('{{pro-price}}'),
    },
  },
  'mintlify, by a file': {
    name: 'pro-price',
    files: {
      'docs.json': '{ "name": "Lumen", "navigation": { "pages": ["a"] } }',
      'snippets/prices.mdx': "export const proPrice = '12 euros';\n",
      'a.mdx': page('{proPrice}', "import { proPrice } from '/snippets/prices.mdx';\n\n"),
    },
  },
  gitbook: {
    name: 'pro-price',
    files: {
      '.gitbook.yaml': 'root: ./\n',
      '.gitbook/vars.yaml': 'pro_price: 12 euros\n',
      'SUMMARY.md': '# Summary\n\n* [A](a.md)\n',
      'a.md': page('<code class="expression">space.vars.pro_price</code>'),
    },
  },
  starlight: {
    name: 'pro-price',
    files: {
      'astro.config.mjs': 'export default { integrations: [starlight({ title: "Lumen" })] };\n',
      'markdoc.config.mjs':
        "import { defineMarkdocConfig } from '@astrojs/markdoc/config';\nexport default defineMarkdocConfig({ variables: { proPrice: '12 euros' } });\n",
      'src/content/docs/a.mdoc': page('{% $proPrice %}'),
    },
  },
};

function page(value: string, above = ''): string {
  return `---\ntitle: A\n---\n\n${above}It costs ${value} a month, **${value}** in all.\n\n## What ${value} buys\n\n- A lamp\n`;
}

describe('A value that the old site kept in one place', () => {
  test.each(Object.keys(VALUES))('of %s is a variable where words show it, and reads as it did', async (system) => {
    const { files, name } = VALUES[system]!;
    const { center, report, out } = await importOf(files);
    expect(await readFile(join(out, 'variables.yaml'), 'utf8')).toBe(`${name}: 12 euros\n`);
    const article = center.articles.find(({ title }) => title === 'A')!;
    expect(article.source.split('---\n')[2]).toMatch(
      new RegExp(
        `^\\nIt costs :var\\{${name}\\} a month, \\*\\*:var\\{${name}\\}\\*\\* in all\\.\\n\\n## What 12 euros buys`,
      ),
    );
    expect(article.body).toContain('It costs 12 euros a month, **12 euros** in all.');
    expect(article.description).toBe('It costs 12 euros a month, 12 euros in all.');
    expect(report.words?.losses.flatMap(({ lost }) => lost)).toEqual([]);
    expect(center.problems).toEqual([]);
    expect(report.notes.map(({ detail }) => detail)).toContain(
      `1 value that the old site kept in one place is a variable: ${name}`,
    );
    const again = await runImport({ from: join(out, '../from'), out, convert: convertHere });
    expect([again.totals.create, again.totals.update, again.totals.conflict]).toEqual([0, 0, 0]);
  });

  test('stays written in code, addresses and what templates compare', async () => {
    const { center } = await importOf({
      ...VALUES.jekyll!.files,
      'a.md':
        '---\ntitle: A\n---\n`{{ site.data.prices.pro_plan }}` and [a](/{{ site.data.prices.pro_plan }}/) and ![{{ site.data.prices.pro_plan }}](a.png)\n\n    {{ site.data.prices.pro_plan }}\n\n<p title="{{ site.data.prices.pro_plan }}">So <a href="https://example.com/{{ site.data.prices.pro_plan }}">it</a>.</p>\n',
    });
    expect(center.articles.map(({ source }) => source).join('')).not.toMatch(/:var|[\u{10f000}-\u{10f07f}]/u);
    expect(center.articles.find(({ title }) => title === 'B')!.body.trim()).toBe('As before.');
    expect(center.sources.variables.values.size).toBe(0);
  });

  test('stays written where its name says two things in one language', async () => {
    const { center, report } = await importOf({
      'docs.json': '{ "name": "Lumen", "navigation": { "pages": ["a", "b"] } }',
      'snippets/prices.mdx': "export const price = '12 euros';\nexport const shop = 'Lumen Bergen';\n",
      'snippets/old.mdx': "export const price = '9 euros';\n",
      'a.mdx': page('{price} at {shop}', "import { price, shop } from '/snippets/prices.mdx';\n\n"),
      'b.mdx': page('{price}', "import { price } from '/snippets/old.mdx';\n\n").replace('title: A', 'title: B'),
    });
    expect([...center.sources.variables.values]).toEqual([['shop', 'Lumen Bergen']]);
    expect(center.articles.find(({ title }) => title === 'B')!.source).toContain('It costs 9 euros a month');
    expect(report.notes.map(({ detail }) => detail)).toContain(
      'price says different things in en, so it stays written out',
    );
  });

  test('leaves the owner’s variables.yaml alone, and says what is missing there', async () => {
    const { out } = await importOf(VALUES.jekyll!.files);
    const from = join(out, '../from');
    const own = async (text: string): Promise<{ report: ImportReport; article: string; now: string }> => {
      const other = await mkdtemp(join(tmpdir(), 'import-variables-'));
      folders.push(other);
      await writeFile(join(other, 'variables.yaml'), text);
      const report = await runImport({ from, out: other, convert: convertHere });
      const article = await readFile(join(other, 'articles/en/general/a.md'), 'utf8');
      return { report, article, now: await readFile(join(other, 'variables.yaml'), 'utf8') };
    };
    const other = await own('# Mine\nmail: a@example.com\n');
    expect(other.now).toBe('# Mine\nmail: a@example.com\n');
    expect(other.article).toContain('It costs 12 euros a month');
    expect(other.report.notes.map(({ detail }) => detail)).toContain(
      'prices-pro-plan (“12 euros”) stays written out, because variables.yaml is yours; add it there, and import again',
    );
    expect((await own('prices-pro-plan: 12 euros\n')).article).toContain('It costs :var{prices-pro-plan} a month');
    expect((await own('prices-pro-plan: 15 euros\n')).article).toContain('It costs 12 euros a month');
  });
});

describe('Hundreds of parts that cannot be put in', () => {
  const each = (line: (number: number) => string): string =>
    Array.from({ length: 100 }, (_, index) => line(index)).join('\n');
  const ring = (folder: string, ending: string, include: (name: string) => string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `${folder}/ring${index}.${ending}`,
        `Around ${index}.\n\n${include(`ring${(index + 1) % 12}.${ending}`).repeat(5)}\n`,
      ]),
    );
  const HOSTILE: Record<string, { files: Record<string, string>; said: RegExp }> = {
    jekyll: {
      files: {
        '_config.yml': 'title: Lumen\n',
        'a.md': `---\ntitle: A\n---\nWords before.\n\n${each((number) => `{% include gone${number}.md %}`)}\n\nWords behind.\n`,
        'b.md': '---\ntitle: B\n---\nWords before.\n\n{% include ring0.md %}\n\nWords behind.\n',
        ...ring('_includes', 'md', (name) => `{% include ${name} %}\n`),
      },
      said: /^line (\d+): gone(\d+)\.md, which it includes, is not in the folder/,
    },
    starlight: {
      files: {
        'astro.config.mjs': 'export default { integrations: [starlight({ title: "Lumen" })] };\n',
        'src/content/docs/a.mdoc': `---\ntitle: A\n---\nWords before.\n\n${each((number) => `{% partial file="gone${number}.mdoc" /%}`)}\n\nWords behind.\n`,
        'src/content/docs/b.mdoc':
          '---\ntitle: B\n---\nWords before.\n\n{% partial file="_parts/ring0.mdoc" /%}\n\nWords behind.\n',
        ...ring('src/content/docs/_parts', 'mdoc', (name) => `{% partial file="${name}" /%}\n`),
      },
      said: /^line (\d+): gone(\d+)\.mdoc, which it includes, is not among the files$/,
    },
    hugo: {
      files: {
        'hugo.toml': "title = 'Lumen'\n",
        'content/a.md': `---\ntitle: A\n---\nWords before.\n\n${each((number) => `{{< include "gone${number}.md" >}}`)}\n\nWords behind.\n`,
        'content/b.md': '---\ntitle: B\n---\nWords before.\n\n{{< include "ring0.md" >}}\n\nWords behind.\n',
        ...ring('content/parts', 'md', (name) => `{{< include "${name}" >}}\n`),
      },
      said: /^line (\d+): gone(\d+)\.md, which it includes, is not in the folder$/,
    },
  };

  test.each(Object.keys(HOSTILE))('of %s are each named with their line, and nothing else is lost', async (system) => {
    const { files, said } = HOSTILE[system]!;
    const start = process.cpuUsage().user;
    const { center, report } = await importOf(files);
    const named = report.changes
      .flatMap(({ notes }) => notes)
      .flatMap(({ detail }) => (said.exec(detail) ? [said.exec(detail)!.slice(1, 3).map(Number)] : []));
    expect(named).toEqual(Array.from({ length: 100 }, (_, index) => [index + 6, index]));
    for (const title of ['A', 'B']) {
      const { body } = center.articles.find((one) => one.title === title)!;
      expect(body).toMatch(/^\n?Words before\.[\s\S]*Words behind\.\n$/);
      expect(body.length).toBeLessThan(3_000_000);
    }
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(30);
  });
});
