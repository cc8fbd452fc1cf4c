import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withoutDialects } from '../../../../scripts/lib/import/report/dialect-text.ts';
import { formatReport } from '../../../../scripts/lib/import/report/format-report.ts';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { visibleText } from '../../../../scripts/lib/import/report/visible-text.ts';
import { wordsOf } from '../../../../scripts/lib/import/report/words.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';

let from: string;
beforeEach(async () => {
  from = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(from, { recursive: true, force: true }));

async function report(files: Record<string, string>): Promise<ImportReport> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(from, path)), { recursive: true });
    await writeFile(join(from, path), text);
  }
  return runImport({ from, out: join(from, '..', 'not-there'), check: true, verify: true });
}

describe('The report of an import', () => {
  test('names every file below the folder that is not an article', async () => {
    const { skipped } = await report({
      'docs/a/one.md': '# One\n\nText. ![Lamp](lamp.png)',
      'docs/a/lamp.png': 'x',
      'docs/a/unused.png': 'x',
      'docs/b/two.rst': 'Two\n===\n\nMore text.',
      'docs/b/three.md': '# Three\n\nText.',
      'README.md': '# About',
      '.github/ISSUE_TEMPLATE.md': 'What happened?',
      'docs/theme/LICENSE.txt': 'Free.',
      'package.json': '{}',
      Makefile: 'all:',
      'node_modules/x/readme.md': '# X',
    });
    expect(skipped.map(({ origin, detail }) => `${origin}: ${detail}`).sort()).toEqual([
      '.github/ISSUE_TEMPLATE.md: a file about the repository',
      'Makefile: a file without pages',
      'README.md: a file about the repository',
      'docs/a/unused.png: no article shows it or links to it',
      'docs/b/two.rst: text in a form that is not read (.rst): bring it as Markdown if readers saw it',
      'docs/theme/LICENSE.txt: a .txt file, no page',
      'node_modules/: a folder of installed packages, of git or of an import; it was not looked into',
      'package.json: no article shows it or links to it',
    ]);
  });

  test('counts the words of pages that were not read as lost', async () => {
    const { words } = await report({ 'a/one.md': 'One two three.', 'a/page.html': '<p>Four <b>five</b></p>' });
    expect(words).toEqual({ before: 5, kept: 3, losses: [{ origin: 'a/page.html', lost: ['Four', 'five'] }] });
  });

  test('has a folder’s page without text where nothing else is in the folder', async () => {
    const { changes, source } = await report({
      'a/one.md': 'One. [Two](../b/)',
      'a/index.md': '---\ntitle: First\n---\n',
      'b/index.md': '---\ntitle: Second\n---\n',
    });
    expect(source).toMatchObject({ articles: 2, drafts: 1 });
    expect(changes.flatMap(({ origin, notes }) => notes.map(({ kind }) => `${origin}: ${kind}`))).toEqual([
      'b/index.md: empty-to-draft',
    ]);
  });

  test('says 100 % only of all words', async () => {
    const full = await report({ 'a/one.md': 'word '.repeat(30_000), 'a/two.txt': 'lost' });
    expect(formatReport(full, false)).toContain('30000 of 30001 words are kept (99.99 %).');
  });

  test('lists what stays behind by reason, and by name where all is asked for', async () => {
    const all = await report({ 'a/one.md': 'One.', 'a/1.ts': '', 'a/2.ts': '', 'a/3.ts': '', 'a/4.ts': '' });
    expect(formatReport(all, false)).toContain(
      '4 files, each a .ts file, no page: a/1.ts, a/2.ts, a/3.ts … and 1 more',
    );
    expect(formatReport(all, true)).toContain('  a/4.ts: a .ts file, no page');
  });
});

