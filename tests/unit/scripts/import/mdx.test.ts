import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandMdx } from '../../../../scripts/lib/import/sources/dialect/mdx/mdx.ts';
import { sourceTree } from '../../../../scripts/lib/import/sources/markdown/source-tree.ts';
import type { Note } from '../../../../scripts/lib/import/sources/source.ts';
import { replaceMarks, withoutMarks } from '../../../../scripts/lib/import/sources/value-marks.ts';
import { hostileText } from '../../../support/import/hostile.ts';
import { markdownOf } from './convert.ts';

const files: Record<string, string> = {
  'site/docs/_setup.mdx': 'Version {props.version} of {props.name}. ![Plug](./plug.png) <em>{props.children}</em>\n',
  'site/docs/deep/_part.mdx':
    '---\ntitle: Part\n---\nimport Setup from \'../_setup.mdx\';\n\n<Setup version={2} name="lamp">kids</Setup>\n\nSee [more](./more.md) and <a href="./less.md">less</a>.\n',
  'site/docs/_loop.mdx': "import Loop from './_loop.mdx';\n\nRound.\n\n<Loop />\n",
  'site/docs/data.json': '{"name": "Lumen", "ports": [1, 2]}',
  'site/docs/constants.ts': "export const version: string = '3.4' as const;\nexport default { limit: 5 };\n",
  'site/docs/blink.py': 'print("on")\n',
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mdx-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function expand(body: string, front: Record<string, unknown> = {}): Promise<{ text: string; notes: string[] }> {
  const notes: Note[] = [];
  const page = { file: 'site/docs/page.mdx', body, front, notes };
  const text = await expandMdx(page, await sourceTree(root), { aliases: { '@site/': 'site/' } });
  return { text, notes: notes.map(({ level, detail }) => `${level}: ${detail}`) };
}
/** What readers of the new site get. */
const shown = async (body: string): Promise<string> => markdownOf((await expand(body)).text, 'markdown');

describe('Films', () => {
  test.each([
    [
      '<video id="a" width="9" poster="/a.png">\n  <source src="fold.mov" />\n  <source src="fold.mp4" />\n  <track kind="captions" srcLang="en" src="en.vtt" />\n</video>',
      '<video src="fold.mp4" poster="/a.png"><track kind="captions" srclang="en" src="en.vtt"></video>',
    ],
    [
      '<ReactPlayer controls url="https://youtu.be/lampvideo01" />',
      '<iframe src="https://youtu.be/lampvideo01"></iframe>',
    ],
    ['<Vimeo id="123" start="5" title="Fold" />', '<iframe src="https://vimeo.com/123#t=5" title="Fold"></iframe>'],
    ['<Loom id="abc" />', '<iframe src="https://www.loom.com/share/abc"></iframe>'],
  ])('%s', async (body, expected) => {
    expect((await expand(body)).text).toBe(expected);
  });

  test('that a page imports are found where they lie', async () => {
    expect((await expand('import film from \'./fold.mp4\';\n\n<video src={film} title="Fold" />')).text).toBe(
      '<video src="./fold.mp4" title="Fold"></video>',
    );
  });
});

describe('Components become what Signpost has for them', () => {
  test.each([
    [
      'tabs on one line each',
      '<Tabs>\n<TabItem value="a" label="Phone">Open the store.</TabItem>\n<TabItem value="b">Use it.</TabItem>\n</Tabs>',
      '::::tabs\n:::tab[Phone]\nOpen the store.\n:::\n\n:::tab[b]\nUse it.\n:::\n::::',
    ],
    [
      'tabs named by their group',
      '<Tabs values={[{label: "Mac", value: "m"}, {label: "Windows", value: "w"}]}>\n<TabItem value="w">W.</TabItem>\n<TabItem value="m">M.</TabItem>\n</Tabs>',
      '::::tabs\n:::tab[Windows]\nW.\n:::\n\n:::tab[Mac]\nM.\n:::\n::::',
    ],
    [
      'tabs named by their place',
      "<Tabs items={['npm', 'pnpm']}>\n  <Tabs.Tab>N.</Tabs.Tab>\n  <Tabs.Tab>P.</Tabs.Tab>\n</Tabs>",
      '::::tabs\n:::tab[npm]\nN.\n:::\n\n:::tab[pnpm]\nP.\n:::\n::::',
    ],
    [
      'indented blocks, code and lists in a tab',
      '<Tabs>\n  <TabItem value="a" label="Phone">\n\n    Open:\n\n    ```sh\n    a\n      b\n    ```\n\n    1. x\n       <Note>hi</Note>\n    2. y\n  </TabItem>\n</Tabs>',
      '**Phone**\n\nOpen:\n\n```sh\na\n  b\n```\n\n1. x\n   > [!NOTE]\n   > hi\n\n2. y',
    ],
    [
      'code in a group',
      '<CodeGroup>\n```sh npm\nnpm i\n```\n```sh title="Yarn"\nyarn\n```\n</CodeGroup>',
      '::::tabs\n:::tab[npm]\n```sh\nnpm i\n```\n:::\n\n:::tab[Yarn]\n```sh\nyarn\n```\n:::\n::::',
    ],
    ['callouts by name', '<Tip>\nOne.\n</Tip>\n\n<Check>Two.</Check>', '> [!TIP]\n> One.\n\n> [!TIP]\n> Two.'],
    [
      'callouts by kind, with a title',
      '<Aside type="caution" title="Mind [it]">\nBody\n</Aside>',
      '> [!CAUTION] Mind \\[it]\n> Body',
    ],
    [
      'a callout in a quote and in a list',
      '> <Tip>\n> Quote\n> more\n> </Tip>\n\n- item\n\n  <Warning>Hot</Warning>',
      '> > [!TIP]\n> > Quote\n> > more\n\n- item\n\n  > [!WARNING]\n  > Hot',
    ],
    [
      'collapsible answers',
      '<AccordionGroup>\n<Accordion title="Why?" description="Short.">Because.</Accordion>\n</AccordionGroup>\n\n<details>\n<summary>How *so*?</summary>\n\nThus.\n\n</details>',
      '<details>\n\n<summary>Why?</summary>\n\nShort.\n\nBecause.\n\n</details>\n\n<details>\n\n<summary>How _so_?</summary>\n\nThus.\n\n</details>',
    ],
    [
      'steps with titles, below headings, and as a list',
      '<Steps>\n<Step title="One">Do.</Step>\n<Step title="Two">Go.</Step>\n</Steps>',
      ':::steps\n1. **One**\n\n   Do.\n\n2. **Two**\n\n   Go.\n:::',
    ],
    [
      'steps below headings',
      '<Steps>\nFirst this.\n\n### One\n\nDo.\n\nThen.\n\n### Two {#two}\n\nGo.\n</Steps>',
      'First this.\n\n:::steps\n1. **One**\n\n   Do.\n\n   Then.\n\n2. **Two**\n\n   Go.\n:::',
    ],
    ['steps as a list', '<Steps>\n1. One\n2. Two\n</Steps>', ':::steps\n1. One\n2. Two\n:::'],
    [
      'trees of files',
      '<FileTree>\n<FileTree.Folder name="src">\n<FileTree.File name="_b.md" />\n</FileTree.Folder>\n</FileTree>',
      '- src\n  - \\_b.md',
    ],
    [
      'keys and badges',
      '<Kbd>Ctrl</Kbd> <Badge text="new" /> <Tooltip tip="Plug">USB</Tooltip>',
      '<kbd>Ctrl</kbd> new USB (Plug)',
    ],
    [
      'components in a table',
      '| a | b |\n|---|---|\n| <Badge text="new" /> x | one<br/>two |',
      '| a | b |\n| - | - |\n| new x | one<br>two |',
    ],
    [
      'tables of HTML',
      '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>**b** `c`</td></tr></tbody></table>',
      '| A |\n| - |\n| **b** `c` |',
    ],
    [
      'videos',
      '<YouTube id="lampvideo01" title="Watch" start={90} />\n\n<iframe src="https://player.vimeo.com/video/1" />',
      '![Watch](https://www.youtube.com/watch?v=lampvideo01\\&t=90s)\n\n![Title](https://vimeo.com/1)',
    ],
    [
      'blocks of colons around components',
      ':::tip[Yes]\n<Note>\n\nx\n\n</Note>\n:::',
      '> [!TIP] Yes\n>\n> > [!NOTE]\n> > x',
    ],
  ])('%s', async (_what, body, expected) => {
    expect(await shown(body)).toBe(expected);
  });

  test('cards and links keep title, text and address', async () => {
    const body =
      '<CardGroup cols={2}>\n  <Card title="One" href="/one" icon="x">\n    First **card**.\n  </Card>\n  <LinkCard title="Two" description="More." href="./two.md" />\n</CardGroup>\n\n<Link to="./b.md">go</Link> <LinkButton href="/c">there</LinkButton>';
    expect((await expand(body)).text).toBe(
      '- [One](/one)\n\n  First **card**.\n\n- [Two](./two.md)\n\n  More.\n\n[go](./b.md) [there](/c)',
    );
  });

  test('pictures are found in strings, requires, imports and pairs for light and dark', async () => {
    const body =
      'import pic from \'@site/static/p.png\';\nimport Logo from \'./l.svg\';\n\n<img src={require("./x.png").default} alt="X" /> <img src={pic} />\n<ThemedImage alt="T" sources={{light: useBaseUrl("/a b.png"), dark: "b"}} /> <Logo title="Lumen" />\n\n<Frame caption="The lamp">\n![Lamp](./lamp.png)\n</Frame>';
    expect((await expand(body)).text).toBe(
      '![X](./x.png)\n\n![](/site/static/p.png)\n\n![T](/a%20b.png)\n\n![Lumen](./l.svg)\n\n![Lamp](./lamp.png)\n\nThe lamp',
    );
  });

  test('code in a template and from a file becomes a block of code', async () => {
    const body =
      'import S from \'!!raw-loader!./blink.py\';\n\n<CodeBlock language="py" title="blink.py">{S}</CodeBlock>\n\n<CodeBlock>{`a\n  b`}</CodeBlock>';
    expect((await expand(body)).text).toBe('```py title="blink.py"\nprint("on")\n```\n\n```\na\n  b\n```');
  });
});

describe('A component that nothing is known about', () => {
  test('keeps what stands in it and the words it is given, and is named', async () => {
    expect(
      await expand(
        '<Foo title="T*" bar={x}>body</Foo> and\n\n<Bar items={[{question: "Q?", answer: "A."}]} />\n\n<Bar />',
      ),
    ).toEqual({
      text: 'T\\* body and\n\n- Q? A.',
      notes: [
        'changed: <Foo>, which means nothing here, became the text in it',
        'changed: <Bar>, which means nothing here, became the text in it',
        'lost: nothing is known about <Bar>, and no text stands in it; it is missing',
      ],
    });
  });

  test('keeps what it lists, and its links', async () => {
    const { text } = await expand(`<Gallery
  labels={{ legend: 'Preview', dark: 'Dark' }}
  themes={[
    { title: 'Amber', description: 'Warm, in all rooms.', href: 'https://amber.example.com/', previews: { light: 'a.png' } },
    { title: 'Jade', items: [{ label: 'Deep sea', link: './jade.md', icon: 'Star' }] },
  ]}
/>

<Person handle="ada" name="Ada" cite="https://ada.example.com/1">

Works *well*.

</Person>

<Offer headline="Try it free" link="https://example.com/register" linkText="Start" secondaryLink="/demo" secondaryText="See it" variant="Big box" />

<Field name="user_id" icon="Star" gap="2" />

<Player url="https://example.com/talk" />`);
    expect(text).toBe(`- Preview: Dark
- [Amber](https://amber.example.com/): Warm, in all rooms.
- Jade
  - [Deep sea](./jade.md)

[Ada](https://ada.example.com/1)

Works *well*.

Try it free

[Start](https://example.com/register)

[See it](/demo)

[https://example.com/talk](https://example.com/talk)`);
  });

  test('is named when it shows nothing, with its script', async () => {
    expect((await expand('<Head>\n<title>x</title>\n</Head>\n\n<Script src="x.js" />')).notes).toEqual([
      'changed: <Head> shows no text and was dropped',
      'lost: <Script> shows no text and was dropped',
    ]);
  });
});

describe('Imports, exports and expressions', () => {
  test('parts are put in with what they are given, and their addresses hold', async () => {
    expect(await expand("import Part from './deep/_part.mdx';\n\n- item\n\n  <Part />\n")).toEqual({
      text: '- item\n\n  Version 2 of lamp. ![Plug](./plug.png) _kids_\n  \n  See [more](./deep/more.md) and [less](./deep/less.md).',
      notes: [],
    });
  });

  test('a part that includes itself and one that is missing are named', async () => {
    expect(
      await expand("import Loop from './_loop.mdx';\nimport Gone from './_gone.mdx';\n\n<Loop />\n\n<Gone />"),
    ).toEqual({
      text: 'Round.',
      notes: [
        'lost: site/docs/_loop.mdx includes itself; it was put in once',
        'lost: ./_gone.mdx, which it includes, is not among the files',
      ],
    });
  });

  test('values of data, of constants and of front matter are put in', async () => {
    const body =
      "import d from './data.json';\nimport c, {version} from '@site/docs/constants';\nexport const own = 'v' + 2;\n\n{d.name} {version} {c.limit} {own} {frontMatter.title} {'{*}'}{' '}{`x` + \"y\"}{/* gone */}{undefined}";
    const { text, notes } = await expand(body, { title: 'T' });
    expect(withoutMarks(text)).toBe('Lumen 3.4 5 v2 T {\\*} xy');
    expect(replaceMarks(text, (name, value) => `[${name}=${value}]`)).toBe(
      '[d-name=Lumen] [version=3.4] [c-limit=5] v2 T {\\*} xy',
    );
    expect(notes).toEqual([]);
  });

  test('a program leaves the words in its elements, and is named', async () => {
    expect(await expand('{items.map((item) => <li key={item}>Item: <b>{item}</b></li>)}')).toEqual({
      text: 'Item:',
      notes: [
        'lost: {items.map((item) => <li key={item}>Item: <b>{item}</b></li>)…} was made by the running site; of its text, these words are known: Item:',
      ],
    });
  });

  test('what only the running site knew stands there as written, and is named', async () => {
    expect(await expand('Version {siteConfig.x}.')).toEqual({
      text: 'Version `{siteConfig.x}`.',
      notes: ['changed: {siteConfig.x} was worked out by the running site; it stands in the text as written'],
    });
  });
});

describe('A page that is not valid MDX', () => {
  test('is Markdown in these places only', async () => {
    const body =
      'Use <port>, <port> and {foo bar}, 1 <5. <!-- gone\n\nand gone -->\n\n## Head {#id}\n\n<https://x.y> $\\frac{1}{2}$ <br> `{` <b>bold</b>\n\n<Note>start\n\nend</Note>\n\n<Badge text="new"/>';
    expect(await expand(body)).toEqual({
      text: 'Use <port>, <port> and {foo bar}, 1 <5.\n\n## Head {#id}\n\n<https://x.y> $\\frac{1}{2}$ <br> `{` **bold**\n\n:::note\nstart\n\nend\n:::\n\nnew',
      notes: ['changed: not valid MDX, and read as plain Markdown: {foo bar}, <5., <port>'],
    });
  });

  test('sentences that begin with import stay, code that cannot be parsed goes', async () => {
    const body = "import your data first\n\nimport type x form 'y'\n\nexport const a = ;\n\nText";
    expect((await expand(body)).text).toBe('import your data first\n\nText');
  });

  test.each([
    '<',
    '{',
    '<Tabs',
    '{`',
    '</b>',
    'import {',
    '<A b={',
    '<A {...',
    ':::',
    '> <A>\n- {',
    '<A>\n\n<B>\n\n</A>',
  ])('%s is read without an error', async (piece) => {
    for (const body of [piece, `Text ${piece} text`, `- a\n  ${piece}\n\nWord`])
      expect((await expand(body)).text).toContain(body.includes('Word') ? 'Word' : '');
  });

  test('any text is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (body) => {
        const { text } = await expand(body);
        expect(markdownOf(text, 'markdown')).toBeDefined();
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('signs by the thousand take no time', async () => {
    const start = process.cpuUsage().user;
    for (const sign of ['{', '<a>', '> ', '- ', '[', '*', '<!--', '`', '{a b} ', '<p>x'])
      await expand(`${sign.repeat(8_000 / sign.length)} word`);
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(20);
  }, 60_000);
});