describe('The words that readers of the old site saw', () => {
  test.each([
    ['{% hint style="warning" %}\nCareful.\n{% endhint %}', 'Careful'],
    ['{% tab title="Web" %}Open.{% endtab %}', 'Web Open'],
    ['{{< tabs >}}{{< tab "Linux" >}}Run.{{< /tab >}}{{< /tabs >}}', 'Linux Run'],
    ['<Tabs>\n<TabItem value="a" label="Phone">Open.</TabItem>\n</Tabs>', 'Phone Open'],
    ['{{< page-ref "methods/apps#create" >}} {{< tab "Linux and macOS" >}}', 'Linux and macOS'],
    ["import Tabs from '@theme/Tabs';\n\nText.", 'Text'],
    [':::note Heads up\n\nText.\n\n:::', 'Heads up Text'],
    ['!!! warning "Back up"\n\n    See [this](that.md).\n\n    - one', 'Back up See this one'],
    ['=== "Linux"\n\n    Run.\n\n=== "Windows"\n\n    Start.\n\nDone.', 'Linux Run Windows Start Done'],
    ['[Go](x.md){ .md-button }', 'Go'],
    ['{% content-ref url="a.md" %}\n[a.md](a.md)\n{% endcontent-ref %}', ''],
    ['[[Note|here]] and [[There]] ![[picture.png]]', 'here and There'],
    ['```\n{% raw %}\n```', 'raw'],
    ['{% content-ref url="a.md" %}\n[a.md](a.md)\n{% endcontent-ref %}\nText.', 'Text'],
    ['See [a.md](a.md "mention") and [b](b.md).', 'See and b'],
    ['<Box headline="Try it now" link="/x" wrapClass="big and wide">\n  In.\n</Box>', 'Try it now In'],
    [
      "<Grid\n  size={3}\n  /* what it's for */\n  items={[{ title: 'Amber', icon: 'sun', href: '/amber' }, { note: \"It's warm.\" }]}\n/>\nText.",
      "Amber It's warm Text",
    ],
    ['Say `<Box title="a">` to <Box title={`b`} more={a > 1 ? { x: {} } : 2}>c</Box>.', 'Say Box title a to b c'],
    ['<Tabs>\n    <Tab title="One">\n        ```sh\n        run\n        ```\n    </Tab>\n</Tabs>', 'One sh run'],
    ['```js\nrun() // [!code focus]\n```', 'js run'],
    [
      '<Steps>\n  <Step title="Go" tags={["New"]} rss={{ title: "Feed me" }}>\n    <Note>\n      <img src="a.png" />\n      - item\n\n          code\n    </Note>\n  </Step>\n</Steps>',
      'Go img src a png item code',
    ],
    ['Holds <code class="expression">space.vars.litres</code>.', 'Holds'],
    ['{% swagger src="a.yaml" path="/cups/{id}" method="get" %}\n[a.yaml](a.yaml)\n{% endswagger %}\nText.', 'Text'],
    ['{{% pageinfo color="warning wide mx-0" %}}\nSoon.\n{{% /pageinfo %}}', 'Soon'],
    ['{{< link-down color="info" icon="fab fa-down" height="full below" type="row big" title="Go on" >}}', 'Go on'],
    ['An LED.\n\n*[LED]: Light-emitting diode', 'An LED'],
    ['!!!tip "Sharing"\n    One link\n\n!!!info\n    Two links', 'Sharing One link Two links'],
    ['!!!Important words', 'Important words'],
    ['[[Back to the list]](../README.md#list)', 'Back to the list'],
    ['<a data-mention href="start.md">start.md</a> Begin', 'Begin'],
    ['<table><tr><td>Free <a href="free-trial.md">free-trial.md</a></td></tr></table>', 'table tr td Free td tr table'],
    ['> [!SECONDARY] Colours\n> Grey', 'Colours Grey'],
    ['1. Press\n\n        ![Screenshot](img/a-1.jpg){ class="shadow" }', '1 Press'],
    ['## Contents\n{: .no_toc .text-delta }\n\n1. TOC\n{:toc}\n\nText', 'Text'],
    ['Text\n\n* any\n{:toc}', 'Text'],
    ['```rust\n{{#include main.rs:2:9}}\nrun();\n```', 'rust run'],
    ['```js\nrun(); // [!code focus]\n```\n\n[[toc]]', 'js run'],
    ['::: code-tabs#shell\n@tab:active npm\nRun.\n:::\n\n:::tabs key:os\n== Mac\nGo.\n:::', 'npm Run Mac Go'],
    ['<div v-if="a > b" :title="c" #slot @click="d">Box.</div>', 'div Box div'],
    ['!!!include(docs/part.md)!!!\n\nText.', 'Text'],
  ])('%s', (body, words) => {
    const text = withoutDialects(body).replace(/\]\([^)]*\)|[`*[\]-]/g, ' ');
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  test('without the columns and heads of tables that GitBook keeps to itself', () => {
    const table = (view: string): string =>
      `<table ${view}><thead><tr><th>Head</th><th data-hidden>Rank</th><th data-type="checkbox">Box</th></tr></thead><tbody><tr><td>Lid</td><td>7</td><td>true</td></tr></tbody></table>`;
    expect(wordsOf(visibleText(table(''), 'markdown'))).toEqual(['Head', 'Box', 'Lid']);
    expect(wordsOf(visibleText(table('data-view="cards"'), 'markdown'))).toEqual(['Lid']);
  });
});
